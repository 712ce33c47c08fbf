"""A quote and the ways to pay it."""

from dataclasses import dataclass

from tools.kit.call import Call, Json
from tools.kit.result import Button, Card, CartCard, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import Difference
from tools.results.buttons import cart_button, menu_button


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentAsked(Result):
    """The total, what has changed since the customer last saw it, and how to pay.

    Without an open checkout something in the cart cannot be had now: the cart has to change first.
    """

    asks: bool = True

    def text(self, say: Speech) -> str:
        """ "Your take-away order comes to ₹240. How would you like to pay?" """
        view = self.view
        changes = [_difference(say, one) for one in view.differences]
        if view.checkout is None:
            return " ".join([*changes, say("Please change your cart, then check out again.")])
        total = view.checkout.total
        if changes:
            return " ".join([*changes, say("Shall I place it at {total}?", total=total)])
        return say(
            "Your {order_type} order comes to {total}. How would you like to pay?",
            order_type=_order_type(say, view.checkout.order_type),
            total=total,
        )

    def buttons(self, say: Speech) -> Rows:
        """The ways to pay this very quote."""
        checkout = self.view.checkout
        if checkout is None:
            return ((cart_button(say), menu_button(say)),)
        labels = {
            "cash": say("Cash"),
            "card": say("Card at the counter"),
            "upi": say("UPI at the counter"),
        }
        quote: dict[str, Json] = {"checkout": checkout.checkout_id.hex}
        return tuple(
            (Button(label, Call("choose_payment", {"method": method, **quote})),)
            for method, label in labels.items()
        )

    def if_yes(self) -> Call | None:
        """How to pay is still to be said: it is asked again."""
        return Call("checkout") if self.view.checkout else None

    def card(self, say: Speech) -> Card | None:
        """What is being paid for; no longer editable here."""
        view = self.view
        return CartCard(lines=view.lines, total=view.total, editable=False)


def _order_type(say: Speech, order_type: str) -> str:
    known = {
        "take_away": say("take-away"),
        "dine_in": say("dine-in"),
        "delivery": say("delivery"),
    }
    return known.get(order_type, order_type.replace("_", " "))


def _difference(say: Speech, one: Difference) -> str:
    match one.kind:
        case "price" if one.was is not None and one.now is not None:
            return say(
                "{item} is now {now} (was {was}).", item=one.item_name, now=one.now, was=one.was
            )
        case "unavailable":
            return say("{item} is sold out.", item=one.item_name)
        case "not_served":
            return say("{item} is not served right now.", item=one.item_name)
        case "stock":
            return say("Only {left} of {item} left.", left=one.left or 0, item=one.item_name)
        case _:
            return say("{item} has changed.", item=one.item_name)
