"""An order read by the menu: spans, lines, and whether it may be acted on."""

from itertools import pairwise

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.menu.span import Span
from bot.intent.rules.order.attach import Attacher
from bot.intent.rules.order.beside import after_greeting, without_contrast
from bot.intent.rules.order.dishes import Doubtful, Read
from bot.intent.rules.order.settle import line_of
from bot.intent.rules.words.order_words import SIZES
from bot.intent.rules.words.small_words import STATES
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import NOT_AN_ORDER, word_set
from tools.kit.call import Call, Json

_TELLING = frozenset({"is", "was", "are"})
"""In the midst of an order they tell: "my order is for", "my name is"."""
_RELATIVE = frozenset({"which", "that", "who"})
_NEVER = NOT_AN_ORDER - {"stop", "never", "not", "dont", "think", "nahi", "if"}
_NEVER -= _TELLING
_ORDERED = word_set("order drink side meal choice dessert snack lunch dinner")
_LIKES = frozenset({"like", "love", "likes", "loves"})
_HABITS = frozenset({"usually", "normally", "often", "sometimes"})
_OTHERS = frozenset({"you", "they", "yall"})
_SUMS = frozenset({"total", "altogether"})
_TAKE_AWAY = Call("choose_order_type", {"order_type": "take away"})
_MOST_UNKNOWN, _MOST_UNCOUNTED = 3, 1
_DINE_IN = Call("choose_order_type", {"order_type": "dine in"})


def read_named_order(tokens: Tokens, menu: MenuWords) -> list[Call] | None:
    """The order of dishes the menu has, and how it is taken; None: it is something else."""
    tokens = without_contrast(after_greeting(tokens), menu)
    read = _read(tokens, menu)
    if read is None or read.unknown or not _is_wished(tokens, read):
        return None
    lines: list[Json] = [line_of(dish, tokens, menu.menu) for dish in read.dishes]
    return [Call("add_to_cart", {"lines": lines}), *_beside(tokens, read.spans)]


def read_doubtful_order(tokens: Tokens, menu: MenuWords) -> Call | None:
    """What may have been ordered, to be asked about: there are a few words nobody knows."""
    tokens = after_greeting(tokens)
    read = _read(tokens, menu)
    if read is None or not _is_begun(read) or not read.unknown:
        return None
    counted = all(dish.counted for dish in read.dishes)
    if len(read.unknown) > (_MOST_UNKNOWN if counted else _MOST_UNCOUNTED):
        return None  # it tells of something: "I have had idly in the fridge since Monday"
    if any(dish.item is None or dish.span.partly for dish in read.dishes):
        return None
    if read.spans[0].kind == "unknown":
        return None  # it asks for another thing to be done: "find a pizza in the dictionary"
    if any(dish.kind == "name" and after.kind == "unknown" for dish, after in pairwise(read.spans)):
        return None  # it is another thing: "a pizza recipe"
    lines: list[Json] = [line_of(dish, tokens, menu.menu) for dish in read.dishes]
    return Call("did_you_mean", {"lines": lines})


def counts_dishes(tokens: Tokens, menu: MenuWords) -> bool:
    """Whether dishes are asked for with a number or an article: they are new ones, not changed."""
    read = _read(after_greeting(tokens), menu)
    return read is not None and read.led and all(dish.counted for dish in read.dishes)


def names_several(tokens: Tokens, menu: MenuWords) -> bool:
    """Whether more than one thing of the menu is named."""
    return sum(span.kind == "name" for span in menu.spans(tokens)) > 1


def _read(tokens: Tokens, menu: MenuWords) -> Read | None:
    """The dishes read from what may be an order."""
    if not tokens:
        return None
    spans = menu.spans(tokens)
    if not any(span.kind == "name" for span in spans) or not _may_order(tokens, spans):
        return None
    try:
        read = Attacher(tokens, spans, menu.menu).run()
    except Doubtful:
        return None
    read.unknown = [word for word in read.unknown if word.casefold() not in SIZES]
    return read if read.dishes else None


def _is_wished(tokens: Tokens, read: Read) -> bool:
    """Whether something asks for the dishes, or nothing tells or asks about them."""
    pairs = pairwise(token.word for token in tokens)
    tells = any(after in _TELLING and word not in _ORDERED for word, after in pairs)
    first, counted = tokens[0].word, any(dish.counted for dish in read.dishes)
    if not (counted or read.led) and not _SUMS.isdisjoint(token.word for token in tokens):
        return False  # "idly total"
    if not counted and first in _OTHERS and "me" not in {token.word for token in tokens}:
        return False  # "you have idly" asks
    tells = tells or (not counted and first in STATES)  # "it's late" is no latte
    return read.led or not (tells or tokens[-1].text == "?")


def _is_begun(read: Read) -> bool:
    """Whether it begins like an order: something asks for a dish, or counts it."""
    return read.led or any(dish.counted for dish in read.dishes)


def _may_order(tokens: Tokens, spans: list[Span]) -> bool:
    """Whether nothing between the names asks, tells, or changes what is in the cart."""
    between = [span for span in spans if span.kind != "name"]
    words = [tokens[span.begin].word for span in between if not _is_relative(tokens, span)]
    begun = (tokens[span.begin].word for span in between if span.kind != "number")  # "do idly"
    first = next((word for word in begun if word not in {"and", ",", "hi", "hello"}), "")
    if not (_NEVER | _HABITS).isdisjoint(words) or first in {"do", "only", *_TELLING}:
        return False
    if spans[0].kind != "name" and words[0] in {"make"} and spans[-1].kind == "name":
        return False
    for before, span in pairwise(spans):
        word = tokens[before.begin].word
        if span.kind == "name" and span.items and not span.options and word in {"the", "my"}:
            place = before.begin - 1
            if place >= 0 and tokens[place].word in {"to", "in", "on", "from", "make"}:
                return False
        if word in _LIKES and not _names_option(spans, span) and not _wishes(tokens, before.begin):
            return False
    return True


def _names_option(spans: list[Span], span: Span) -> bool:
    """ "I love the thin crust" tells how the dish shall be, "I love idly" no more than that."""
    name = next((one for one in spans if one.begin >= span.begin and one.kind == "name"), None)
    return name is not None and bool(name.options)


def _is_relative(tokens: Tokens, span: Span) -> bool:
    """Whether it tells of the name before it: "a pizza | which | has bacon"."""
    before = tokens[span.begin - 1] if span.begin else None
    return tokens[span.begin].word in _RELATIVE and before is not None and before.kind == "word"


def _wishes(tokens: Tokens, at: int) -> bool:
    """ "I'd like", "like to", "I like 2" and "yes, I like" wish; "I like dosa" tells."""
    if tokens[at].word.endswith("s"):
        return False
    before = [token.word for token in tokens[max(0, at - 3) : at]]
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    counted = at + 1 < len(tokens) and tokens[at + 1].kind == "number"
    if tokens[0].word in {"yes", "yeah", "ok", "okay"}:
        return True
    tells = before[-1:] in (["i"], ["we"]) and "would" not in before
    return not tells or counted or after in {"to", "a", "an", "one", "two"}


def _beside(tokens: Tokens, spans: list[Span]) -> list[Call]:
    """ "for here", "to go", "tomorrow" in the midst of an order."""
    plain = [tokens[span.begin].word if span.kind == "frame" else "" for span in spans]
    pairs = [*pairwise(plain)]
    ways = {("for", "here"): _DINE_IN, ("to", "go"): _TAKE_AWAY}
    way = next((ways[pair] for pair in pairs if pair in ways), None)
    day = [Call("choose_pickup_time", {"when": "tomorrow"})] if "tomorrow" in plain else []
    return [*([way] if way else ()), *day]
