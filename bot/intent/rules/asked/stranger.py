"""An order of something the menu does not have: it has to look like one to be told so politely.

"2 pizza please" and "I want a burger" do; "I need to report a stolen card" is no order at all.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import ADD, BRING, word_set
from tools.kit.call import Call

_PERSONAL = word_set("my your his her their our someone somebody anyone everyone everything")
"""Nobody orders what is somebody's already: "give me my bank balance"."""
_NO_FOOD = word_set(
    "minute minutes moment seconds sec secs min mins time while day night evening weekend"
    " help assistance info information detail details ingredients question questions menu bill"
    " receipt card cash payment pay upi name idea suggestion recommendation reservation"
    " table ride taxi appointment refund joke rid list"
)
"""What people want of a shop, or of life, that no kitchen makes."""
_ORDERING = ADD | BRING | word_set("eat drink purchase go some")
_LONGEST = 2
_LONGEST_COUNTED = 3


def is_strange(call: Call, tokens: Tokens, menu: MenuWords) -> bool:
    """Whether an order of unknown things is of things no shop like this would be asked for."""
    items = _unknown(call, menu)
    if not items:
        return False
    words = [token.word for token in tokens]
    if not _PERSONAL.isdisjoint(words) or _does_something(words):
        return True
    if any(not _NO_FOOD.isdisjoint(item.casefold().split()) for item in items):
        return True
    counted = any(read_number(tokens, at) for at in range(len(tokens)))
    longest = _LONGEST_COUNTED if counted and len(items) == 1 else _LONGEST
    return any(len(item.split()) > longest for item in items)


def _unknown(call: Call, menu: MenuWords) -> list[str]:
    """What is ordered by a name of which the menu has not one word."""
    lines = call.args.get("lines")
    if call.tool != "add_to_cart" or not isinstance(lines, list):
        return []
    items = [line.get("item") for line in lines if isinstance(line, dict)]
    return [item for item in items if isinstance(item, str) and not menu.knows_exactly([item])]


def _does_something(words: Sequence[str]) -> bool:
    """ "To" and a verb that is not one of ordering: "I want to find …", "I need to send …"."""
    return any(word == "to" and after not in _ORDERING for word, after in pairwise(words))
