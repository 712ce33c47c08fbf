"""show_usage: how a command of the rooms is written."""

from tools.kit.params import Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.usage import UsageShown


@tool()
async def show_usage(turn: Turn, command: Words = "") -> UsageShown:
    """Tell how a command is written; without one, which there are."""
    return UsageShown(view=await turn.call("record_turn"), command=command)
