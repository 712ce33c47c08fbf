"""clear_cart: "clear my cart"."""

from dataclasses import dataclass

from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.buttons import menu_button, status_button


@dataclass(frozen=True, slots=True, kw_only=True)
class CartCleared(Result):
    """An empty cart."""

    def text(self, say: Speech) -> str:
        """That it is empty now; that it does not undo an order, which one may have meant."""
        if self.view.step == "order_placed":
            return say('Your cart is empty. To cancel an order, say "cancel my order".')
        return say("Your cart is empty now. What would you like to order?")

    def buttons(self, say: Speech) -> Rows:
        """The way to a new order, and to those placed."""
        return ((menu_button(say), status_button(say)),)


@tool(says=("clear my cart", "cancel everything", "start over"))
async def clear_cart(turn: Turn) -> CartCleared:
    """Take everything out of the cart."""
    return CartCleared(view=await turn.call("clear_cart"))
