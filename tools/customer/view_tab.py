"""view_tab: what the table of a guest has."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.tab import TabShown


@tool()
async def view_tab(turn: Turn) -> TabShown:
    """Show what the table's bill has, and who asked for it."""
    return TabShown(view=await turn.call("view_tab"))
