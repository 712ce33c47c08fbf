"""What a customer may not eat: his words -> the allergens and diets of the menu."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from tools.menu import Menu, fold, words_of
from tools.menu.normalise import singular, vocabulary
from tools.resolve.food_words import ALLERGENS, DIETS, LONGEST_NAME, Phrase

_LIKENESS = 84.0
_SHORTEST_MENDED = 5
_MOST_OTHERS = 8
_APART = re.compile(r"[,;/&+.!?:]|\b(?:and|or|nor|also|plus|but|though)\b", re.IGNORECASE)
_HYPOTHETICAL = vocabulary("if suppose supposing imagine whether hypothetically")
_STATE = r"(?:a+l+e+r+g\w*|intoleran\w+|c?o?eliac\w*|restrict\w+|diet\w*|{})".format(
    "|".join("".join(name) for name in DIETS if len(name) == 1)
)
_DENIED = re.compile(
    rf"\b(?:not|isnt|arent|aint|never|no longer)\b (?:\w+ ){{0,2}}{_STATE}"
    rf"|\b(?:dont|doesnt|do not|does not) have (?:\w+ ){{0,3}}{_STATE}"
    rf"|\b(?:no|without|zero) (?:any |more |known |food |such |dietary )*{_STATE}"
    r"|\beat (?:everything|anything)\b"
)
_OWN = re.compile(rf"\b{_STATE}|\b(?:no|without|cant|cannot|dont|avoid)\b")
_FORGET = re.compile(
    r"\b(?:forget|clear|remove|delete|drop|cancel|reset|erase)\b.*"
    r"\b(?:a+l+e+r+g\w*|diet\w*|rules?|restrictions?|intoleran\w*|forget)\b|^forget$"
)
_FILLERS = vocabulary(
    "a able about actually all allergen allergens allergic allergies allergy alergic alergy"
    " allowed am an any anymore anything are arent as at avoid avoiding baby badly be because"
    " been but by can cannot cant careful child children contain containing could cross daughter"
    " deadly deathly diet dietary disease dish dishes do does doesnt dont eat eater eating eats"
    " everything extremely family father food foods follow for free friend from fyi get"
    " girlfriend boyfriend give got guest guests had has have having hai he hello her hes hey hi"
    " highly him his i id im in intolerance intolerances intolerant is isnt it items ive just"
    " keep kid kids kind know life like longer made make mild my need needs never no not note"
    " nothing of on one only option options our party people person please pls products product"
    " pure reaction really remember se seriously sensitive sensitivity severe severely she shes"
    " slightly so some something son sorry strict strictly stuff suffer super sure take tell"
    " thank thanks that the their them there these they thing things think this those"
    " threatening to today totally us very want was we were what wife husband with without would"
    " you your"
)
_SINGLE = tuple(name[0] for name in ALLERGENS if len(name) == 1)


@dataclass(frozen=True, slots=True)
class Rules:
    """What was said, by the menu's own words.

    `unchecked` are allergies the menu marks no dish with. `denied`: he said what he may eat after
    all, or that nothing is left to be minded (`forget`).
    """

    allergens: tuple[str, ...] = ()
    diets: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    denied: bool = False
    forget: bool = False

    def __bool__(self) -> bool:
        return bool(self.allergens or self.diets or self.unchecked)


def rules_of(menu: Menu, words: str) -> Rules:
    """The rules these words set. What is only supposed ("if I were …") or denied sets none."""
    named: list[str] = []
    diets: list[str] = []
    denied = forget = False
    for part in _parts(words):
        if not _HYPOTHETICAL.isdisjoint(part):
            return Rules()
        stands = _stands(part)
        found = list(_named(part))
        if stands != "holds":
            denied = True
            forget |= stands == "forget" or not found
            continue
        named += [name for kind, name in found if kind == "allergen"]
        diets += [name for kind, name in found if kind == "diet"]
    marked = _marked(menu)
    known = dict.fromkeys(named)
    return Rules(
        allergens=tuple(name for name in known if name in marked),
        diets=tuple(dict.fromkeys(diets)),
        unchecked=tuple(name for name in known if name not in marked)[:_MOST_OTHERS],
        denied=denied,
        forget=forget,
    )


def denies(words: str) -> bool:
    """Whether the words say that something may be eaten after all."""
    return any(_stands(part) != "holds" for part in _parts(words))


def food_at(words: tuple[str, ...], at: int) -> int:
    """How many words from here on name an allergen or another food people avoid; else 0."""
    return _length(ALLERGENS, tuple(map(fold, words)), at)


def diet_at(words: tuple[str, ...], at: int) -> int:
    """How many words from here on name a diet; else 0."""
    return _length(DIETS, tuple(map(fold, words)), at)


def _parts(words: str) -> Iterator[tuple[str, ...]]:
    """What stands between commas and "and", of what is not denied by the part before it."""
    denied = False
    for piece in _APART.split(words):
        part = words_of(piece)
        if not part:
            continue
        own = denied and _OWN.search(" ".join(part))
        if denied and not own:
            continue
        denied = _stands(part) == "denied"
        yield part


def _stands(part: tuple[str, ...]) -> Literal["holds", "denied", "forget"]:
    text = " ".join(part)
    if _FORGET.search(text):
        return "forget"
    return "denied" if _DENIED.search(text) else "holds"


def _named(part: tuple[str, ...]) -> Iterator[tuple[Literal["allergen", "diet"], str]]:
    """Every allergen and diet of a part; a few other words are an allergy the list has not."""
    sounds = tuple(map(fold, part))
    others: list[str] = []
    at = 0
    while at < len(part):
        if length := _length(ALLERGENS, sounds, at):
            for name in ALLERGENS[sounds[at : at + length]]:
                yield "allergen", name
        elif length := _length(DIETS, sounds, at):
            yield "diet", DIETS[sounds[at : at + length]][0]
        elif part[at] not in _FILLERS and not part[at].isdigit():
            mended = _mended(sounds[at])
            for name in mended:
                yield "allergen", name
            others += [] if mended else [singular(part[at])]
        at += length or 1
    if 0 < len(others) <= LONGEST_NAME:
        yield "allergen", "_".join(others)


def _length(table: Mapping[Phrase, tuple[str, ...]], sounds: Phrase, at: int) -> int:
    """How many words from here on are a name of the table."""
    lengths = range(min(LONGEST_NAME, len(sounds) - at), 0, -1)
    return next((length for length in lengths if sounds[at : at + length] in table), 0)


def _mended(sound: str) -> tuple[str, ...]:
    """The allergens a misspelt word means, "penuts": better blocked in error than not at all."""
    if len(sound) < _SHORTEST_MENDED:
        return ()
    near = process.extractOne(sound, _SINGLE, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return ALLERGENS[(near[0],)] if near else ()


def _marked(menu: Menu) -> frozenset[str]:
    """The allergens some dish or option of the menu is marked with."""
    dishes = (name for item in menu.items for name in item.allergens)
    options = (
        name for group in menu.groups for option in group.options for name in option.allergens
    )
    return frozenset((*dishes, *options))
