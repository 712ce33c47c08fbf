"""check_stock: "how many vadas left", "what do we have in stock"."""

from tools.kit.call import Call
from tools.kit.params import Item
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.dish import Unclear, ask_which, dish_of, handle
from tools.results.staff.asked import StaffAsked
from tools.results.staff.stock import StockShown


@tool(says=("how many vadas left", "what do we have in stock", "is idly sold out"))
async def check_stock(turn: Turn, item: Item = None) -> StockShown | StaffAsked:
    """Tell how many there are of a dish, or of all counted.

    Words that fit several dishes are about them all.
    """
    if not item:
        return StockShown(view=await turn.call("check_stock", None), now=turn.now)
    dish = dish_of(turn, item)
    if isinstance(dish, Unclear) and not dish.known:
        question, answers = ask_which(
            turn, dish, lambda one: Call("check_stock", {"item": handle(one)})
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    dishes = dish.dishes if isinstance(dish, Unclear) else (dish,)
    view = await turn.call("check_stock", [one.id for one in dishes])
    return StockShown(view=view, now=turn.now)
