"""split_tab: "split table 4 in 3", "split table 4 by guest"."""

from typing import Annotated

from pydantic import Field

from tools.kit.call import Call
from tools.kit.params import BUTTON_ONLY, Said, Words
from tools.kit.result import Button
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.table import table_name
from tools.results.staff.asked import StaffAsked
from tools.results.staff.bills import Billed

Parts = Annotated[int | None, Field(ge=2, le=20), BUTTON_ONLY]
_WAYS = ("guest", "line")


@tool()
async def split_tab(
    turn: Turn, table: Words = "", how: Said = "", parts: Parts = None
) -> Billed | StaffAsked:
    """Split what a table still has to pay.

    `how`: equal, in `parts`, guest or line; else it is asked. Raises what `app.split_tab` refuses.
    """
    name = table_name(table)
    numbers = [int(word) for word in how.split() if word.isdecimal() and 2 <= int(word) <= 20]
    if parts is None and len(numbers) == 1:
        how, parts = "equal", numbers[0]
    way = next((one for one in _WAYS if one in how), "equal")
    if parts is None and way == "equal":
        ways = [
            (turn.say("In {parts}", parts=number), {"how": "equal", "parts": number})
            for number in (2, 3, 4, 5)
        ]
        ways += [(turn.say("By guest"), {"how": "guest"}), (turn.say("By dish"), {"how": "line"})]
        return StaffAsked(
            view=await turn.call("record_turn"),
            question=turn.say("How shall I split table {table}?", table=name),
            answers=tuple(
                Button(label, Call("split_tab", {"table": name, **args})) for label, args in ways
            ),
        )
    return Billed(view=await turn.call("split_tab", name, way, parts))
