"""transfer_tab: "move table 4 to 7"."""

from tools.kit.params import Said, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.table import table_name
from tools.results.staff.tables import TableMoved


@tool()
async def transfer_tab(turn: Turn, table: Words = "", to: Said = "") -> TableMoved:
    """Move what a table has to another table.

    Raises what `app.transfer_tab` refuses; TableTaken offers to put both together.
    """
    name = table_name(table)
    return TableMoved(view=await turn.call("transfer_tab", name, table_name(to)), table=name)
