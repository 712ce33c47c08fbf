"""help: "what can I say"."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.dish import example
from tools.results.staff.talk import StaffTalk


@tool()
async def help(turn: Turn) -> StaffTalk:  # noqa: A001
    """Tell what staff can say."""
    return StaffTalk(view=await turn.call("record_turn"), dish=example(turn))
