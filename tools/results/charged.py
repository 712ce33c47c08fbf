"""Money that was asked for in the chat: whether it may be paid, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from tools.kit.result import Card, OrderCard, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import Payment, SessionView
from tools.results.buttons import menu_button, status_button, ways_on
from tools.results.differences import difference
from tools.results.order_placed import OrderPlaced
from tools.results.problems import problem


def payment_refused(say: Speech, view: SessionView) -> str | None:
    """Why an invoice may not be paid now; None where it may."""
    match view.payment_refusal:
        case None:
            return None
        case "placed":
            return say("This order is placed already. Nothing was charged.")
        case "gone" | "amount":
            return say('This invoice is no longer good. Say "checkout" for a new one.')
        case "changed":
            problems = view.quote.problems if view.quote else ()
            told = [difference(say, one) for one in view.differences]
            told += [problem(say, one) for one in problems]
            return " ".join([*told, say('Nothing was charged. Say "checkout" to go on.')])


@dataclass(frozen=True, slots=True, kw_only=True)
class Refunding(Result):
    """Money that came and buys nothing: it goes back."""

    payment: Payment

    def text(self, say: Speech) -> str:
        """That it is here, why it buys nothing as far as that is known, and that it goes back."""
        amount, order = self.payment.amount, self.view.order
        if self.payment.status == "refunded":
            return say("Your payment of {amount} was given back.", amount=amount)
        if order is not None:
            came = say(
                "We have received {amount} for order #{number}, which needs no payment any more.",
                amount=amount,
                number=str(order.order_no),
            )
        else:
            came = say(
                "We have received {amount}, but your order can no longer be placed as it was.",
                amount=amount,
            )
        why = [difference(say, one) for one in self.view.differences]
        back = say("The shop knows, and will give you the money back.")
        return " ".join([came, *why, back])

    def buttons(self, say: Speech) -> Rows:
        """The ways on."""
        if self.view.order is not None:
            return ((status_button(say), menu_button(say)),)
        return ways_on(say, self.view)

    def card(self, say: Speech) -> Card | None:
        """The order it was for, if there is one."""
        return OrderCard(self.view.order) if self.view.order else None


def charged(view: SessionView, payment: Payment, now: datetime) -> Result:
    """What became of a payment: an order, or a refund."""
    if view.order is not None and payment.status == "paid":
        return OrderPlaced(view=view, order=view.order, now=now)
    return Refunding(view=view, payment=payment)
