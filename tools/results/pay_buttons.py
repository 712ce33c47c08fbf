"""The ways to pay, as buttons."""

from tools.kit.call import Call, Json
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.view import Checkout, PaymentWay


def payment_rows(say: Speech, checkout: Checkout) -> Rows:
    """The ways to pay a quote, each a button that carries it."""
    quote: dict[str, Json] = {"checkout": checkout.checkout_id.hex}
    return tuple(
        (Button(_label(say, way), Call("choose_payment", {"method": way.method, **quote})),)
        for way in checkout.payment_ways
    )


def _label(say: Speech, way: PaymentWay) -> str:
    match way.method, way.now:
        case "cash", _:
            return say("Cash")
        case "card", _:
            return say("Card at the counter")
        case "telegram", _:
            return say("Pay here by card")
        case "upi", True:
            return say("UPI")
        case "upi", False:
            return say("UPI at the counter")
        case "tab", _:
            return say("On the table's bill")
        case _:
            return way.method
