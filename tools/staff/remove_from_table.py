"""remove_from_table: "table 4 remove one coke"."""

from typing import Annotated

from pydantic import Field

from tools.kit.call import Call, Json
from tools.kit.params import Item, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.dish import Unclear, ask_which, dish_of, handle
from tools.resolve.staff.table import table_name
from tools.results.staff.asked import StaffAsked
from tools.results.staff.tables import TakenOff

MaybePieces = Annotated[int | None, Field(ge=1, le=99, json_schema_extra={"spoken_as": "quantity"})]


@tool(says=("table 4 remove one coke", "take the 2 idly off table 12"))
async def remove_from_table(
    turn: Turn, table: Words = "", item: Item = None, quantity: MaybePieces = None
) -> TakenOff | StaffAsked:
    """Take a dish off what a table has.

    Without a quantity all of it. Words that fit several dishes are asked about. Raises what
    `app.remove_from_table` refuses.
    """
    name = table_name(table)
    dish = dish_of(turn, item)
    if isinstance(dish, Unclear):
        args: dict[str, Json] = {"table": name, **({"quantity": quantity} if quantity else {})}
        question, answers = ask_which(
            turn, dish, lambda one: Call("remove_from_table", {**args, "item": handle(one)})
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    view = await turn.call("remove_from_table", name, [dish.id], quantity)
    return TakenOff(view=view, table=name, item=dish.name)
