"""accept_order: "accept 12", "accept order 12 ready in 15"."""

from tools.kit.params import Handle, OrderNo
from tools.kit.staff.params import Minutes
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.orders import OrderMoved


@tool(says=("accept 12", "12 accepted, ready in 15"))
async def accept_order(
    turn: Turn, order_no: OrderNo = None, minutes: Minutes = None, order: Handle = None
) -> OrderMoved:
    """Take an order, and tell when it will be ready.

    Raises WhichOrder, and what `app.accept_order` refuses.
    """
    view = await turn.call("accept_order", *order_meant(order_no, order), minutes)
    return OrderMoved(view=view, now=turn.now)
