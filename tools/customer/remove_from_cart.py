"""remove_from_cart: "remove the idly", "one idly less"."""

from dataclasses import dataclass

from tools.kit.call import Json
from tools.kit.params import Items, LineNo, Quantity
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.line_ref import line_ref
from tools.results.cart import CartChanged
from tools.results.lines import with_quantity
from tools.results.which_line import WhichLine


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFromCart(CartChanged):
    """What was taken out, and the total that is left."""

    def change(self, say: Speech) -> str:
        """ "Removed 1x Idly." """
        removed = [with_quantity(say, line, -line.delta) for line in self.view.changed]
        return say("Removed {lines}.", lines=say.join(removed))

    def total(self, say: Speech) -> str:
        """ "Your total is now ₹80." """
        if not self.view.lines:
            return say("Your cart is empty now.")
        return say("Your total is now {total}.", total=self.view.total)


@tool(says=("remove the idly", "one idly less", "cancel the masala dosa and the coffee"))
async def remove_from_cart(
    turn: Turn, items: Items = None, quantity: Quantity | None = None, line: LineNo = None
) -> RemovedFromCart | WhichLine:
    """Take dishes out of the cart, whole or `quantity` fewer."""
    wanted: list[str | None] = [*(items or ())] or [None]
    refs: list[Json] = [line_ref(turn, words, line) for words in wanted]
    view = await turn.call("remove_from_cart", refs, quantity)
    if view.ask_lines:
        args: dict[str, Json] = {} if quantity is None else {"quantity": quantity}
        return WhichLine(view=view, tool="remove_from_cart", args=args)
    return RemovedFromCart(view=view)
