"""How far a bot's updates may be confirmed while some of them are still under way."""

from typing import Literal

Progress = Literal["under way", "failed", "done"]


class Window:
    """The unconfirmed updates that have been seen, by id, and how each is doing.

    Confirming an id confirms every lower one. Telegram may start again at lower ids after a quiet
    week, so nothing is remembered of what has been confirmed.
    """

    def __init__(self) -> None:
        self._seen: dict[int, Progress] = {}

    def begin(self, update_id: int) -> bool:
        """Whether the update is to be handled now: it is new, or failed before."""
        if self._seen.get(update_id, "failed") != "failed":
            return False
        self._seen[update_id] = "under way"
        return True

    def end(self, update_id: int, *, done: bool) -> None:
        """The update is dealt with, or has to come again."""
        self._seen[update_id] = "done" if done else "failed"

    @property
    def idle(self) -> bool:
        """Whether everything seen is done."""
        return all(progress == "done" for progress in self._seen.values())

    @property
    def offset(self) -> int | None:
        """One past the done updates that no other comes before; None when there are none."""
        offset = None
        for update_id, progress in sorted(self._seen.items()):
            if progress != "done":
                break
            offset = update_id + 1
        return offset

    def confirmed(self, offset: int | None) -> None:
        """Telegram has been told `offset`; it will not send what is below again."""
        if offset is not None:
            self._seen = {one: how for one, how in self._seen.items() if one >= offset}
