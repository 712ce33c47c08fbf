"""The names of a menu in a message: of dishes and of options, whole or in part, mistyped or not."""

from collections.abc import Iterable, Iterator, Sequence

from bot.intent.rules.menu.heard import LONGEST, Heard, Words, hear, only_helps
from bot.intent.rules.menu.name_parts import likeliest, parts_in
from bot.intent.rules.menu.span import Span
from bot.intent.rules.words.order_words import SAME_NAME, UNITS
from bot.intent.rules.words.tokens import Tokens
from tools.menu import Menu, words_of
from tools.menu.normalise import singular

_SHARES = frozenset({"and", "or"})
_LONGEST_UNKNOWN = 3
"""So many words that are no words of a name may be one, written apart: "smoke house"."""
Found = tuple[int, int, tuple[int, ...]]
"""Where a name begins and ends, and whose it is."""


def names_in(tokens: Tokens, menu: Menu) -> dict[int, list[Span]]:
    """The names that begin at each token. A whole name leaves no room for parts of others."""
    words = [words_of(token.text) if token.kind != "break" else () for token in tokens]
    every = menu.every_option
    dishes, options = hear(tokens, words, (menu.item_names, every.names))
    whole: dict[tuple[int, int], Span] = {}
    for begin, end, owners in _whole_and_sharing(tokens, words, dishes):
        whole[begin, end] = Span("name", begin, end, items=owners)
    for begin, end, owners in _whole_and_sharing(tokens, words, options):
        span = whole.setdefault((begin, end), Span("name", begin, end))
        span.options |= every.by_group(owners)
    partly: dict[tuple[int, int], Span] = {}
    for part in parts_in(tokens, dishes):
        place = (part.begin, part.end)
        if place not in whole:
            partly[place] = Span("name", *place, items=part.likely, partly=True)
    for part in parts_in(tokens, options):
        place = (part.begin, part.end)
        if place not in whole:
            span = partly.setdefault(place, Span("name", *place, partly=True))
            said = [word for each in words[part.begin : part.end] for word in each]
            for group, owners in every.by_group(part.likely).items():
                span.options[group] = likeliest(menu, group, owners, said)
    return _by_begin(tokens, (*whole.values(), *partly.values()))


def _by_begin(tokens: Tokens, spans: Iterable[Span]) -> dict[int, list[Span]]:
    at: dict[int, list[Span]] = {}
    for span in spans:
        if span.options and _is_measured(tokens, span):
            span.items = ()
        at.setdefault(span.begin, []).append(span)
    return at


def _is_measured(tokens: Tokens, span: Span) -> bool:
    """ "A drizzle of chocolate", "chocolate pumps": no dish comes so."""
    before = [token.word for token in tokens[max(0, span.begin - 2) : span.begin]]
    after = tokens[span.end].word if span.end < len(tokens) else ""
    return after in UNITS or (before[1:] == ["of"] and before[0] in UNITS)


def _whole_and_sharing(tokens: Tokens, words: Sequence[Words], heard: Heard) -> Iterator[Found]:
    found = [*_whole(tokens, words, heard)]
    yield from found
    yield from _sharing(tokens, words, heard, found)


def _whole(tokens: Tokens, words: Sequence[Words], heard: Heard) -> Iterator[Found]:
    """The stretches that are whole names."""
    for begin in range(len(tokens)):
        if words[begin] and not heard.is_nothing(tokens, begin):
            least = begin + 3 if only_helps(tokens, begin) else begin + 1
            for end, said, sounds in _longer(tokens, words, heard, begin):
                owners = _owners(heard, said, sounds) if end >= least else ()
                if owners:
                    yield begin, end, owners


def _longer(
    tokens: Tokens, words: Sequence[Words], heard: Heard, begin: int
) -> Iterator[tuple[int, Words, Words | None]]:
    """Longer and longer stretches from a token on: the end, the words, and how they sound."""
    said: Words = ()
    sounds: Words | None = ()
    known = False
    for at in range(begin, min(begin + LONGEST, len(tokens))):
        if at > begin and tokens[at].word == "the":
            continue
        last = heard.folded[at]
        known = known or last is not None
        sounds = None if sounds is None or last is None else sounds + last
        if not words[at] or (sounds is None and heard.is_nothing(tokens, at)):
            return
        if not known and at - begin >= _LONGEST_UNKNOWN:
            return
        said += words[at]
        yield at + 1, said, sounds


def _sharing(
    tokens: Tokens, words: Sequence[Words], heard: Heard, found: Sequence[Found]
) -> Iterator[Found]:
    """What has its last word from the next name: the "black" in "black and pinto beans"."""
    whole = {(begin, end) for begin, end, _ in found}
    for begin, end in whole:
        at = begin - 2
        if end - begin < 2 or at < 0 or tokens[begin - 1].word not in _SHARES:
            continue
        if tokens[at].kind == "word" and (at, at + 1) not in whole:
            first, last = heard.folded[at], heard.folded[end - 1]
            sounds = (*first, *last) if first and last else None
            owners = _owners(heard, (*words[at], *words[end - 1]), sounds)
            if owners:
                yield at, at + 1, owners


def _owners(heard: Heard, said: Words, sounds: Words | None) -> tuple[int, ...]:
    """Whose name it is, as it is written or sounds, or what it stands for."""
    names = heard.names
    if owners := names.written(said):
        return owners
    if sounds is not None:
        owners = names.exact_folded(sounds)
    elif said[-1].endswith("s"):
        owners = names.written((*said[:-1], singular(said[-1])))
    return owners or _same_name(heard, said)


def _same_name(heard: Heard, said: Words) -> tuple[int, ...]:
    """What it stands for; what can be had on the side is called by itself too."""
    same = SAME_NAME.get(said)
    owners = heard.names.written(same) if same else ()
    return owners or (heard.names.written(("side", "of", *said)) if heard.aside else ())
