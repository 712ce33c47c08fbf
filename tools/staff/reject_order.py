"""reject_order: "reject 12 no gas"."""

from tools.kit.params import Handle, OrderNo, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.resolve.staff.reason import ask_why
from tools.results.staff.asked import StaffAsked
from tools.results.staff.orders import OrderMoved


@tool()
async def reject_order(
    turn: Turn, order_no: OrderNo = None, reason: Words = "", order: Handle = None
) -> OrderMoved | StaffAsked:
    """Do not take an order.

    Without a reason it is asked. Raises WhichOrder, and what `app.reject_order` refuses.
    """
    meant = order_meant(order_no, order)
    if not reason:
        question, answers = ask_why(turn, "reject_order", order_no, order)
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    return OrderMoved(view=await turn.call("reject_order", *meant, reason), now=turn.now)
