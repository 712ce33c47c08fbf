"""mark_unavailable: "86 idly till 6", "masala dosa is sold out for today"."""

from decimal import Decimal

from tools.kit.call import Call
from tools.kit.params import Items, Said
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import Ingredient
from tools.resolve.staff.counted import Twins, ask_of_twins, counted_of, ingredient_handle
from tools.resolve.staff.dish import dishes_of, handle
from tools.resolve.staff.until import Until, ask_until, until
from tools.results.staff.asked import StaffAsked
from tools.results.staff.ingredients import IngredientChanged
from tools.results.staff.stock import SoldOut


@tool(says=("86 idly till 6", "masala dosa is sold out for today", "we're out of vada"))
async def mark_unavailable(
    turn: Turn, items: Items = None, when: Said = ""
) -> SoldOut | IngredientChanged | StaffAsked:
    """Mark dishes sold out, until the time said or until told otherwise.

    Of an ingredient none is left then. What is unclear is asked about first: then nothing is done
    yet.
    """
    thing = counted_of(turn, items[0]) if items and len(items) == 1 else None
    if isinstance(thing, Ingredient):
        view = await turn.call("update_ingredient", thing.id, "set", Decimal(0))
        return IngredientChanged(view=view, now=turn.now)
    if isinstance(thing, Twins):
        question, answers = ask_of_twins(
            turn,
            thing,
            Call("mark_unavailable", {"items": [handle(thing.dish)], "when": when}),
            Call("update_stock", {"item": ingredient_handle(thing.ingredient), "pieces": 0}),
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    dishes = dishes_of(
        turn, items, lambda names: Call("mark_unavailable", {"items": names, "when": when})
    )
    if isinstance(dishes, tuple):
        question, answers = dishes
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    end = until(turn, when)
    if not isinstance(end, Until):
        question, answers = ask_until(turn, end, [handle(one) for one in dishes])
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    ids = [one.id for one in dishes]
    view = await turn.call("mark_unavailable", ids, end.at, end.day)
    return SoldOut(view=view, now=turn.now)
