"""not_understood: anything that is not about running the shop."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.dish import example
from tools.results.staff.talk import StaffTalk


@tool(says=("what's the weather", "blah"))
async def not_understood(turn: Turn) -> StaffTalk:
    """Anything that is not about running the shop."""
    view = await turn.call("record_turn")
    return StaffTalk(view=view, dish=example(turn), puzzled=True)
