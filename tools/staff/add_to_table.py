"""add_to_table: "table 4 needs a Coke"."""

from tools.kit.params import Handle, Lines, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.ask import as_said
from tools.resolve.order_line import Ready, resolve_lines
from tools.resolve.staff.table import ask_for_table, table_name
from tools.results.questions import Question
from tools.results.staff.asked import StaffAsked
from tools.results.staff.tables import TableServed


@tool(says=("table 4 needs a Coke", "2 idly for table 12", "T5: one more coffee, no sugar"))
async def add_to_table(
    turn: Turn, lines: Lines, table: Words = "", guest: Handle = None
) -> TableServed | StaffAsked:
    """Put dishes on what a table has.

    `guest` is who asked for them, where that was said. The first line that is unclear is asked
    about, and nothing is added before it is answered. Raises what `app.add_to_table` refuses.
    """
    name = table_name(table)
    resolved = resolve_lines(turn, lines)
    asked = [(line, one) for line, one in resolved if isinstance(one, Question)]
    ready = [one for _, one in resolved if isinstance(one, Ready)]
    if asked:
        (_, question), *others = asked
        waiting = [*(one.said for one in ready), *(as_said(line) for line, _ in others)]
        sentence, answers = ask_for_table(turn, question, name, waiting, guest)
        return StaffAsked(view=await turn.call("record_turn"), question=sentence, answers=answers)
    view = await turn.call("add_to_table", name, [one.row for one in ready], guest)
    return TableServed(view=view, table=name)
