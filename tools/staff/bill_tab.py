"""bill_tab: "bill for table 4"."""

from tools.kit.params import Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.table import table_name
from tools.results.staff.bills import Billed


@tool(says=("bill for table 4", "table 4 wants to pay"))
async def bill_tab(turn: Turn, table: Words = "") -> Billed:
    """Make the bill of a table.

    Raises what `app.bill_tab` refuses.
    """
    return Billed(view=await turn.call("bill_tab", table_name(table)))
