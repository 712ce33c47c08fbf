"""close_tab: "close table 4", by rules, commands and buttons."""

from tools.kit.params import Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.table import table_name
from tools.results.staff.tables import TableClosed


@tool()
async def close_tab(turn: Turn, table: Words = "") -> TableClosed:
    """Close a table that owes nothing.

    Raises what `app.close_tab` refuses.
    """
    name = table_name(table)
    return TableClosed(view=await turn.call("close_tab", name), table=name)
