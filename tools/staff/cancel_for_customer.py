"""cancel_for_customer: "cancel 12 customer did not come"."""

from tools.kit.params import Handle, OpenWords, OrderNo, Sure
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.ending import ended_or_why
from tools.resolve.staff.order import order_meant
from tools.results.staff.asked import ReasonAwaited, StaffAsked
from tools.results.staff.orders import OrderMoved


@tool()
async def cancel_for_customer(
    turn: Turn,
    order_no: OrderNo = None,
    reason: OpenWords = "",
    order: Handle = None,
    in_words: Sure = False,
) -> OrderMoved | StaffAsked | ReasonAwaited:
    """Cancel an order that was taken.

    Without a reason it is asked; `in_words`: his next words are it.
    Raises WhichOrder, and what `app.cancel_for_customer` refuses.
    """
    meant = order_meant(order_no, order)
    view = await turn.call("cancel_for_customer", *meant, reason or None)
    return ended_or_why(turn, view, "cancel_for_customer", order_no, order, in_words=in_words)
