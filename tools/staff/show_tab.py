"""show_tab: "what does table 4 have", "open tables"."""

from tools.kit.params import Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.table import table_name
from tools.results.staff.tables import TableShown


@tool(says=("what does table 4 have", "show table 12", "which tables are open"))
async def show_tab(turn: Turn, table: Words = "") -> TableShown:
    """Tell what a table has, or which are open.

    Raises what `app.show_tab` refuses.
    """
    return TableShown(view=await turn.call("show_tab", table_name(table) or None))
