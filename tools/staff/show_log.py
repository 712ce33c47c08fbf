"""show_log: "/log", "/log @ravi", "/log idly"."""

from tools.kit.params import Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.log import LogShown

MOST = 20


@tool()
async def show_log(turn: Turn, about: Words = "") -> LogShown:
    """Tell what the staff did last, or about a person or thing."""
    return LogShown(
        view=await turn.call("show_log", about or None, MOST), about=about, now=turn.now
    )
