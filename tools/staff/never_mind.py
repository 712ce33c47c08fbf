"""never_mind: the answer to "shall I?" that does nothing."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.talk import LeftAsItIs


@tool()
async def never_mind(turn: Turn) -> LeftAsItIs:
    """Leave everything as it is."""
    return LeftAsItIs(view=await turn.call("record_turn"))
