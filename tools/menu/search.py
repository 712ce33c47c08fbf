"""A question about the menu -> its dishes, best first."""

import re
from dataclasses import dataclass, replace

from tools.menu.categories import find_categories
from tools.menu.menu import Menu
from tools.menu.model import Category, MenuItem, Period
from tools.menu.names import Words
from tools.menu.normalise import normalise, vocabulary, words_of

_FILLERS = vocabulary(
    "a all an any anything are available can could dish dishes do eat everything find food for get"
    " give have i in is item items kind kinds like list looking me menu now of offer on please sell"
    " serve show some something tell that the there to today todays type types us want what whats"
    " which with you your"
)
_DIETS = {
    "nonveg": "non_veg",
    "nonvegetarian": "non_veg",
    "veg": "veg",
    "vegetarian": "veg",
    "veggie": "veg",
}


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: dishes, best first, and the part of the menu they are, if any.

    `near`: they have some of the words only.
    """

    items: tuple[MenuItem, ...]
    categories: tuple[Category, ...] = ()
    period: Period | None = None
    near: bool = False


def search(menu: Menu, query: str) -> Hits:
    """The dishes a query means: a meal period's, a category's, a diet's, or those named like it.

    Words that only ask ("what … do you have") do not count; without others it is the whole menu.
    """
    said = tuple(word for word in words_of(query) if word not in _FILLERS)
    rest, diet = _diet_of(said)
    if diet is not None:
        found = _read(menu, rest)
        fitting = tuple(item for item in found.items if item.diet == diet)
        if fitting:
            return replace(found, items=fitting)
    return _read(menu, said)


def _diet_of(said: Words) -> tuple[Words, str | None]:
    """ "non veg biryani" -> biryani, non_veg."""
    for place, word in enumerate(said):
        if word == "non" and said[place + 1 : place + 2] == ("veg",):
            return (*said[:place], *said[place + 2 :]), "non_veg"
        if word in _DIETS:
            return (*said[:place], *said[place + 1 :]), _DIETS[word]
    return said, None


def _read(menu: Menu, said: Words) -> Hits:
    if not said:
        return Hits(menu.items)
    for period in menu.periods:
        if normalise(period.name) == normalise(" ".join(said)):
            served = (item for item in menu.items if not item.periods or period.id in item.periods)
            return Hits(tuple(served), period=period)
    if categories := find_categories(menu, said):
        wanted = {category.id for category in categories}
        items = tuple(item for item in menu.items if item.category in wanted)
        return Hits(items, categories=categories)
    found = _named(menu, said)
    return Hits(found) if found else _resembling(menu, said)


def _named(menu: Menu, said: Words) -> tuple[MenuItem, ...]:
    """The dishes whose name holds every word, the shortest names first."""
    names = menu.item_names
    phrases = [phrase for reading in names.correct(said) for phrase in names.containing(reading)]
    owners = list(names.exact(said))
    owners += [phrase.owner for phrase in sorted(phrases, key=lambda phrase: len(phrase.words))]
    return tuple(menu.items[owner] for owner in dict.fromkeys(owners))


def _resembling(menu: Menu, said: Words) -> Hits:
    """The dishes that have most of the words in their name or description; none is no dish."""
    names = menu.item_names
    counts: dict[str, int] = {}
    for word in said:
        meant = {sound for reading in names.correct((word,)) for sound in reading}
        owners = {phrase.owner for sound in meant for phrase in names.containing((sound,))}
        described = re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE)
        for owner, item in enumerate(menu.items):
            if owner in owners or described.search(item.description):
                counts[item.id] = counts.get(item.id, 0) + 1
    most = max(counts.values(), default=0)
    items = tuple(item for item in menu.items if counts.get(item.id) == most > 0)
    return Hits(items, near=most < len(said))
