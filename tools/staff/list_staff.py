"""list_staff: "/staff", "who is on the staff"."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.people import StaffListed


@tool()
async def list_staff(turn: Turn) -> StaffListed:
    """Tell who is on the staff, and which rooms there are."""
    return StaffListed(view=await turn.call("list_staff"))
