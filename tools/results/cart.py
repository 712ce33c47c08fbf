"""The cart, shown and changed."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Card, CartCard, Result, Rows
from tools.kit.speech import Speech
from tools.results.buttons import cart_button, checkout_button, menu_button
from tools.results.lines import described, with_quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class CartShown(Result):
    """The cart as it stands. An empty one is no error."""

    def text(self, say: Speech) -> str:
        """ "Your cart: 2x Idly (₹80). Total: ₹80. Ready to checkout?" """
        view = self.view
        if not view.lines:
            return say('Your cart is empty. Tell me what you would like, or say "menu".')
        lines = ", ".join(
            f"{with_quantity(say, line)} ({say.money(line.line_total)})" for line in view.lines
        )
        return say(
            "Your cart: {lines}. Total: {total}. Ready to checkout?", lines=lines, total=view.total
        )

    def buttons(self, say: Speech) -> Rows:
        """What to do with it."""
        if not self.view.lines:
            return ((menu_button(say),),)
        clear = Button(say("Clear cart"), Call("clear_cart"))
        return ((checkout_button(say),), (menu_button(say), clear))

    def if_yes(self) -> Call | None:
        """It is ready to check out."""
        return Call("checkout") if self.view.lines else None

    def card(self, say: Speech) -> Card | None:
        """The lines with their prices."""
        view = self.view
        told = not view.changed
        return CartCard(lines=view.lines, total=view.total, told=told) if view.lines else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CartChanged(CartShown):
    """The cart after a change, which is said first. Without one (a replay) it is only shown."""

    def text(self, say: Speech) -> str:
        """What changed, and the total."""
        if not self.view.changed:
            return CartShown.text(self, say)
        return f"{self.change(say)} {self.total(say)}"

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
