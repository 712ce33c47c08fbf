"""send_out: "12 out for delivery"."""

from tools.kit.params import Handle, OrderNo
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.orders import OrderMoved


@tool(says=("12 is out", "12 out for delivery"))
async def send_out(turn: Turn, order_no: OrderNo = None, order: Handle = None) -> OrderMoved:
    """Say that an order is on its way.

    Raises WhichOrder, and what `app.send_out` refuses.
    """
    view = await turn.call("send_out", *order_meant(order_no, order))
    return OrderMoved(view=view, now=turn.now)
