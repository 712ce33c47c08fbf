"""complete_order: "12 picked up"."""

from tools.kit.params import Handle, OrderNo
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.orders import OrderMoved


@tool(says=("12 picked up", "12 delivered"))
async def complete_order(turn: Turn, order_no: OrderNo = None, order: Handle = None) -> OrderMoved:
    """Say that an order was handed over.

    Raises WhichOrder, and what `app.complete_order` refuses.
    """
    view = await turn.call("complete_order", *order_meant(order_no, order))
    return OrderMoved(view=view, now=turn.now)
