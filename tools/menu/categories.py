"""Words -> categories of the menu."""

import re
from functools import lru_cache

from tools.menu.menu import Menu
from tools.menu.model import Category
from tools.menu.names import Words
from tools.menu.normalise import normalise, singular, words_of

_ALSO_CALLED = {
    "beverage": "drink",
    "dessert": "sweet",
    "drink": "beverage",
    "snack": "starter",
    "starter": "snack",
    "sweet": "dessert",
}
"""What a shop may call it instead."""
_JOINT = re.compile(r"[&,/+]|\band\b", re.IGNORECASE)


def find_categories(menu: Menu, words: Words) -> tuple[Category, ...]:
    """The categories that are called so, or in part ("drinks": Hot Drinks and Cold Drinks)."""
    renamed = tuple(_ALSO_CALLED.get(singular(word), word) for word in words)
    owners = _owners(menu, words) or _owners(menu, renamed)
    return tuple(menu.categories[owner] for owner in owners) or _by_id(menu, words)


def is_called(category: Category, words: Words) -> bool:
    """Whether the words that found it are its whole name."""
    return len(words_of(category.name)) == len(words)


def is_mixed(category: Category) -> bool:
    """Whether it holds things of several kinds, each of which is but a part of it: Idly & Vada."""
    return bool(_JOINT.search(category.name))


def _owners(menu: Menu, words: Words) -> tuple[int, ...]:
    names = menu.category_names
    readings = names.correct(words)
    exact = [owner for reading in readings for owner in names.exact_folded(reading)]
    partly = [phrase.owner for reading in readings for phrase in names.containing(reading)]
    return tuple(dict.fromkeys(exact or partly))


def _by_id(menu: Menu, words: Words) -> tuple[Category, ...]:
    """A shop that writes "Dolci" may have called it desserts when it made the menu."""
    said = normalise(" ".join(words))
    if not said:
        return ()
    return tuple(category for category in menu.categories if _id_as_said(category.id) == said)


@lru_cache(maxsize=512)  # every word of a sentence is looked for
def _id_as_said(category_id: str) -> str:
    return normalise(category_id.replace("_", " "))
