"""A message as stretches: names of dishes and of options, numbers, and the words between."""

from bot.intent.rules.name_spans import Kind, Span, names_in
from bot.intent.rules.numbers import read_number
from bot.intent.rules.order_words import (
    EXTRAS,
    FRAME,
    JOINS,
    LIGHTS,
    NOS,
    UNITS,
    WITHS,
)
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import ARTICLES
from tools.menu import Menu
from tools.menu.spelling import corrections

__all__ = ["Kind", "Span", "read_spans"]

_FLAT, _PER_WORD, _PARTLY = 0.25, 0.1, 0.3
_SAYS_NOTHING, _BETWEEN, _UNKNOWN = 0.4, 1.0, 4.0
_FRAME = " ".join(sorted(FRAME))


def read_spans(tokens: Tokens, menu: Menu) -> list[Span]:
    """The cheapest way to cover the tokens: whole names first, the longest of them, then parts."""
    names = names_in(tokens, menu)
    cost: list[float] = [0.0] + [1e9] * len(tokens)
    best: list[Span | None] = [None] * (len(tokens) + 1)
    for at in range(len(tokens)):
        amount = _is_amount(tokens, at, names, menu)
        named = [span for span in names.get(at, ()) if not (amount and span.end == at + 1)]
        for span in (*named, _other(tokens, at, names)):
            unit = tokens[span.begin].word in UNITS
            paid = cost[at] + _cost(span, unit=unit)
            if paid < cost[span.end]:
                cost[span.end], best[span.end] = paid, span
    spans: list[Span] = []
    at = len(tokens)
    while at > 0 and (last := best[at]):
        spans.append(last)
        at = last.begin
    return _without_names(tokens, spans[::-1])


def _is_amount(tokens: Tokens, at: int, names: dict[int, list[Span]], menu: Menu) -> bool:
    """Right before an option there can be light of, "light" is how much and no Light Roast."""
    word = tokens[at].word
    amount = "extra" if word in EXTRAS else "light" if word in LIGHTS else None
    groups = {group.id for group in menu.groups if amount in group.amounts}
    return any(not groups.isdisjoint(span.options) for span in names.get(at + 1, ()))


def _without_names(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """A person's name is no unknown thing: "my name is Ada", "under Ada"."""
    naming = False
    for span in spans:
        word = tokens[span.begin].word
        if span.kind == "unknown" and naming:
            span.kind = "frame"
        elif word in {"name", "names", "under"}:
            naming, span.kind = True, "frame"
        elif span.kind != "frame" or word not in {"is", "of", "the", "for", "s", "my"}:
            naming = False
    return spans


def _cost(span: Span, *, unit: bool) -> float:
    if span.kind == "name":
        return _FLAT + _PER_WORD * (span.end - span.begin) + _PARTLY * span.partly
    if span.kind == "unknown":
        return _UNKNOWN
    return (_SAYS_NOTHING if span.kind == "frame" and not unit else _BETWEEN) * (
        span.end - span.begin
    )


def _other(tokens: Tokens, at: int, names: dict[int, list[Span]]) -> Span:
    """What a token is that begins no name."""
    token = tokens[at]
    if token.kind == "break":
        return Span("break", at, at + 1)
    dish_follows = any(span.items and not span.partly for span in names.get(at + 1, ()))
    number = read_number(tokens, at, before_dish=dish_follows)
    if number is not None:
        return Span("number", at, at + number.length, number.value)
    kind = _kind(token.word)
    if kind == "unknown" and at not in names and corrections(token.word, _FRAME):
        kind = "frame"
    return Span(kind, at, at + 1)


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
    return "frame" if word in FRAME | UNITS else "unknown"
