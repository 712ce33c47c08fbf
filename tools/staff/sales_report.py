"""sales_report: "what's my revenue today?", "sales last month"."""

from tools.kit.call import Call
from tools.kit.params import Said
from tools.kit.result import Button
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.period import period_names, period_of
from tools.results.staff.asked import StaffAsked
from tools.results.staff.orders import SalesShown


@tool(says=("what's my revenue today?", "sales this week", "how much did we make yesterday"))
async def sales_report(turn: Turn, period: Said = "") -> SalesShown | StaffAsked:
    """Tell what the shop has taken today, or in the period said."""
    names = period_names(turn.say)
    known = period_of(period)
    if known is None:
        return StaffAsked(
            view=await turn.call("record_turn"),
            question=turn.say("I can tell about these:"),
            answers=tuple(
                Button(name, Call("sales_report", {"period": one.replace("_", " ")}))
                for one, name in names.items()
            ),
        )
    return SalesShown(view=await turn.call("sales_report", known), period=names[known])
