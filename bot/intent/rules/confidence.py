"""How sure the rules are of what they read: 1, and less for each thing guessed or passed over."""

from collections.abc import Iterator, Sequence

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.menu.span import Span
from bot.intent.rules.words.order_words import SAME
from bot.intent.rules.words.tokens import Token, Tokens
from bot.intent.rules.words.vocabulary import CHANGE, NOT_AN_ORDER
from tools.kit.call import Call
from tools.menu import Menu, fold, words_of

NOT_UNDERSTOOD = 0.0
AT_LARGE = 0.8
"""The message was read by some of its words, not accounted for to the last one."""
PASSED_OVER = 0.6
"""A word that is neither of the menu nor of ordering and changing."""
MISTYPED = 0.85
"""A name that only resembles one of the menu's."""
PARTLY = 0.85
"""A name of which only some words were said."""
SEVERAL = 0.85
"""A name that several dishes have, or several options of a group."""
EITHER = 0.85
"""A name of a dish that is an option's as well."""
NOTED = 0.85
"""Words kept for the kitchen because the menu has nothing of the sort."""
UNHEARD = 0.85
"""A search for what is on no menu here."""
_UNSURE = frozenset({"not_understood", "did_you_mean"})
_NAMING = frozenset(
    {"add_to_cart", "update_item", "remove_from_cart", "set_quantity", "replace_item"}
)


def confidence(tokens: Tokens, calls: Sequence[Call], menu: MenuWords, *, at_large: bool) -> float:
    """From 0 to 1: of all doubts about the calls together. Each doubt takes its own share away."""
    if any(call.tool in _UNSURE for call in calls):
        return NOT_UNDERSTOOD
    sure = AT_LARGE if at_large else 1.0
    for doubt in _doubts(tokens, calls, menu):
        sure *= doubt
    return round(sure, 2)


def _doubts(tokens: Tokens, calls: Sequence[Call], menu: MenuWords) -> Iterator[float]:
    """Each kind of doubt counts once, however often there is cause for it."""
    if any(_is_unheard(call, menu.menu) for call in calls):
        yield UNHEARD
    if any(_notes(call) for call in calls):
        yield NOTED
    if any(call.tool in _NAMING for call in calls):
        yield from _doubts_of_names(tokens, menu)


def _doubts_of_names(tokens: Tokens, menu: MenuWords) -> Iterator[float]:
    spans = menu.spans(tokens)
    names = [span for span in spans if span.kind == "name"]
    unknown = {tokens[span.begin].word for span in spans if span.kind == "unknown"}
    if not unknown <= NOT_AN_ORDER | CHANGE:
        yield PASSED_OVER
    if not all(_is_written(tokens[span.begin : span.end], menu.menu) for span in names):
        yield MISTYPED
    if any(span.partly for span in names):
        yield PARTLY
    if any(_is_shared(span) for span in names):
        yield SEVERAL
    if any(span.items and span.options for span in names):
        yield EITHER


def _is_unheard(call: Call, menu: Menu) -> bool:
    query = call.args.get("query")
    words = words_of(query) if call.tool == "search_menu" and isinstance(query, str) else ()
    return not all(menu.item_names.knows(fold(word)) for word in words)


def _notes(call: Call) -> bool:
    lines = call.args.get("lines")
    return isinstance(lines, list) and any(isinstance(one, dict) and "note" in one for one in lines)


def _is_shared(span: Span) -> bool:
    return (len(span.items) > 1 and not span.options) or any(
        len(places) > 1 for places in span.options.values()
    )


def _is_written(tokens: Sequence[Token], menu: Menu) -> bool:
    """Whether every word is of a name as it is written or sounds, or all of them are one name."""
    lists = (menu.item_names, menu.every_option.names)
    words = tuple(word for token in tokens for word in words_of(token.text))
    known = all(word in SAME or any(names.knows(fold(word)) for names in lists) for word in words)
    return known or any(names.written(words) for names in lists)
