"""checkout: "checkout please"."""

from tools.kit.params import MaybeSaid
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.order_type import order_type_of
from tools.results.payment import PaymentAsked


@tool(says=("checkout please", "that's all", "place my order for takeaway"))
async def checkout(turn: Turn, order_type: MaybeSaid = None) -> PaymentAsked:
    """Quote the cart and ask how to pay."""
    view = await turn.call("checkout", order_type_of(order_type))
    return PaymentAsked(view=view, now=turn.now)
