"""What is asked before money of an order is booked that somebody has only spoken of."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech, Word
from tools.kit.staff.record import StaffRecord
from tools.results.refunds import tender_name
from tools.results.staff.confirm import nothing
from tools.results.staff.money_buttons import paid_call, refunded_call


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked(Result):
    """A question that only a button answers, of who was asked."""

    asks: bool = True
    comes_last: bool = True

    def buttons(self, say: Speech) -> Rows:
        """Yes, with the sum; or nothing at all."""
        yes = self._yes(say)
        return ((Button(*yes, own=True), nothing(say)),) if yes else ()

    def _yes(self, say: Speech) -> tuple[str, Call] | None:
        raise NotImplementedError

    @property
    def _record(self) -> StaffRecord:
        return self.view.staff or StaffRecord()

    @property
    def _words(self) -> dict[str, Word]:
        """Number and sum."""
        number = str(self.view.order.order_no) if self.view.order else ""
        return {"number": number, "amount": self._record.amount or 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentAsked(_Asked):
    """Whether an order is paid."""

    def text(self, say: Speech) -> str:
        """ "Book ₹240 in cash for order #12?" """
        how = tender_name(say, self._record.method or "counter")
        return say("Book {amount} {how} for order #{number}?", **self._words, how=how)

    def _yes(self, say: Speech) -> tuple[str, Call] | None:
        order, record = self.view.order, self._record
        if order is None or record.amount is None:
            return None
        how = tender_name(say, record.method or "counter")
        label = say("Yes, #{number}: {amount} {how}", **self._words, how=how)
        return label, paid_call(order.order_id.hex, record.amount, record.method)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundAsked(_Asked):
    """Whether money of an order has gone back."""

    def text(self, say: Speech) -> str:
        """ "Book that ₹80 of order #12 has gone back?" """
        return say("Book that {amount} of order #{number} has gone back?", **self._words)

    def _yes(self, say: Speech) -> tuple[str, Call] | None:
        order, record = self.view.order, self._record
        if order is None or record.amount is None or record.most is None:
            return None
        label = say("Yes, #{number}: {amount} is back", **self._words)
        return label, refunded_call(order.order_id.hex, record.amount, record.most)
