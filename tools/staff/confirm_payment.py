"""confirm_payment: "12 paid", "upi received for 12"."""

from decimal import Decimal
from typing import Literal

from tools.kit.params import Handle, OrderNo, Sure, Total
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.money import MoneyTaken
from tools.results.staff.money_asked import PaymentAsked


@tool()
async def confirm_payment(
    turn: Turn,
    order_no: OrderNo = None,
    method: Literal["cash", "card", "upi"] | None = None,
    order: Handle = None,
    amount: Total = None,
    sure: Sure = False,
) -> MoneyTaken | PaymentAsked:
    """Book that an order is paid.

    Money is booked by a button only, which carries the sum it showed.
    Raises WhichOrder, and what `app.confirm_payment` refuses: SumChanged, where it is another now.
    """
    due = None if amount is None else Decimal(amount)
    booked = sure and due is not None
    view = await turn.call("confirm_payment", *order_meant(order_no, order), method, due, booked)
    return MoneyTaken(view=view) if booked else PaymentAsked(view=view)
