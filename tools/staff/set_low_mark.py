"""set_low_mark: "warn me when idly is below 5", "/stock milk low 2 l"."""

from decimal import Decimal

from tools.kit.call import Call
from tools.kit.params import Item, Words
from tools.kit.staff.errors import BadStock
from tools.kit.staff.measures import in_unit, told_amount
from tools.kit.staff.stock_errors import OtherUnit
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import Ingredient, MenuItem
from tools.resolve.staff.counted import Twins, ask_of_twins, counted_of, handle_of
from tools.resolve.staff.dish import Unclear, ask_which
from tools.results.staff.asked import StaffAsked
from tools.results.staff.low_mark import LowMarkSet


@tool()
async def set_low_mark(turn: Turn, item: Item = None, low: Words = "") -> LowMarkSet | StaffAsked:
    """Set below which number something runs low; without one, never.

    Raises what `app.set_low_mark` refuses.
    """
    thing = counted_of(turn, item)

    def meant(one: MenuItem | Ingredient) -> Call:
        return Call("set_low_mark", {"item": handle_of(one), "low": low})

    if isinstance(thing, Twins | Unclear):
        question, answers = (
            ask_of_twins(turn, thing, meant(thing.dish), meant(thing.ingredient))
            if isinstance(thing, Twins)
            else ask_which(turn, thing, meant)
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    told = told_amount(low)
    if told is None and low:
        raise BadStock
    if isinstance(thing, MenuItem):
        mark = told[0] if told else None
        return LowMarkSet(view=await turn.call("set_low_mark", thing.id, None, mark), now=turn.now)
    mark = _in_its_unit(thing, *told) if told else None
    view = await turn.call("set_low_mark", None, thing.id, mark)
    return LowMarkSet(view=view, now=turn.now)


def _in_its_unit(ingredient: Ingredient, amount: Decimal, said: str) -> Decimal:
    """The amount in the ingredient's unit. Raises OtherUnit."""
    mark = in_unit(amount, said, ingredient.unit)
    if mark is None:
        raise OtherUnit(item=ingredient.name, unit=ingredient.unit)
    return mark
