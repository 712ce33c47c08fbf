"""give_address: "deliver to 12 Lake Road", and the answer to our question for it."""

from tools.kit.params import Address
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.kit.view import QuoteProblem
from tools.resolve.place import address_of
from tools.results.way import WayAsked, WayChosen

_WHERE = (QuoteProblem(kind="address_missing"),)


@tool()
async def give_address(turn: Turn, address: Address = "") -> WayChosen | WayAsked:
    """Have the order brought to an address; without one, ask for it."""
    words = address_of(address)
    if not words:
        view = await turn.call("record_turn")
        return WayAsked(view=view, now=turn.now, problems=_WHERE)
    return WayChosen(view=await turn.call("give_address", words), now=turn.now)
