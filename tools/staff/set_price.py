"""set_price: "price of masala dosa to 90", "make masala dosa 90 rupees"."""

from decimal import Decimal

from tools.kit.call import Call
from tools.kit.params import Item, Total
from tools.kit.staff.params import Sum
from tools.kit.staff.stock_errors import BadPrice
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.dish import Unclear, ask_which, dish_of, handle
from tools.results.staff.asked import StaffAsked
from tools.results.staff.prices import PriceSet


@tool()
async def set_price(
    turn: Turn, item: Item = None, price: Sum = None, was: Total = None
) -> PriceSet | StaffAsked:
    """Give a dish another price.

    It is done by a button only, which carries the price there was. Raises what `app.set_price`
    refuses.
    """
    if price is None:
        raise BadPrice
    dish = dish_of(turn, item)
    if isinstance(dish, Unclear):
        question, answers = ask_which(
            turn,
            dish,
            lambda one: Call(
                "set_price", {"item": handle(one), "price": f"{Decimal(price or 0):.2f}"}
            ),
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    told = None if was is None else Decimal(was)
    view = await turn.call("set_price", dish.id, Decimal(price), told)
    return PriceSet(view=view, item=handle(dish))
