"""undo: takes back what one did last."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.undone import TakenBack


@tool()
async def undo(turn: Turn) -> TakenBack:
    """Take back the last change the person made. Raises what `app.undo` refuses."""
    return TakenBack(view=await turn.call("undo"))
