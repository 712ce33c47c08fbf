"""cancel_for_customer: "cancel 12 customer did not come"."""

from tools.kit.params import Handle, OrderNo, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.resolve.staff.reason import ask_why
from tools.results.staff.asked import StaffAsked
from tools.results.staff.orders import OrderMoved


@tool()
async def cancel_for_customer(
    turn: Turn, order_no: OrderNo = None, reason: Words = "", order: Handle = None
) -> OrderMoved | StaffAsked:
    """Cancel an order that was taken.

    Without a reason it is asked. Raises WhichOrder, and what `app.cancel_for_customer` refuses.
    """
    meant = order_meant(order_no, order)
    if not reason:
        question, answers = ask_why(turn, "cancel_for_customer", order_no, order)
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    return OrderMoved(view=await turn.call("cancel_for_customer", *meant, reason), now=turn.now)
