"""Words -> categories of the menu."""

from tools.menu.menu import Menu
from tools.menu.model import Category
from tools.menu.names import Words
from tools.menu.normalise import singular

_ALSO_CALLED = {
    "beverage": "drink",
    "dessert": "sweet",
    "drink": "beverage",
    "snack": "starter",
    "starter": "snack",
    "sweet": "dessert",
}
"""What a shop may call it instead."""


def find_categories(menu: Menu, words: Words) -> tuple[Category, ...]:
    """The categories that are called so, or in part ("drinks": Hot Drinks and Cold Drinks)."""
    renamed = tuple(_ALSO_CALLED.get(singular(word), word) for word in words)
    owners = _owners(menu, words) or _owners(menu, renamed)
    return tuple(menu.categories[owner] for owner in owners)


def _owners(menu: Menu, words: Words) -> tuple[int, ...]:
    names = menu.category_names
    readings = names.correct(words)
    exact = [owner for reading in readings for owner in names.exact_folded(reading)]
    partly = [phrase.owner for reading in readings for phrase in names.containing(reading)]
    return tuple(dict.fromkeys(exact or partly))
