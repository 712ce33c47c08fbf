"""The money of an order, in words for staff."""

from collections.abc import Iterator
from dataclasses import dataclass

from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.kit.staff.acts import act_rows
from tools.kit.staff.record import StaffRecord
from tools.kit.view import Order
from tools.results.refunds import tender_name
from tools.results.staff.money_buttons import money_buttons


def open_money(say: Speech, order: Order) -> Iterator[str]:
    """What of an order that is over is still to come in, or has to go back; tender by tender."""
    over = order.status in ("completed", "rejected", "cancelled")
    for one in order.payments if over else ():
        how = tender_name(say, one.method)
        if one.status in ("due", "pending"):
            yield say("{amount} {how} is still to be paid.", amount=one.amount, how=how)
        elif one.status == "refund_due":
            yield say("{amount} paid {how} has to go back.", amount=one.to_refund, how=how)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Money(Result):
    """Money of an order that has moved, and what can be done with the order next."""

    def buttons(self, say: Speech) -> Rows:
        """The next steps."""
        order = self.view.order
        if order is None:
            return ()
        money = money_buttons(say, order)
        return act_rows(say, order.order_id.hex, self.record.next, instead=money)

    @property
    def record(self) -> StaffRecord:
        """What the function told beside the session."""
        return self.view.staff or StaffRecord()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTaken(_Money):
    """An order that is paid."""

    def text(self, say: Speech) -> str:
        """How much came in, and how."""
        order, record = self.view.order, self.record
        if order is None or record.amount is None:
            return say("Done.")
        return say(
            "Order #{number} is paid: {amount} {how}.",
            number=str(order.order_no),
            amount=record.amount,
            how=tender_name(say, record.method or "counter"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyReturned(_Money):
    """Money of an order that has gone back."""

    def text(self, say: Speech) -> str:
        """How much, and what is left to go back."""
        order, record = self.view.order, self.record
        if order is None or record.amount is None:
            return say("Done.")
        told = say(
            "{amount} of order #{number} has gone back.",
            amount=record.amount,
            number=str(order.order_no),
        )
        if not record.left:
            return told
        return f"{told} {say('{left} still has to go back.', left=record.left)}"
