"""choose_payment: "I'll pay cash"."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tools.kit.errors import CheckoutExpired
from tools.kit.params import Handle, Said
from tools.kit.result import Card, OrderCard, Result, Rows
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.kit.view import Order
from tools.menu import words_of
from tools.results.buttons import menu_button, status_button
from tools.results.payment import PaymentAsked
from tools.results.ticket import ticket_head

_METHOD_OF = {
    name: method
    for method, names in {
        "cash": ("cash", "cod", "cash on delivery", "by cash", "in cash", "money"),
        "card": ("card", "by card", "credit card", "debit card", "credit", "debit", "visa"),
        "upi": (
            "upi",
            "by upi",
            "gpay",
            "google pay",
            "g pay",
            "phonepe",
            "phone pe",
            "paytm",
            "bhim",
        ),
    }.items()
    for name in names
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPlaced(Result):
    """The order, placed once however often it was confirmed."""

    order: Order
    now: datetime

    def text(self, say: Speech) -> str:
        """ "Order placed successfully! Order #12 - Total: ₹240. …" and what heads the ticket."""
        told = [
            say(
                "Order placed successfully! Order #{number} - Total: {total}. {how_to_pay} "
                "Thank you!",
                number=str(self.order.order_no),
                total=self.order.total,
                how_to_pay=_how_to_pay(say, self.order),
            ),
            *ticket_head(say, self.order, self.now),
        ]
        return "\n".join(told)

    def buttons(self, say: Speech) -> Rows:
        """What one does after ordering."""
        return ((status_button(say), menu_button(say)),)

    def card(self, say: Speech) -> Card | None:
        """The order with its lines."""
        return OrderCard(self.order)


@tool(says=("I'll pay cash", "card please", "I will pay with gpay"))
async def choose_payment(
    turn: Turn, method: Said, checkout: Handle = None
) -> OrderPlaced | PaymentAsked:
    """Choose how to pay; it places the order.

    `checkout` is the quote a pressed button showed. Raises CheckoutExpired when it is none.
    """
    view = await turn.call("choose_payment", _method(method), _quote(checkout))
    if view.order is None:
        return PaymentAsked(view=view, now=turn.now)
    return OrderPlaced(view=view, order=view.order, now=turn.now)


def _method(words: str) -> str:
    """`cash`, `card` or `upi`; other words as they are, for SQL to refuse by what is taken."""
    said = words_of(words)
    whole = " ".join(said)
    one = {_METHOD_OF[word] for word in said if word in _METHOD_OF}
    return _METHOD_OF.get(whole) or (one.pop() if len(one) == 1 else whole)


def _quote(checkout: str | None) -> UUID | None:
    try:
        return UUID(hex=checkout) if checkout else None
    except ValueError:
        raise CheckoutExpired from None


def _how_to_pay(say: Speech, order: Order) -> str:
    match order.payment_method, order.order_type:
        case "cash", "take_away":
            return say("Please pay cash when you pick up.")
        case "card", "take_away":
            return say("Please pay by card when you pick up.")
        case "upi", "take_away":
            return say("Please pay by UPI when you pick up.")
        case "cash", "delivery":
            return say("Please pay cash when it arrives.")
        case "cash", _:
            return say("Please pay cash at the counter.")
        case "card", _:
            return say("Please pay by card at the counter.")
        case _:
            return say("Please pay by UPI at the counter.")
