"""Words -> a dish. One clear reading is a match; two are a question; none is never guessed at."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tools.menu.categories import find_categories
from tools.menu.menu import Menu
from tools.menu.model import MenuItem
from tools.menu.names import Phrase, Words
from tools.menu.normalise import fold, normalise, vocabulary, words_of
from tools.menu.option_words import NEGATIONS, look_up
from tools.menu.options import choose

MOST_CANDIDATES = 6
_MOST_NEAREST = 3
_LIKENESS = 66.0
_HANDLE = re.compile(r"#(\d{1,9})")
_FILLERS = vocabulary(
    "a also an and any another bowl cup dish for full get glass have i item me more my of one order"
    " piece plate please pls plz portion serving side some thank thanks that the this too want with"
    " you"
)
_AS_USUAL = vocabulary("fresh hot normal ordinary plain regular simple usual")


@dataclass(frozen=True, slots=True)
class Match:
    """The one dish that is meant. `choices` are words that were said of it, such as "large"."""

    item: MenuItem
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Dishes that may be meant, likeliest first: ask which. `all` has those past the sixth too."""

    candidates: tuple[MenuItem, ...]
    all: tuple[MenuItem, ...]
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing on the menu. `nearest` are names that look alike, to suggest; there may be none."""

    nearest: tuple[MenuItem, ...] = ()


Found = Match | Ambiguous | Missing


def named(menu: Menu, words: str) -> tuple[MenuItem, ...]:
    """The dishes called exactly so, in any spelling of it; several when they share the name."""
    return tuple(menu.items[owner] for owner in menu.item_names.exact(words_of(words)))


def find(menu: Menu, words: str) -> Found:
    """The dish these words mean. `#12` is the dish with that short number.

    In this order: a name as it is written or sounds; the names that contain all the words; the name
    inside the words, if what is left over are its options or says nothing; a category's dishes.
    """
    if handle := _HANDLE.fullmatch(words.strip()):
        item = menu.item_no(int(handle[1]))
        return Match(item) if item else Missing()
    if exact := named(menu, words):
        return _settle(exact)
    said, choices = _apart(words_of(words))
    known = tuple(
        word for word in said if word not in _FILLERS or menu.item_names.knows(fold(word))
    )
    content = tuple(word for word in said if word not in _FILLERS)
    for attempt in dict.fromkeys((known, content)):
        found = _read(menu, attempt)
        if found is not None:
            return _with(found, choices)
    near = menu.item_names.nearest(tuple(map(fold, content)), _MOST_NEAREST, _LIKENESS)
    return Missing(_items(menu, near))


def _apart(said: Words) -> tuple[Words, str]:
    """ "masala dosa without onion" -> masala dosa | without onion."""
    for place, word in enumerate(said):
        if place and word in NEGATIONS:
            return said[:place], " ".join(said[place:])
    return said, ""


def _with(found: Match | Ambiguous, choices: str) -> Found:
    both = f"{found.choices} {choices}".strip()
    return replace(found, choices=both)


def _read(menu: Menu, said: Words) -> Match | Ambiguous | None:
    names = menu.item_names
    said = names.spaced(said)
    spelled = names.correct(said)
    readings = tuple(tuple(dict.fromkeys(reading)) for reading in spelled)
    exact = [owner for reading in readings for owner in names.exact_folded(reading)]
    if exact:
        return _settle(_items(menu, exact))
    longer = [phrase for reading in readings for phrase in names.containing(reading)]
    if longer:
        return _among(menu, longer, readings)
    for reading in spelled:
        if found := _inside(menu, said, reading):
            return found
    wanted = {category.id for category in find_categories(menu, said)}
    items = tuple(item for item in menu.items if item.category in wanted)
    return _ask(items) if items else None


def _among(menu: Menu, phrases: list[Phrase], readings: tuple[Words, ...]) -> Match | Ambiguous:
    """Names with more words than were said. Only their noun, or two of their words, name a dish."""
    said = {word for reading in readings for word in reading}
    phrases = sorted(phrases, key=lambda phrase: (phrase.words[-1] not in said, len(phrase.words)))
    items = _items(menu, [phrase.owner for phrase in phrases])
    if len(items) == 1 and (len(readings[0]) > 1 or phrases[0].words[-1] in said):
        return Match(items[0])
    return _ask(items)


def _inside(menu: Menu, said: Words, folded: Words) -> Match | Ambiguous | None:
    """A name with fewer words than were said."""
    phrases = menu.item_names.within(folded)
    longest = [phrase for phrase in phrases if len(phrase.words) == len(phrases[0].words)]
    items = _items(menu, [phrase.owner for phrase in longest])
    if len(items) != 1:
        return _ask(items) if items else None
    item = items[0]
    rest = [
        word
        for word, sound in zip(said, folded, strict=True)
        if sound not in longest[0].words and word not in _FILLERS
    ]
    empty = _empty_words(menu, item, rest)
    left = [word for word in rest if word not in empty]
    choices = " ".join(left)
    if left and choose(menu, menu.groups_of(item), (choices,)).unknown:
        return _ask(items)
    return Match(item, choices)


def _empty_words(menu: Menu, item: MenuItem, said: Iterable[str]) -> set[str]:
    """The words that are no option and add nothing: "plain", "hot", the category's own words."""
    category = menu.category(item.category)
    of_category = normalise(category.name).split() if category else []
    groups = menu.groups_of(item)
    return {
        word
        for word in said
        if (word in _AS_USUAL or fold(word) in of_category)
        and not look_up(menu, groups, (word,)).places
    }


def _items(menu: Menu, owners: Iterable[int]) -> tuple[MenuItem, ...]:
    return tuple(menu.items[owner] for owner in dict.fromkeys(owners))


def _settle(items: tuple[MenuItem, ...]) -> Match | Ambiguous:
    return Match(items[0]) if len(items) == 1 else _ask(items)


def _ask(items: tuple[MenuItem, ...]) -> Ambiguous:
    """A question about these dishes; what can be had comes first."""
    ordered = tuple(sorted(items, key=lambda item: not item.available))
    return Ambiguous(ordered[:MOST_CANDIDATES], ordered)
