"""An order read by the menu: spans, lines, and whether it may be acted on."""

from itertools import pairwise

from bot.intent.rules.attach import Attacher
from bot.intent.rules.dishes import Doubtful
from bot.intent.rules.order_words import SIZES
from bot.intent.rules.settle import line_of
from bot.intent.rules.spans import Span, read_spans
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import NOT_AN_ORDER
from tools.kit.call import Call, Json
from tools.menu import Menu

_TELLING = frozenset({"is", "was", "are"})
"""In the midst of an order they tell: "my order is for", "my name is"."""
_NEVER = NOT_AN_ORDER - {"stop", "never", "not", "dont", "think", "know", "tell", "nahi"} - _TELLING
_TAKE_AWAY = Call("choose_order_type", {"order_type": "take away"})
_DINE_IN = Call("choose_order_type", {"order_type": "dine in"})


def read_named_order(tokens: Tokens, menu: Menu) -> list[Call] | None:
    """The order of dishes the menu has, and how it is taken; None: it is something else."""
    spans = read_spans(tokens, menu)
    if not any(span.kind == "name" for span in spans) or not _may_order(tokens, spans):
        return None
    try:
        read = Attacher(tokens, spans, menu).run()
    except Doubtful:
        return None
    if not read.led and any(token.word in _TELLING for token in tokens):
        return None
    unknown = [word for word in read.unknown if word.casefold() not in SIZES]
    if not read.dishes or unknown or (tokens[-1].text == "?" and not read.led):
        return None
    lines: list[Json] = [line_of(dish, tokens, menu) for dish in read.dishes]
    return [Call("add_to_cart", {"lines": lines}), *_order_type(tokens, spans)]


def names_several(tokens: Tokens, menu: Menu) -> bool:
    """Whether more than one thing of the menu is named."""
    return sum(span.kind == "name" for span in read_spans(tokens, menu)) > 1


def _may_order(tokens: Tokens, spans: list[Span]) -> bool:
    """Whether nothing between the names asks, tells, or changes what is in the cart."""
    between = [tokens[span.begin].word for span in spans if span.kind != "name"]
    first = next((word for word in between if word not in {"and", ",", "hi", "hello"}), "")
    if not _NEVER.isdisjoint(between) or first in {"do", "only", *_TELLING}:
        return False
    if spans[0].kind != "name" and between[0] in {"make"} and spans[-1].kind == "name":
        return False
    for before, span in pairwise(spans):
        word = tokens[before.begin].word
        if span.kind == "name" and span.items and not span.options and word in {"the", "my"}:
            place = before.begin - 1
            if place >= 0 and tokens[place].word in {"to", "in", "on", "from", "make"}:
                return False
        if word == "like" and not _wishes(tokens, before.begin):
            return False
    return True


def _wishes(tokens: Tokens, at: int) -> bool:
    """ "I'd like", "like to", "I like 2" and "yes, I like" wish; "I like dosa" tells."""
    before = [token.word for token in tokens[max(0, at - 3) : at]]
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    counted = at + 1 < len(tokens) and tokens[at + 1].kind == "number"
    if tokens[0].word in {"yes", "yeah", "ok", "okay"}:
        return True
    tells = before[-1:] in (["i"], ["we"]) and "would" not in before
    return not tells or counted or after in {"to", "a", "an", "one", "two"}


def _order_type(tokens: Tokens, spans: list[Span]) -> list[Call]:
    """ "for here", "to go" in the midst of an order."""
    plain = [tokens[span.begin].word if span.kind == "frame" else "" for span in spans]
    for before, word in pairwise(plain):
        if (before, word) == ("for", "here"):
            return [_DINE_IN]
        if (before, word) == ("to", "go"):
            return [_TAKE_AWAY]
    return []
