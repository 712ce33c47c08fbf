"""Orders under way, as staff see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.kit.staff.acts import WIDTH, act_rows
from tools.kit.staff.record import StaffRecord
from tools.kit.view import Order
from tools.results.buttons import in_rows
from tools.results.moments import spoken_moment
from tools.results.order_line import order_line
from tools.results.staff.contact import contact_lines
from tools.results.staff.money_buttons import money_buttons
from tools.results.ticket import ticket_head


def to_look_at(say: Speech, orders: Iterable[Order]) -> Rows:
    """A button for each order."""
    return in_rows(
        [
            Button(
                say("#{number}", number=str(one.order_no)),
                Call("check_orders", {"order": one.order_id.hex}),
            )
            for one in orders
        ],
        WIDTH,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOrders(Result):
    """One order with its next steps, or all that are under way."""

    now: datetime

    def text(self, say: Speech) -> str:
        """An order a line; one alone with what heads its ticket, and where it is brought."""
        if (order := self.view.order) is not None:
            told = [self._line(say, order), *ticket_head(say, order, self.now)]
            contact = self._record.contact
            return "\n".join([*told, *(contact_lines(contact) if contact else ())])
        if not self.view.orders:
            return say("No order is under way.")
        return "\n".join(self._line(say, order) for order in self.view.orders)

    def buttons(self, say: Speech) -> Rows:
        """What can be done with the one, or each of them to look at."""
        if (order := self.view.order) is not None:
            money = money_buttons(say, order)
            return act_rows(say, order.order_id.hex, self._record.next, instead=money)
        return to_look_at(say, self.view.orders)

    @property
    def _record(self) -> StaffRecord:
        return self.view.staff or StaffRecord()

    def _line(self, say: Speech, order: Order) -> str:
        """ "Order #12: placed, 2x Idly — ₹80, pay cash. Expected today 12:40." """
        told = order_line(say, order)
        expected = order.pickup_at or order.ready_at
        if expected is None or order.status not in ("placed", "accepted", "preparing"):
            return told
        when = spoken_moment(say, expected, self.now)
        return f"{told} {say('Expected {when}.', when=when)}"
