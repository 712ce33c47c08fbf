"""The categories of the menu that a kitchen cooks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.kit.staff.rights import NoSuchKind
from tools.kit.turn import Turn
from tools.menu.categories import find_categories
from tools.menu.model import Category
from tools.menu.normalise import words_of


@dataclass(frozen=True, slots=True)
class Stations:
    """Categories, each once, and what a button calls them: "#2" is the menu's third."""

    categories: tuple[Category, ...]
    handles: tuple[str, ...]


def stations_of(turn: Turn, said: Sequence[str]) -> Stations:
    """What these words or handles name. Raises NoSuchKind for the first that names nothing."""
    found = dict.fromkeys(place for words in said for place in _places(turn, words))
    categories = turn.menu.categories
    return Stations(
        tuple(categories[place] for place in found), tuple(f"#{place}" for place in found)
    )


def _places(turn: Turn, words: str) -> Iterator[int]:
    categories = turn.menu.categories
    number = words.removeprefix("#")
    if words.startswith("#") and number.isdecimal() and int(number) < len(categories):
        yield int(number)
        return
    named = find_categories(turn.menu, words_of(words))
    if not named:
        raise NoSuchKind(kind=words)
    yield from (categories.index(one) for one in named)
