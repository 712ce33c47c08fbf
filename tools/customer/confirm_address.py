"""confirm_address: the button "Yes" under "Deliver to 12 Lake Road?"."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.way import WayChosen


@tool()
async def confirm_address(turn: Turn) -> WayChosen:
    """Have the order brought where the last one was."""
    return WayChosen(view=await turn.call("confirm_address"), now=turn.now)
