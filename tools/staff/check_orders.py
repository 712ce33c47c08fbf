"""check_orders: "open orders", "order 12"."""

from tools.kit.params import Handle, OrderNo
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_or_all
from tools.results.staff.open_orders import OpenOrders


@tool()
async def check_orders(turn: Turn, order_no: OrderNo = None, order: Handle = None) -> OpenOrders:
    """Show the orders under way, or one with its next steps.

    Raises NoSuchOrder, and what `app.check_orders` refuses.
    """
    view = await turn.call("check_orders", *order_or_all(order_no, order))
    return OpenOrders(view=view, now=turn.now)
