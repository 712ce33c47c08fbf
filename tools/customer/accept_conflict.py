"""accept_conflict: the button "Keep Lemon Rice anyway"."""

from typing import Annotated

from pydantic import Field

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.dietary import ConflictAccepted


@tool()
async def accept_conflict(
    turn: Turn, line: Annotated[int, Field(ge=1, le=32767)]
) -> ConflictAccepted:
    """Keep a line that goes against the customer's rules.

    Raises LineNotFound.
    """
    return ConflictAccepted(view=await turn.call("accept_conflict", line))
