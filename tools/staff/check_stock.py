"""check_stock: "how many vadas left", "how much milk is left", "what do we have in stock"."""

from tools.kit.call import Call
from tools.kit.params import Item
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import Ingredient
from tools.resolve.staff.counted import Twins, counted_of
from tools.resolve.staff.dish import Unclear, ask_which, handle
from tools.results.staff.asked import StaffAsked
from tools.results.staff.stock import StockShown


@tool(says=("vadas left?", "what do we have in stock", "is idly sold out"))
async def check_stock(turn: Turn, item: Item = None) -> StockShown | StaffAsked:
    """Tell how many there are of what is counted, or of all.

    Words that fit several are about them all.
    """
    if not item:
        return StockShown(view=await turn.call("check_stock", None, None), now=turn.now)
    thing = counted_of(turn, item)
    if isinstance(thing, Unclear) and not thing.known:
        question, answers = ask_which(
            turn, thing, lambda one: Call("check_stock", {"item": handle(one)})
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    match thing:
        case Twins(dish=dish, ingredient=ingredient):
            dishes, ingredients = [dish.id], [ingredient.id]
        case Ingredient():
            dishes, ingredients = [], [thing.id]
        case Unclear():
            dishes, ingredients = [one.id for one in thing.dishes], []
        case _:
            dishes, ingredients = [thing.id], []
    view = await turn.call("check_stock", dishes, ingredients)
    return StockShown(view=view, now=turn.now)
