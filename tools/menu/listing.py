"""Words -> all the dishes they name, best first: a category's, those called so, those like it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.menu.categories import find_categories, is_called, is_mixed
from tools.menu.find import Match, find
from tools.menu.menu import Menu
from tools.menu.model import Category, MenuItem
from tools.menu.names import Words


@dataclass(frozen=True, slots=True)
class Listing:
    """Dishes, and the categories they are all of, if any. `near`: they have not all the words."""

    items: Sequence[MenuItem]
    categories: tuple[Category, ...] = ()
    near: bool = False


def list_dishes(menu: Menu, words: Words, *, with_near: bool = True) -> Listing:
    """The dishes these words name; no words name the whole menu.

    A category that is called just so is meant as a whole. Of one that is called so in part, the
    dishes with the word in their own name come first, and alone if the category is a mixture:
    "vadas" are not all of Idly & Vada. What only comes near is left out unless it is asked for.
    """
    said = menu.item_names.spaced(words)
    if not said:
        return Listing(menu.items)
    categories = find_categories(menu, said)
    of_category = menu.items_of(*(category.id for category in categories))
    if any(is_called(category, said) for category in categories):
        return Listing(of_category, categories)
    named = _named(menu, said)
    if not named:
        return Listing(of_category, categories) if categories else _like(menu, said, with_near)
    if not categories or any(map(is_mixed, categories)):
        return Listing(named)
    both = tuple(dict.fromkeys((*named, *of_category)))
    return Listing(both, categories if len(both) == len(of_category) else ())


def _named(menu: Menu, said: Words) -> tuple[MenuItem, ...]:
    """The dishes whose name holds every word: whole names, then those of that noun, then others."""
    names = menu.item_names
    readings = names.correct(said)
    nouns = {reading[-1] for reading in readings}
    phrases = [phrase for reading in readings for phrase in names.containing(reading)]
    phrases.sort(key=lambda phrase: (phrase.words[-1] not in nouns, len(phrase.words)))
    owners = (*names.exact(said), *(phrase.owner for phrase in phrases))
    return tuple(menu.items[owner] for owner in dict.fromkeys(owners))


def _like(menu: Menu, said: Words, with_near: bool) -> Listing:
    """The one dish one would get by ordering so ("large masala dosa"), or those that come near."""
    found = find(menu, " ".join(said))
    if isinstance(found, Match):
        return Listing((found.item,))
    return _resembling(menu, said) if with_near else Listing((), near=True)


def _resembling(menu: Menu, said: Words) -> Listing:
    """The dishes that have most of the words in their name or description; none is no dish."""
    names = menu.item_names
    counts: dict[int, int] = {}
    for word in said:
        meant = {sound for reading in names.correct((word,)) for sound in reading}
        owners = {owner for sound in meant for owner in names.owners_with((sound,))}
        owners.update(menu.described(word))
        for owner in owners:
            counts[owner] = counts.get(owner, 0) + 1
    most = max(counts.values(), default=0)
    best = sorted(owner for owner, count in counts.items() if count == most)
    return Listing(tuple(menu.items[owner] for owner in best), near=True)
