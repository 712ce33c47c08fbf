"""update_stock: "update milk stock to 0", "add 20 idly", "we have 3 litres of milk"."""

from decimal import Decimal

from tools.kit.call import Call, Json
from tools.kit.params import Item, Said
from tools.kit.result import Button
from tools.kit.staff.errors import BadStock
from tools.kit.staff.measures import in_unit, plain, unit_in
from tools.kit.staff.params import Amount, MaybePieces
from tools.kit.staff.stock_errors import OtherUnit
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import Ingredient, MenuItem
from tools.resolve.staff.counted import Twins, ask_of_twins, counted_of, handle_of
from tools.resolve.staff.dish import Asking, Unclear, ask_which
from tools.resolve.staff.stock_words import change_of
from tools.results.staff.asked import StaffAsked
from tools.results.staff.ingredients import IngredientChanged
from tools.results.staff.stock import StockChanged


@tool(says=("add 20 idly", "update milk stock to 0", "5 vada dropped"))
async def update_stock(
    turn: Turn,
    pieces: MaybePieces = None,
    item: Item = None,
    how: Said = "",
    amount: Amount = None,
) -> StockChanged | IngredientChanged | StaffAsked:
    """Set, raise or lower the stock of a dish or ingredient.

    The words of `how` say which, and in which unit; what is unclear is asked about. Raises what
    `app.update_stock` and `app.update_ingredient` refuse.
    """
    if pieces is None and amount is None:
        raise BadStock
    number = Decimal(amount) if amount is not None else Decimal(pieces or 0)
    said: dict[str, Json] = {"pieces": pieces} if amount is None else {"amount": amount}
    thing = counted_of(turn, item)
    change = "set" if number == 0 else change_of(how)
    if isinstance(thing, Twins | Unclear):
        return await _asked(turn, _which(turn, thing, {**said, "how": how or "set"}))
    if change is None:
        return await _asked(turn, _ask_how(turn, thing, said, unit_in(how)))
    if isinstance(thing, Ingredient):
        told = in_unit(number, unit_in(how), thing.unit)
        if told is None:
            raise OtherUnit(item=thing.name, unit=thing.unit)
        view = await turn.call("update_ingredient", thing.id, change, told)
        return IngredientChanged(view=view, now=turn.now)
    if unit_in(how) or number != number.to_integral_value():
        raise BadStock
    view = await turn.call("update_stock", thing.id, change, int(number))
    return StockChanged(view=view, now=turn.now)


async def _asked(turn: Turn, asking: Asking) -> StaffAsked:
    question, answers = asking
    return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)


def _which(turn: Turn, thing: Twins | Unclear, said: dict[str, Json]) -> Asking:
    """The question what is meant."""

    def meant(one: MenuItem | Ingredient) -> Call:
        return Call("update_stock", {"item": handle_of(one), **said})

    if isinstance(thing, Unclear):
        return ask_which(turn, thing, meant)
    return ask_of_twins(turn, thing, meant(thing.dish), meant(thing.ingredient))


def _ask_how(turn: Turn, thing: MenuItem | Ingredient, said: dict[str, Json], unit: str) -> Asking:
    """The question whether that is all there is, or what came in."""
    number = plain(Decimal(str(said.get("amount") or said.get("pieces"))))
    measured = f"{number} {unit or thing.unit}" if isinstance(thing, Ingredient) else number
    say = turn.say
    return say(
        "Are there {pieces} of {item} in all, or did {pieces} come in?",
        pieces=measured,
        item=thing.name,
    ), tuple(
        Button(label, Call("update_stock", {"item": handle_of(thing), **said, "how": how.strip()}))
        for label, how in (
            (say("{pieces} in all", pieces=measured), f"set {unit}"),
            (say("{pieces} more", pieces=measured), f"add {unit}"),
        )
    )
