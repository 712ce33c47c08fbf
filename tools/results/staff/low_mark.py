"""Low marks in words."""

from dataclasses import dataclass

from tools.kit.result import Rows
from tools.kit.speech import Speech
from tools.kit.staff.measures import plain
from tools.kit.staff.names import room_name
from tools.results.staff.stock import StaffResult, amount_of, undo_row


@dataclass(frozen=True, slots=True, kw_only=True)
class LowMarkSet(StaffResult):
    """Of which number on the shop is told that something runs low."""

    def text(self, say: Speech) -> str:
        """The mark, and how many there are now."""
        name, low, left = self._told()
        if low is None:
            return say("Nobody is warned when {item} runs low.", item=name)
        if not self.record.told:
            return say(
                "{item} runs low below {low}, {left} in stock now. No room hears of stock yet: say "
                '"/alerts stock on" in one.',
                item=name,
                low=low,
                left=left,
            )
        return say(
            "I tell {rooms} once when there are fewer than {low} of {item}. {left} in stock now.",
            item=name,
            low=low,
            left=left,
            rooms=say.join([room_name(say, kind) for kind in self.record.told]),
        )

    def buttons(self, say: Speech) -> Rows:
        """Take it back, unless it changed nothing."""
        return undo_row(say) if self.record.changed else ()

    def _told(self) -> tuple[str, str | None, str]:
        """The name, the mark and what there is, in words."""
        for dish in self.record.items:
            low = None if dish.low_at is None else str(dish.low_at)
            return dish.item_name, low, str(dish.quantity or 0)
        (one,) = self.record.ingredients
        low = None if one.low_at is None else f"{plain(one.low_at)} {one.unit}"
        return one.name, low, amount_of(one)
