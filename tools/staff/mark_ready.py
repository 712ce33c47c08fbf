"""mark_ready: "order 12 is ready"."""

from tools.kit.params import OrderNo
from tools.kit.staff.errors import WhichOrder
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.staff.orders import MadeReady


@tool(says=("order 12 is ready", "#12 done"))
async def mark_ready(turn: Turn, order_no: OrderNo = None) -> MadeReady:
    """Mark an order ready. Raises WhichOrder, and what `app.mark_ready` refuses."""
    if order_no is None:
        raise WhichOrder
    return MadeReady(view=await turn.call("mark_ready", order_no))
