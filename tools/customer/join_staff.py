"""join_staff: "/join CODE", or the link of a code; in private, by somebody not yet on the staff."""

from tools.kit.params import Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.people import Joined


@tool()
async def join_staff(turn: Turn, code: Words = "") -> Joined:
    """Join the staff of the shop by a one-time code.

    Raises what `app.join_staff` refuses.
    """
    return Joined(view=await turn.call("join_staff", code), shop=turn.tenant.name)
