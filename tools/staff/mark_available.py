"""mark_available: "idly is back"."""

from tools.kit.call import Call
from tools.kit.params import Items
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import Ingredient
from tools.resolve.staff.counted import counted_of
from tools.resolve.staff.dish import dishes_of
from tools.results.staff.asked import StaffAsked
from tools.results.staff.stock import Back


@tool(says=("idly is back", "un-86 masala dosa", "vada is available again"))
async def mark_available(turn: Turn, items: Items = None) -> Back | StaffAsked:
    """Sell dishes again that were marked sold out.

    What is unclear is asked about first: then nothing is done yet. So is how much there is of an
    ingredient.
    """
    thing = counted_of(turn, items[0]) if items and len(items) == 1 else None
    if isinstance(thing, Ingredient):
        question = turn.say(
            'How much {item} is there? Say for example "we have 3 {unit} {item}".',
            item=thing.name,
            unit=thing.unit,
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=())
    dishes = dishes_of(turn, items, lambda names: Call("mark_available", {"items": names}))
    if isinstance(dishes, tuple):
        question, answers = dishes
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    view = await turn.call("mark_available", [one.id for one in dishes])
    return Back(view=view, now=turn.now)
