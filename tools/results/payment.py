"""A quote and the ways to pay it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call
from tools.kit.result import Awaited, Card, CartCard, Result, Rows, Wanted
from tools.kit.speech import Speech
from tools.kit.view import Checkout, CouponRefusal, Quote
from tools.results.bill import bill, ready, total_with_tax
from tools.results.buttons import cart_button, menu_button
from tools.results.cart import cart_card
from tools.results.coupons import coupon_refused, remove_coupon_button
from tools.results.differences import difference, way_on
from tools.results.moments import spoken_moment
from tools.results.order_types import order_type_name
from tools.results.pay_buttons import payment_rows
from tools.results.problems import awaited, problem, problem_rows, wanted
from tools.results.ways import change_rows, destination


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentAsked(Result):
    """The quote: what has changed since the customer last saw it, the bill, and how to pay.

    Where the dishes are all there is to pay, the sentence is enough and the card has the lines.
    Without an open checkout something is in the way of the order: it has to change first.
    `expired`: it stands in place of one that was confirmed too late.
    """

    now: datetime
    expired: bool = False
    asks: bool = True

    def text(self, say: Speech) -> str:
        """ "Your take-away order comes to ₹240. How would you like to pay?" """
        view = self.view
        told = " ".join(self._changes(say))
        if view.checkout is None:
            way = say("Please change your cart, then check out again.")
            return f"{told} {way}" if view.differences or not told else told
        lines = [told] if told else []
        where = [*destination(say, view.checkout.way)] if view.checkout.way else []
        lines += where
        if charges := self._quote.charges:
            lines += bill(say, view.lines, charges)
            lines += total_with_tax(say, view.checkout.total, charges)
            lines += filter(None, [self._ready(say)])
        ask = (self._asked if view.differences else self._comes)(say, view.checkout)
        if told and not (charges or where):
            return f"{told} {ask}"
        return "\n".join([*lines, ask])

    def buttons(self, say: Speech) -> Rows:
        """The ways to pay this very quote; without one, how the cart can be put right."""
        checkout, quote = self.view.checkout, self._quote
        code = quote.discount or quote.coupon
        without = ((remove_coupon_button(say, code.code),),) if code else ()
        if checkout is None:
            ways = way_on(say, self.view.differences)
            rows = (*ways, *problem_rows(say, quote.problems, self.now), *without)
            return (*rows, (cart_button(say), menu_button(say)))
        return (*payment_rows(say, checkout), *without, *change_rows(say, checkout.way))

    def if_yes(self) -> Call | None:
        """How to pay is still to be said: it is asked again. Else it is the address known."""
        if self.view.checkout:
            return Call("checkout")
        return Call("confirm_address") if self._knows_address else None

    def if_no(self) -> Call | None:
        """It goes to another address."""
        return Call("give_address") if self._knows_address else None

    def awaits(self) -> Awaited | None:
        """A table or an address, where that is in the way."""
        return None if self.view.checkout else awaited(self._quote.problems)

    def wants(self) -> Wanted:
        """A location, where an address is in the way."""
        return () if self.view.checkout else wanted(self._quote.problems)

    def card(self, say: Speech) -> Card | None:
        """What is being paid for; no longer editable here."""
        checkout, charges = self.view.checkout, self._quote.charges
        if checkout is None:
            return cart_card(self.view)
        return CartCard(
            self.view.lines,
            checkout.total,
            editable=False,
            told=bool(charges),
            dietary=self.view.dietary,
            charges=charges,
            ready=self._ready(say),
        )

    @property
    def _knows_address(self) -> bool:
        return not self.view.checkout and any(
            one.kind == "address_known" for one in self._quote.problems
        )

    @property
    def _quote(self) -> Quote:
        """The newest: of a checkout that was open before, only the time it is ready at differs."""
        checkout = self.view.checkout
        return self.view.quote or (checkout.quote if checkout else Quote())

    def _changes(self, say: Speech) -> Iterator[str]:
        """What is not as the customer saw it, the code that does not count, what is in the way."""
        if self.expired and not self.view.differences:
            yield say("That was too long ago, so please look at it once more.")
        for one in self.view.differences:
            yield difference(say, one)
        refused = self._quote.coupon
        if refused is not None and not _is_told(refused, self):
            yield coupon_refused(say, refused)
        for each in self._quote.problems:
            yield problem(say, each)

    def _ready(self, say: Speech) -> str:
        """When it will be ready; a time the customer has named needs no telling."""
        checkout = self.view.checkout
        if checkout is None or checkout.pickup_at is not None:
            return ""
        return ready(say, self._quote.ready_at, self.now, checkout.order_type)

    def _asked(self, say: Speech, checkout: Checkout) -> str:
        ask = say("Shall I place it at {total}?", total=checkout.total)
        if checkout.pickup_at is None:
            return ask
        when = spoken_moment(say, checkout.pickup_at, self.now)
        return f"{say('It is for {when}.', when=when)} {ask}"

    def _comes(self, say: Speech, checkout: Checkout) -> str:
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
            when=spoken_moment(say, checkout.pickup_at, self.now),
            total=checkout.total,
        )


def _is_told(refused: CouponRefusal, asked: PaymentAsked) -> bool:
    return any(one.coupon == refused for one in asked.view.differences)
