"""ask_for_bill: "the bill please", at a table."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.cart import CartShown
from tools.results.tab import TabShown


@tool()
async def ask_for_bill(turn: Turn) -> TabShown | CartShown:
    """Show the bill of the table, and call for somebody.

    Who sits at no table means his cart.
    """
    view = await turn.call("ask_for_bill")
    if view.tab is None and view.lines:
        return CartShown(view=view, now=turn.now)
    return TabShown(view=view, asked=True)
