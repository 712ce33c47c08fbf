"""The names of a menu in a message: of dishes and of options, whole or in part, mistyped or not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.intent.rules.numbers import read_number
from bot.intent.rules.order_words import (
    COLOURS,
    CONTAINERS,
    EXTRAS,
    FRAME,
    JOINS,
    KINDS,
    LIGHTS,
    NOS,
    SAME,
    SAME_NAME,
    UNITS,
    WITHS,
)
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import ARTICLES
from tools.menu import Menu, fold, words_of
from tools.menu.names import Names
from tools.menu.normalise import singular

Kind = Literal[
    "name", "number", "break", "join", "with", "no", "extra", "light", "article", "frame", "unknown"
]
Words = tuple[str, ...]
_LONGEST = 7
KNOWN_WORDS = FRAME | JOINS | WITHS | NOS | EXTRAS | LIGHTS | ARTICLES | KINDS
_SMALL = KNOWN_WORDS | COLOURS | CONTAINERS


@dataclass(slots=True)
class Span:
    """Some tokens. A name may be of dishes, by their places in the menu, and of options.

    `options` leads from a group's id to places in the group; `partly`: only some words of the name
    were said.
    """

    kind: Kind
    begin: int
    end: int
    number: int | str = 1
    items: tuple[int, ...] = ()
    options: dict[str, tuple[int, ...]] = field(default_factory=dict)
    partly: bool = False


@dataclass(slots=True)
class _Heard:
    """What one list of names knows of each token: its words folded, or None."""

    names: Names
    folded: list[Words | None]


def names_in(tokens: Tokens, menu: Menu) -> dict[int, list[Span]]:
    """The names that begin at each token. A whole name leaves no room for parts of others."""
    words = [words_of(token.text) if token.kind != "break" else () for token in tokens]
    dishes = _heard(words, menu.item_names)
    options = {group.id: _heard(words, menu.option_names[group.id]) for group in menu.groups}
    _mend(tokens, words, [dishes, *options.values()])
    whole: dict[tuple[int, int], Span] = {}
    partly: dict[tuple[int, int], Span] = {}
    for group, heard in (("", dishes), *options.items()):
        for begin, end, owners in _whole(tokens, words, heard):
            _note(whole.setdefault((begin, end), Span("name", begin, end)), group, owners)
    for group, heard in (("", dishes), *options.items()):
        for begin, end in _stretches(heard):
            owners = () if (begin, end) in whole else _part(tokens, heard, begin, end)
            if owners:
                span = partly.setdefault((begin, end), Span("name", begin, end, partly=True))
                likely = _likeliest(menu, group, heard, span, owners) if group else owners
                _note(span, group, likely)
    at: dict[int, list[Span]] = {}
    for span in (*whole.values(), *partly.values()):
        at.setdefault(span.begin, []).append(span)
    return at


def _note(span: Span, group: str, owners: tuple[int, ...]) -> None:
    """Dishes have no group."""
    if group:
        span.options[group] = owners
    else:
        span.items = owners


def _heard(words: Sequence[Words], names: Names) -> _Heard:
    folded: list[Words | None] = []
    for said in words:
        sounds = tuple(map(fold, said))
        folded.append(sounds if sounds and all(map(names.knows, sounds)) else None)
    return _Heard(names, folded)


def _mend(tokens: Tokens, words: Sequence[Words], lists: Sequence[_Heard]) -> None:
    """Other words for the same food, and mistypings of one word, where nobody knows the word."""
    for at, token in enumerate(tokens):
        if len(words[at]) == 1 and token.kind == "word" and token.word not in KNOWN_WORDS:
            same = fold(SAME.get(token.word, ""))
            for heard in lists:
                if same and heard.folded[at] is None and heard.names.knows(same):
                    heard.folded[at] = (same,)
            if not any(heard.folded[at] for heard in lists) and not read_number(tokens, at):
                _correct(words[at][0], at, lists)


def _correct(word: str, at: int, lists: Sequence[_Heard]) -> None:
    for heard in lists:
        others = heard.names.other_words(word)
        if len(others) == 1:
            heard.folded[at] = others


def _whole(
    tokens: Tokens, words: Sequence[Words], heard: _Heard
) -> list[tuple[int, int, tuple[int, ...]]]:
    """The stretches that are whole names, with whose."""
    found = []
    for begin in range(len(tokens)):
        if not words[begin] or _is_nothing(tokens, heard, begin):
            continue
        alone = not _only_helps(tokens, begin)
        said: Words = ()
        sounds: Words | None = ()
        for end in range(begin + 1, min(begin + _LONGEST, len(tokens)) + 1):
            if not words[end - 1]:
                break
            if end > begin + 1 and tokens[end - 1].word == "the":
                continue
            said += words[end - 1]
            known = heard.folded[end - 1]
            sounds = None if sounds is None or known is None else sounds + known
            if sounds is None and (end - begin > 2 or _is_nothing(tokens, heard, end - 1)):
                break
            owners = _owners(heard.names, said, sounds) if alone or end > begin + 2 else ()
            if owners:
                found.append((begin, end, owners))
    return found


def _is_nothing(tokens: Tokens, heard: _Heard, at: int) -> bool:
    """Whether a word of every sentence is in none of these names."""
    return heard.folded[at] is None and tokens[at].word in KNOWN_WORDS


def _only_helps(tokens: Tokens, at: int) -> bool:
    """ "can I", "may we": no can of anything. "A shot of syrup" is no shot of coffee."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if tokens[at].word in {"can", "may"}:
        return following in {"i", "we", "you", "u", "please"}
    return tokens[at].word in UNITS and following == "of"


def _owners(names: Names, said: Words, sounds: Words | None) -> tuple[int, ...]:
    if sounds is None:
        one = (*said[:-1], singular(said[-1]))
        return names.written(said) or names.written(one) or _same_name(names, said)
    return names.written(said) or names.exact_folded(sounds) or _same_name(names, said)


def _same_name(names: Names, said: Words) -> tuple[int, ...]:
    """What it stands for; what can be had on the side is called by itself too."""
    same = SAME_NAME.get(said)
    aside = names.written(("side", "of", *said)) if names.knows("side") else ()
    return (names.written(same) if same else ()) or aside


def _stretches(heard: _Heard) -> list[tuple[int, int]]:
    """Every stretch of known words, up to a length."""
    known = heard.folded
    found = []
    for begin in range(len(known)):
        end = begin
        while end < len(known) and end < begin + _LONGEST and known[end]:
            end += 1
            found.append((begin, end))
    return found


def _part(tokens: Tokens, heard: _Heard, begin: int, end: int) -> tuple[int, ...]:
    """Whose names have all these words; small words and kinds alone are part of nothing."""
    said = [token.word for token in tokens[begin:end]]
    if said[0] in KNOWN_WORDS or (len(said) == 1 and said[0] in _SMALL):
        return ()
    if (
        not JOINS.isdisjoint(said)
        or said[-1] in KNOWN_WORDS - KINDS
        or tokens[begin].kind == "number"
    ):
        return ()
    if _only_helps(tokens, begin) or (len(said) == 1 and read_number(tokens, begin)):
        return ()
    folded = tuple(word for each in heard.folded[begin:end] for word in each or ())
    owners = heard.names.owners_with(folded)
    if len(said) > 1 and len(owners) > 1:
        begun = heard.names.beginning(folded)
        return begun if len(begun) == 1 else owners
    return owners


def _likeliest(
    menu: Menu, group: str, heard: _Heard, span: Span, owners: tuple[int, ...]
) -> tuple[int, ...]:
    """Of several options the one whose name begins so: "oat" is Oat Milk."""
    if len(owners) == 1:
        return owners
    options = next(each for each in menu.groups if each.id == group).options
    first = (heard.folded[span.begin] or ("",))[0]
    begun = tuple(
        place for place in owners if fold((words_of(options[place].name) or ("",))[0]) == first
    )
    return begun if len(begun) == 1 else owners
