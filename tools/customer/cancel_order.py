"""cancel_order: "cancel my order", "cancel order 12"."""

from tools.kit.params import Handle, OrderNo, Sure
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.order_ref import order_id
from tools.results.cancelling import Cancelling


@tool()
async def cancel_order(
    turn: Turn, order_no: OrderNo = None, order: Handle = None, sure: Sure = False
) -> Cancelling:
    """Cancel a placed order, once the customer has said yes.

    Raises OrderNotFound, TooLateToChange, OrderPastThat.
    """
    view = await turn.call("cancel_order", order_no, order_id(order), sure)
    return Cancelling(view=view, asks=any(one.may_change for one in view.orders))
