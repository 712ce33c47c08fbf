"""mark_ready: "order 12 is ready"."""

from tools.kit.params import Handle, OrderNo
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.orders import OrderMoved


@tool(says=("order 12 is ready", "#12 is packed"))
async def mark_ready(turn: Turn, order_no: OrderNo = None, order: Handle = None) -> OrderMoved:
    """Mark an order ready.

    Raises WhichOrder, and what `app.mark_ready` refuses.
    """
    view = await turn.call("mark_ready", *order_meant(order_no, order))
    return OrderMoved(view=view, now=turn.now)
