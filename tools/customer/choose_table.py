"""choose_table: "table 4", a code on the table that opens the bot."""

from tools.kit.params import Said
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.way import WayAsked, WayChosen


@tool()
async def choose_table(turn: Turn, table: Said = "") -> WayChosen | WayAsked:
    """Eat here, at a table; without one, ask at which. Raises UnknownTable."""
    view = await turn.call("choose_table", table or None)
    if not table and view.quote:
        return WayAsked(view=view, now=turn.now, problems=view.quote.problems)
    return WayChosen(view=view, now=turn.now)
