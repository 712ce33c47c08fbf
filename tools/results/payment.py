"""A quote and the ways to pay it."""

from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call, Json
from tools.kit.result import Button, Card, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import Checkout
from tools.results.buttons import cart_button, menu_button
from tools.results.cart import cart_card
from tools.results.differences import difference, way_on
from tools.results.moments import spoken_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentAsked(Result):
    """The total, what has changed since the customer last saw it, and how to pay.

    Without an open checkout something in the cart cannot be had now: the cart has to change first.
    """

    now: datetime
    asks: bool = True

    def text(self, say: Speech) -> str:
        """ "Your take-away order comes to ₹240. How would you like to pay?" """
        view = self.view
        told = [difference(say, one) for one in view.differences]
        if view.checkout is None:
            return " ".join([*told, say("Please change your cart, then check out again.")])
        checkout = view.checkout
        if told:
            if checkout.pickup_at is not None:
                told.append(say("It is for {when}.", when=self._when(say, checkout.pickup_at)))
            told.append(say("Shall I place it at {total}?", total=checkout.total))
        else:
            told.append(self._quote(say, checkout))
        return " ".join(told)

    def _quote(self, say: Speech, checkout: Checkout) -> str:
        order_type = order_type_name(say, checkout.order_type)
        if checkout.pickup_at is None:
            return say(
                "Your {order_type} order comes to {total}. How would you like to pay?",
                order_type=order_type,
                total=checkout.total,
            )
        return say(
            "Your {order_type} order for {when} comes to {total}. How would you like to pay?",
            order_type=order_type,
            when=self._when(say, checkout.pickup_at),
            total=checkout.total,
        )

    def _when(self, say: Speech, at: datetime) -> str:
        return spoken_moment(say, at, self.now)

    def buttons(self, say: Speech) -> Rows:
        """The ways to pay this very quote; without one, how the cart can be put right."""
        checkout = self.view.checkout
        if checkout is None:
            rows = way_on(say, self.view.differences)
            return (*rows, (cart_button(say), menu_button(say)))
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
        return cart_card(self.view, editable=False)


def order_type_name(say: Speech, order_type: str) -> str:
    """ "take-away"."""
    known = {
        "take_away": say("take-away"),
        "dine_in": say("dine-in"),
        "delivery": say("delivery"),
    }
    return known.get(order_type, order_type.replace("_", " "))
