"""refund_payment: "refund 12", "refund 50 for 12"."""

from decimal import Decimal

from tools.kit.params import Handle, OrderNo
from tools.kit.staff.params import Sum
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.money import MoneyReturned


@tool()
async def refund_payment(
    turn: Turn, order_no: OrderNo = None, amount: Sum = None, order: Handle = None
) -> MoneyReturned:
    """Say that money of an order has gone back.

    It is all that has to, where no sum is said.
    Raises WhichOrder, and what `app.refund_payment` refuses.
    """
    money = None if amount is None else Decimal(amount)
    view = await turn.call("refund_payment", *order_meant(order_no, order), money)
    return MoneyReturned(view=view)
