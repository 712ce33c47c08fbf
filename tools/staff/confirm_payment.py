"""confirm_payment: "12 paid", "upi received for 12"."""

from typing import Literal

from tools.kit.params import Handle, OrderNo
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.money import MoneyTaken


@tool()
async def confirm_payment(
    turn: Turn,
    order_no: OrderNo = None,
    method: Literal["cash", "card", "upi"] | None = None,
    order: Handle = None,
) -> MoneyTaken:
    """Say that an order is paid. Raises WhichOrder, and what `app.confirm_payment` refuses."""
    view = await turn.call("confirm_payment", *order_meant(order_no, order), method)
    return MoneyTaken(view=view)
