"""The cart, shown and changed."""

from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call
from tools.kit.result import Button, Card, CartCard, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import CartLine, SessionView
from tools.results.alerts import banner, troubled
from tools.results.buttons import cart_button, checkout_button, menu_button, status_button
from tools.results.differences import keep_or_remove, remove_button, repriced
from tools.results.lines import described, priced
from tools.results.moments import spoken_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class CartShown(Result):
    """The cart as it stands. An empty one is no error. With `now` it tells when it is wanted."""

    now: datetime | None = None

    def text(self, say: Speech) -> str:
        """ "Your cart: 2x Idly (₹80). Total: ₹80. Ready to checkout?", under rules and time."""
        head = banner(say, self.view.dietary)
        return "\n".join(part for part in (head, self._when(say), self._lines(say)) if part)

    def _when(self, say: Speech) -> str:
        at, now = self.view.pickup_at, self.now
        if at is None or now is None or at <= now:
            return ""
        return say("For {when}:", when=spoken_moment(say, at, now))

    def _lines(self, say: Speech) -> str:
        view = self.view
        if not view.lines and _just_ordered(view):
            return say('Your cart is empty. Say "my orders" to see or change what you ordered.')
        if not view.lines:
            return say('Your cart is empty. Tell me what you would like, or say "menu".')
        lines = ", ".join(priced(say, line) for line in view.lines)
        if any(map(troubled, view.lines)):
            return say(
                "Your cart: {lines}. Total: {total}. Please look at what is marked before you "
                "check out.",
                lines=lines,
                total=view.total,
            )
        return say(
            "Your cart: {lines}. Total: {total}. Ready to checkout?", lines=lines, total=view.total
        )

    def buttons(self, say: Speech) -> Rows:
        """What to do with it; first with what keeps it from being ordered."""
        if not self.view.lines and _just_ordered(self.view):
            return ((status_button(say), menu_button(say)),)
        if not self.view.lines:
            return ((menu_button(say),),)
        names = [line.item_name for line in self.view.lines]
        ways = [
            _ways_out(say, line, alone=names.count(line.item_name) == 1)
            for line in self.view.lines
            if troubled(line)
        ]
        clear = Button(say("Clear cart"), Call("clear_cart"))
        return (*ways, (checkout_button(say),), (menu_button(say), clear))

    def if_yes(self) -> Call | None:
        """It is ready to check out."""
        ready = self.view.lines and not any(map(troubled, self.view.lines))
        return Call("checkout") if ready else None

    def card(self, say: Speech) -> Card | None:
        """The lines with their prices."""
        view = self.view
        return cart_card(view, told=not view.changed) if view.lines else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CartChanged(CartShown):
    """The cart after a change, which is said first. Without one (a replay) it is only shown."""

    def text(self, say: Speech) -> str:
        """What changed, and the total."""
        if not self.view.changed:
            return CartShown.text(self, say)
        return " ".join([self.change(say), *repriced(say, self.view.changed), self.total(say)])

    def buttons(self, say: Speech) -> Rows:
        """The way on."""
        if not self.view.lines:
            return ((menu_button(say),),)
        return ((cart_button(say), checkout_button(say)),)

    def if_yes(self) -> Call | None:
        """Only where the cart is shown it is asked whether to check out."""
        return None if self.view.changed else CartShown.if_yes(self)

    def change(self, say: Speech) -> str:
        """ "Masala Dosa is now 3x." """
        return " ".join(
            say("{item} is now {quantity}x.", item=described(say, line), quantity=line.quantity)
            for line in self.view.changed
        )

    def total(self, say: Speech) -> str:
        """What the cart comes to now."""
        return say("Total: {total}.", total=self.view.total)


def _just_ordered(view: SessionView) -> bool:
    """Whether what was in the cart is an order now, which may be what one asks for."""
    return view.step == "order_placed"


def cart_card(view: SessionView, *, told: bool = False) -> CartCard:
    """The session's cart to be drawn, headed by the customer's rules."""
    return CartCard(view.lines, view.total, told=told, dietary=view.dietary)


def _ways_out(say: Speech, line: CartLine, *, alone: bool) -> tuple[Button, ...]:
    """Of a line that cannot be ordered as it is: keep it all the same, or take it out.

    Of several lines of one dish each is named in full.
    """
    name = line.item_name if alone else described(say, line)
    if line.refusal or not line.conflicts:
        return (remove_button(say, name, line.line_no),)
    return keep_or_remove(say, name, line.line_no)
