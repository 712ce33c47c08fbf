"""checkout: "checkout please"."""

from tools.kit.params import Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.order_type import order_type_of
from tools.results.payment import PaymentAsked


@tool(says=("checkout please", "that's all", "place my order for takeaway"))
async def checkout(turn: Turn, order_type: Words | None = None) -> PaymentAsked:
    """Quote the cart and ask how to pay."""
    return PaymentAsked(view=await turn.call("checkout", order_type_of(order_type)))
