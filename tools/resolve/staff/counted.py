"""The thing staff count: a dish or an ingredient. One of both by the same name is asked about."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import Ingredient, MenuItem, fold, words_of
from tools.resolve.staff.dish import Asking, Unclear, dish_of, handle

_MARK = "~"
"""Before an ingredient's id, as buttons name it."""


@dataclass(frozen=True, slots=True)
class Twins:
    """A dish and an ingredient of one name."""

    dish: MenuItem
    ingredient: Ingredient


Counted = MenuItem | Ingredient | Twins | Unclear


def counted_of(turn: Turn, words: str | None) -> Counted:
    """What these words mean: an ingredient by its name, else a dish, else part of an ingredient's.

    Raises NothingMentioned.
    """
    if words and (known := _marked(turn, words)):
        return known
    ingredient = _called(turn, words or "")
    dish = dish_of(turn, words)
    if ingredient is not None:
        same = isinstance(dish, MenuItem) and _folded(dish.name) == _folded(ingredient.name)
        return Twins(dish, ingredient) if isinstance(dish, MenuItem) and same else ingredient
    if isinstance(dish, Unclear) and not dish.known:
        return _containing(turn, words or "") or dish
    return dish


def ingredient_handle(ingredient: Ingredient) -> str:
    """The ingredient as a button names it."""
    return f"{_MARK}{ingredient.id}"


def ask_of_twins(turn: Turn, twins: Twins, of_dish: Call, of_ingredient: Call) -> Asking:
    """The question which of both is meant."""
    name = twins.dish.name
    return turn.say("{item}: the dish or the ingredient? I did nothing yet.", item=name), (
        Button(turn.say("The dish {item}", item=name), of_dish),
        Button(turn.say("The ingredient {item}", item=name), of_ingredient),
    )


def handle_of(thing: MenuItem | Ingredient) -> str:
    """What a button names it by."""
    return handle(thing) if isinstance(thing, MenuItem) else ingredient_handle(thing)


def _marked(turn: Turn, words: str) -> Ingredient | None:
    if not words.startswith(_MARK):
        return None
    return next((one for one in turn.menu.ingredients if ingredient_handle(one) == words), None)


def _called(turn: Turn, words: str) -> Ingredient | None:
    meant = _folded(words)
    return next((one for one in turn.menu.ingredients if _folded(one.name) == meant), None)


def _containing(turn: Turn, words: str) -> Ingredient | None:
    """The only ingredient with all these words in its name: "beans" of Coffee Beans."""
    meant = {*_folded(words)}
    found = [one for one in turn.menu.ingredients if meant and meant <= {*_folded(one.name)}]
    return found[0] if len(found) == 1 else None


def _folded(words: str) -> list[str]:
    return [fold(word) for word in words_of(words)]
