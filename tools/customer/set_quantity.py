"""set_quantity: "make it 3", "change idly to 4"."""

from tools.kit.params import Item, LineNo, Quantity
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.line_ref import line_ref
from tools.resolve.override import more_anyway
from tools.results.added import Asked
from tools.results.cart import CartChanged
from tools.results.which_line import WhichLine


@tool(says=("make it 3", "change idly to 4", "I want 5 masala dosa instead of 2"))
async def set_quantity(
    turn: Turn, quantity: Quantity, item: Item = None, line: LineNo = None
) -> CartChanged | WhichLine | Asked:
    """Set how many of a dish in the cart."""
    view = await turn.call("set_quantity", line_ref(turn, item, line), quantity)
    if view.ask_lines:
        return WhichLine(view=view, tool="set_quantity", args={"quantity": quantity})
    for against in view.conflicts:
        had = next(one for one in view.lines if one.line_no == against.line_no)
        more = had.model_copy(update={"quantity": quantity - had.quantity})
        return Asked(view=view, question=more_anyway(turn, against, more))
    return CartChanged(view=view)
