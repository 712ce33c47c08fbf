"""choose_order_type: "I'll eat here"."""

from tools.kit.params import Said
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.order_type import order_type_of
from tools.results.way import WayAsked, WayChosen


@tool(says=("make it dine in", "I'll eat here", "takeaway", "home delivery please"))
async def choose_order_type(turn: Turn, order_type: Said = "") -> WayChosen | WayAsked:
    """Choose take-away, dine-in or delivery."""
    view = await turn.call("choose_order_type", order_type_of(order_type))
    if not order_type and view.quote:
        return WayAsked(view=view, now=turn.now, problems=view.quote.problems)
    return WayChosen(view=view, now=turn.now)
