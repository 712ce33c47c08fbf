"""Words -> a dish. One clear reading is a match; two are a question; none is never guessed at."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from tools.menu.amounts import measure
from tools.menu.categories import find_categories, is_mixed
from tools.menu.menu import Menu
from tools.menu.model import MenuItem
from tools.menu.names import Phrase, Words
from tools.menu.normalise import fold, normalise, vocabulary, words_of
from tools.menu.option_words import NEGATIONS, look_up
from tools.menu.options import choose

MOST_CANDIDATES = 6
_MOST_NEAREST = 3
_LIKENESS = 66.0
_SAME_WORD = 66.0
_HANDLE = re.compile(r"#(\d{1,9})")
_FILLERS = vocabulary(
    "a also an and any another bowl cup dish for full get glass have i item me more my of one order"
    " piece plate please pls plz portion serving side some thank thanks that the this too want with"
    " you"
)
_MARKED_OTHER = ("egg", "non_veg")
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
    Part of a name is asked about unless it begins the name. Of words that are no option of the one
    dish they were said of, that is the question: they are its `choices`.
    """
    if handle := _HANDLE.fullmatch(words.strip()):
        item = menu.item_no(int(handle[1]))
        return Match(item) if item else Missing()
    if exact := named(menu, words):
        return _settle(exact)
    said, choices = _apart(menu, words_of(words))
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


def _apart(menu: Menu, said: Words) -> tuple[Words, str]:
    """ "masala dosa without onion" -> masala dosa | without onion.

    So does an amount, after a whole name: "masala dosa extra cheese" is no Cheese Masala Dosa.
    """
    for place, word in enumerate(said):
        if place and (word in NEGATIONS or (_is_amount(word) and _is_whole(menu, said[:place]))):
            return said[:place], " ".join(said[place:])
    return said, ""


def _is_amount(word: str) -> bool:
    return measure((word,)).amount is not None


def _is_whole(menu: Menu, said: Words) -> bool:
    """Whether the words, in any spelling and with words that say nothing, are a dish's name."""
    names = menu.item_names
    words = names.spaced(tuple(word for word in said if word not in _FILLERS))
    return any(names.exact_folded(reading) for reading in names.correct(words))


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
        items = _items(menu, exact)
        return _unlike(menu, said, items) or _settle(items)
    longer = [phrase for reading in readings for phrase in names.containing(reading)]
    categories = find_categories(menu, said)
    if longer:
        fuller = _among(menu, longer, readings)
        kind = menu.items_of(*(one.id for one in categories if not is_mixed(one)))
        # A word of one dish's name that a category is called, too, is not about that dish alone.
        if kind and len(said) == 1 and len(_items_of(fuller)) == 1:
            return _ask(kind)
        return _unlike(menu, said, _items_of(fuller)) or fuller
    for reading in spelled:
        if found := _inside(menu, said, reading):
            return found
    items = menu.items_of(*(one.id for one in categories)) or _items(menu, _doubted(menu, said))
    return _ask(items) if items else None


def _unlike(menu: Menu, said: Words, items: tuple[MenuItem, ...]) -> Ambiguous | None:
    """The dish the other words name, where the rest only sounds like a word of these: "free idly".

    "Free" sounds like the "fry" in Idly Fry, but hardly looks so, and there is Idly.
    """
    written = words_of(" ".join(name for item in items for name in (item.name, *item.aliases)))
    odd = tuple(
        word
        for word in said
        if word.isascii() and all(fuzz.ratio(word, other) < _SAME_WORD for other in written)
    )
    rest = tuple(word for word in said if word not in odd)
    nouns = {fold(words_of(item.name)[-1]) for item in items}
    whole = _items(menu, menu.item_names.exact_folded(tuple(map(fold, rest)))) if odd else ()
    if not whole or nouns.isdisjoint(map(fold, rest)):
        return None
    return replace(_ask(whole), choices=" ".join(odd))


def _items_of(found: Match | Ambiguous) -> tuple[MenuItem, ...]:
    return (found.item,) if isinstance(found, Match) else found.all


def _doubted(menu: Menu, said: Words) -> Iterator[int]:
    """The names with all the words if one of them, though known, is a mistyping of another."""
    names = menu.item_names
    folded = tuple(map(fold, said))
    if len(said) == 1 or not all(map(names.knows, folded)):
        return
    for place, word in enumerate(said):
        for other in names.other_words(word):
            reading = (*folded[:place], other, *folded[place + 1 :])
            yield from (phrase.owner for phrase in names.containing(reading))


def _among(menu: Menu, phrases: list[Phrase], readings: tuple[Words, ...]) -> Match | Ambiguous:
    """Names with more words than were said: a question, unless one of them begins so.

    Never of a dish that is not vegetarian: what was not said may be the egg in Egg Fried Rice.
    """
    said = {word for reading in readings for word in reading}
    alone = [phrase.owner for phrase in phrases if said.issuperset(phrase.words)]
    if len(set(alone)) == 1:
        return Match(menu.items[alone[0]])  # the words of one name in another order
    phrases = sorted(phrases, key=lambda phrase: (phrase.words[-1] not in said, len(phrase.words)))
    items = _items(menu, [phrase.owner for phrase in phrases])
    begun = len(readings[0]) > 1 and phrases[0].words[0] in said
    if len(items) == 1 and begun and items[0].diet not in _MARKED_OTHER:
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
        return replace(_ask(items), choices=choices)
    return Match(item, choices)


def _empty_words(menu: Menu, item: MenuItem, said: Iterable[str]) -> set[str]:
    """The words that are no option and add nothing: "plain", or the dish's or category's own."""
    category = menu.category(item.category)
    names = (category.name if category else "", item.name, *item.aliases)
    own = normalise(" ".join(names)).split()
    groups = menu.groups_of(item)
    return {
        word
        for word in said
        if (word in _AS_USUAL or fold(word) in own) and not look_up(menu, groups, (word,)).places
    }


def _items(menu: Menu, owners: Iterable[int]) -> tuple[MenuItem, ...]:
    return tuple(menu.items[owner] for owner in dict.fromkeys(owners))


def _settle(items: tuple[MenuItem, ...]) -> Match | Ambiguous:
    return Match(items[0]) if len(items) == 1 else _ask(items)


def _ask(items: tuple[MenuItem, ...]) -> Ambiguous:
    """A question about these dishes; what can be had comes first."""
    ordered = tuple(sorted(items, key=lambda item: not item.available))
    return Ambiguous(ordered[:MOST_CANDIDATES], ordered)
