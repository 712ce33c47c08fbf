"""merge_tabs: "join table 4 and 5", by rules, commands and buttons."""

from tools.kit.params import Said, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.table import table_name
from tools.results.staff.tables import TableMoved


@tool()
async def merge_tabs(turn: Turn, table: Words = "", into: Said = "") -> TableMoved:
    """Put two tables on one bill.

    Raises what `app.merge_tabs` refuses.
    """
    name = table_name(table)
    view = await turn.call("merge_tabs", name, table_name(into))
    return TableMoved(view=view, table=name, merged=True)
