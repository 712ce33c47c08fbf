"""Orders, in words."""

from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech, Word
from tools.kit.staff.acts import act_rows
from tools.kit.staff.record import StaffRecord
from tools.kit.statuses import status_name
from tools.results.lines import all_with_quantity
from tools.results.moments import spoken_moment
from tools.results.staff.contact import contact_lines
from tools.results.staff.money import open_money
from tools.results.staff.money_buttons import money_buttons

_UNDOABLE = frozenset({"accepted", "preparing", "ready", "out_for_delivery"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMoved(Result):
    """An order at a step of its life, and what can be done with it next."""

    now: datetime

    def text(self, say: Speech) -> str:
        """Its number, what is in it, and what is still to be done about its money."""
        order = self.view.order
        if order is None:
            return say("Done.")
        stays = self._was == order.status and not self.view.replayed
        words: dict[str, Word] = {
            "number": str(order.order_no),
            "status": status_name(say, order.status),
            "lines": all_with_quantity(say, order.lines),
        }
        told = [
            say("Order #{number} was {status} already: {lines}.", **words)
            if stays
            else say("Order #{number} is {status}: {lines}.", **words)
        ]
        expected = order.pickup_at or order.ready_at
        if order.status == "accepted" and expected is not None:
            when = spoken_moment(say, expected, self.now)
            told.append(say("Its customer expects it {when}.", when=when))
        told = [" ".join([*told, *open_money(say, order)])]
        if order.status == "out_for_delivery" and self._record.contact:
            told += contact_lines(self._record.contact)
        return "\n".join(told)

    def buttons(self, say: Speech) -> Rows:
        """The next steps; and back, where this one was just done and can be undone."""
        order = self.view.order
        if order is None:
            return ()
        done = self._was != order.status and order.status in _UNDOABLE
        # Another's undo is of something else.
        undo = (Button(say("Undo"), Call("undo"), own=True),) if done else ()
        money = money_buttons(say, order)
        return act_rows(say, order.order_id.hex, self._record.next, *undo, instead=money)

    @property
    def _record(self) -> StaffRecord:
        return self.view.staff or StaffRecord()

    @property
    def _was(self) -> str | None:
        return self._record.was
