"""refund_payment: "refund 12", "refund 50 for 12"."""

from decimal import Decimal

from tools.kit.params import Handle, OrderNo, Sure, Total
from tools.kit.staff.params import Sum
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.order import order_meant
from tools.results.staff.money import MoneyReturned
from tools.results.staff.money_asked import RefundAsked


@tool()
async def refund_payment(
    turn: Turn,
    order_no: OrderNo = None,
    amount: Sum = None,
    order: Handle = None,
    most: Total = None,
    sure: Sure = False,
) -> MoneyReturned | RefundAsked:
    """Book that money of an order has gone back.

    It is all that has to, where no sum is said. Money is booked by a button only, which carries
    the sums it showed. Raises WhichOrder, and what `app.refund_payment` refuses: SumChanged, where
    something else has to go back by now.
    """
    money = None if amount is None else Decimal(amount)
    told = None if most is None else Decimal(most)
    booked = sure and money is not None and told is not None
    meant = order_meant(order_no, order)
    view = await turn.call("refund_payment", *meant, money, told, booked)
    return MoneyReturned(view=view) if booked else RefundAsked(view=view)
