"""reject_order: "reject 12 no gas"."""

from tools.kit.params import Handle, OpenWords, OrderNo, Sure
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.ending import ended_or_why
from tools.resolve.staff.order import order_meant
from tools.results.staff.asked import ReasonAwaited, StaffAsked
from tools.results.staff.orders import OrderMoved


@tool()
async def reject_order(
    turn: Turn,
    order_no: OrderNo = None,
    reason: OpenWords = "",
    order: Handle = None,
    in_words: Sure = False,
) -> OrderMoved | StaffAsked | ReasonAwaited:
    """Do not take an order.

    Without a reason it is asked; `in_words`: his next words are it.
    Raises WhichOrder, and what `app.reject_order` refuses.
    """
    meant = order_meant(order_no, order)
    view = await turn.call("reject_order", *meant, reason or None)
    return ended_or_why(turn, view, "reject_order", order_no, order, in_words=in_words)
