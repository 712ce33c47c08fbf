"""choose_payment: "I'll pay cash"."""

from uuid import UUID

from tools.kit.checkout_errors import CheckoutExpired
from tools.kit.params import Handle, Said
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import words_of
from tools.results.invoice import InvoiceSent
from tools.results.order_placed import OrderPlaced
from tools.results.payment import PaymentAsked

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
        "telegram": ("telegram", "invoice", "online", "pay here", "pay now"),
    }.items()
    for name in names
}

_HERE = frozenset({"here", "online", "telegram", "chat", "now"})


@tool(says=("I'll pay cash", "card please", "I will pay with gpay"))
async def choose_payment(
    turn: Turn, method: Said, checkout: Handle = None
) -> OrderPlaced | InvoiceSent | PaymentAsked:
    """Choose how to pay; it places the order.

    An invoice places it when it is paid. `checkout` is the quote a pressed button showed. Raises
    CheckoutExpired when it is none.
    """
    view = await turn.call("choose_payment", _method(method), _quote(checkout))
    if view.order is not None:
        return OrderPlaced(view=view, order=view.order, now=turn.now)
    if view.invoice is not None and view.checkout is not None:
        return InvoiceSent(
            view=view, checkout=view.checkout, tender=view.invoice, shop=turn.tenant.name
        )
    return PaymentAsked(view=view, now=turn.now, expired=checkout is not None)


def _method(words: str) -> str:
    """The method meant; other words as they are, for SQL to refuse by what is taken."""
    said = words_of(words)
    whole = " ".join(said)
    one = {_METHOD_OF[word] for word in said if word in _METHOD_OF}
    if one <= {"card", "telegram"} and not _HERE.isdisjoint(said):
        return "telegram"
    return _METHOD_OF.get(whole) or (one.pop() if len(one) == 1 else whole)


def _quote(checkout: str | None) -> UUID | None:
    try:
        return UUID(hex=checkout) if checkout else None
    except ValueError:
        raise CheckoutExpired from None
