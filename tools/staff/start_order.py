"""start_order: "start order 12"."""

from tools.kit.params import Handle, OrderNo
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.orders import OrderMoved


@tool()
async def start_order(turn: Turn, order_no: OrderNo = None, order: Handle = None) -> OrderMoved:
    """Say that an order is being prepared.

    Raises WhichOrder, and what `app.start_order` refuses.
    """
    view = await turn.call("start_order", *order_meant(order_no, order))
    return OrderMoved(view=view, now=turn.now)
