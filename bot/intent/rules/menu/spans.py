"""A message as stretches: names of dishes and of options, numbers, and the words between."""

from bot.intent.rules.menu.around import settle_around
from bot.intent.rules.menu.name_spans import names_in
from bot.intent.rules.menu.span import Kind, Span
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.order_words import (
    CONTAINERS,
    EXTRAS,
    FRAME,
    JOINS,
    LEADS,
    LIGHTS,
    NOS,
    SIZES,
    UNITS,
    WITHS,
)
from bot.intent.rules.words.small_words import MANNER
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import ARTICLES, CHANGE, POLITE, REMOVE, YES_ABROAD, word_set
from tools.menu import Menu
from tools.menu.spelling import corrections

_FLAT, _PER_WORD, _PARTLY = 0.25, 0.1, 0.3
_SAYS_NOTHING, _BETWEEN, _UNKNOWN = 0.4, 1.0, 4.0
_ASKING = " ".join(sorted((LEADS | POLITE | {"could", "would"}) - word_set(YES_ABROAD)))
"""What of the small words is looked for in mistyped ones."""
_MEASURES = UNITS | CONTAINERS | SIZES
_NO_THING = _MEASURES | REMOVE | CHANGE
_AMOUNT_OF = frozenset({"lot", "lots", "bit", "plenty", "hint", "touch", "dash"})
"""They tell an amount only of something: "a lot of onion", not "thanks a lot"."""


def read_spans(tokens: Tokens, menu: Menu) -> list[Span]:
    """The cheapest way to cover the tokens: whole names first, the longest of them, then parts."""
    names = names_in(tokens, menu)
    cost: list[float] = [0.0] + [1e9] * len(tokens)
    best: list[Span | None] = [None] * (len(tokens) + 1)
    for at in range(len(tokens)):
        amount = _is_amount(tokens, at, names, menu)
        amount = amount or (tokens[at].kind == "number" and bool(names.get(at + 1)))
        named = [span for span in names.get(at, ()) if not (amount and span.end == at + 1)]
        for span in (*named, _other(tokens, at, names)):
            unit = tokens[span.begin].word in _MEASURES
            paid = cost[at] + _cost(span, unit=unit)
            if paid < cost[span.end]:
                cost[span.end], best[span.end] = paid, span
    spans: list[Span] = []
    at = len(tokens)
    while at > 0 and (last := best[at]):
        spans.append(last)
        at = last.begin
    return settle_around(tokens, spans[::-1])


def _is_amount(tokens: Tokens, at: int, names: dict[int, list[Span]], menu: Menu) -> bool:
    """Right before an option there can be light of, "light" is how much and no Light Roast."""
    word = tokens[at].word
    amount = "extra" if word in EXTRAS else "light" if word in LIGHTS else None
    groups = {group.id for group in menu.groups if amount in group.amounts}
    return any(not groups.isdisjoint(span.options) for span in names.get(at + 1, ()))


def _cost(span: Span, *, unit: bool) -> float:
    if span.kind == "name":
        return _FLAT + _PER_WORD * (span.end - span.begin) + _PARTLY * span.partly
    if span.kind == "unknown":
        return _UNKNOWN
    if span.kind == "number":
        return _BETWEEN  # one thing, however many words say it
    return (_SAYS_NOTHING if span.kind in {"frame", "manner"} and not unit else _BETWEEN) * (
        span.end - span.begin
    )


def _other(tokens: Tokens, at: int, names: dict[int, list[Span]]) -> Span:
    """What a token is that begins no name."""
    token = tokens[at]
    if token.kind == "break":
        return Span("break", at, at + 1)
    dish_follows = any(span.items for span in names.get(at + 1, ()))
    number = read_number(tokens, at, before_dish=dish_follows)
    if number is not None:
        return Span("number", at, at + number.length, number.value)
    kind = _kind(token.word)
    if token.word in _AMOUNT_OF and (at + 1 == len(tokens) or tokens[at + 1].word != "of"):
        kind = "frame"
    if kind == "unknown" and _is_two(token.word):
        kind = "frame"
    if kind == "unknown" and at not in names and corrections(token.word, _ASKING):
        kind = "frame"
    return Span(kind, at, at + 1)


def _is_two(word: str) -> bool:
    """Two small words written as one: "yesneed", "thankyou"."""
    return any(word[:cut] in FRAME and word[cut:] in FRAME for cut in range(3, len(word) - 2))


def _kind(word: str) -> Kind:
    if word in ARTICLES:
        return "article"
    if word in NOS:
        return "no"
    if word in JOINS:
        return "join"
    if word in WITHS:
        return "with"
    if word in EXTRAS:
        return "extra"
    if word in LIGHTS:
        return "light"
    if word in FRAME or word in _NO_THING or len(word) == 1:
        return "frame"
    return "manner" if word in MANNER else "unknown"
