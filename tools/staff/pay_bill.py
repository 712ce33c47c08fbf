"""pay_bill: "table 4 paid cash", "table 4 pays 200 by upi"."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from tools.kit.params import BUTTON_ONLY, Said, Sure, Total, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.table import table_name
from tools.results.staff.bills import WAYS, BillPaid, PaymentConfirmed

BillNo = Annotated[int | None, Field(ge=1, le=9999), BUTTON_ONLY]


@tool(says=("table 4 paid cash", "table 4 pays 200 by upi"))
async def pay_bill(
    turn: Turn,
    table: Words = "",
    method: Said = "",
    amount: Total = None,
    bill: BillNo = None,
    sure: Sure = False,
) -> BillPaid | PaymentConfirmed:
    """Book what a table has paid.

    Money is booked by a button only, which carries the sum it showed. Raises what `app.pay_bill`
    refuses: TabChanged, where something was ordered since.
    """
    name = table_name(table)
    way = next((one for one in WAYS if one in method.casefold().split()), None)
    if sure and way and amount:
        view = await turn.call("pay_bill", name, bill, way, Decimal(amount))
        return BillPaid(view=view, table=name)
    view = await turn.call("bill_tab", name)
    told = Decimal(amount) if amount else None
    only = view.tab.open_bills if view.tab else ()
    if told is None and len(only) == 1:
        told, bill = only[0].amount, only[0].bill_no
    return PaymentConfirmed(view=view, way=way, amount=told, bill=bill)
