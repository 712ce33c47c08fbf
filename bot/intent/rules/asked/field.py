"""The words of the field: what sayings and remarks turn on, such as bill, order, menu, cancel.

None of them is a dish the shop has not, and a typing error in one is mended.
"""

from itertools import pairwise

from bot.intent.rules.asked.remarks import REMARKS
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.talk.abroad import ABROAD
from bot.intent.rules.talk.sayings import SAYINGS
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.order_words import SIZES
from bot.intent.rules.words.small_words import SMALL_WORDS
from bot.intent.rules.words.tokens import Token, Tokens
from bot.intent.rules.words.vocabulary import ORDINALS, POINTED
from tools.kit.call import Call
from tools.menu.spelling import corrections

FIELD = frozenset(word for each in (*SAYINGS, *REMARKS) for need in each.needs for word in need)
_POINTERS = POINTED | ORDINALS
_TOPICS = FIELD - SMALL_WORDS - SIZES
_KNOWN = SMALL_WORDS.union(*(each.known for each in (*SAYINGS, *REMARKS)))
_SHORTEST = 4
_ENGLISH = SMALL_WORDS.union(
    *(each.known for each in (*SAYINGS, *REMARKS) if not any(each is own for own in ABROAD))
)
_MENDABLE = " ".join(sorted(word for word in _ENGLISH if len(word) >= _SHORTEST))
"""Only English is mended: the other languages' words have no one spelling in Latin letters."""


def orders_none(call: Call, tokens: Tokens, menu: MenuWords) -> bool:
    """Whether an order is of what the menu has not and no kitchen makes.

    That are words of the field, words that name nothing, and "the" something: it is known already.
    """
    lines = call.args.get("lines")
    if call.tool != "add_to_cart" or not isinstance(lines, list):
        return False
    items = [line.get("item") for line in lines if isinstance(line, dict)]
    pointed = {after.text for before, after in pairwise(tokens) if before.word == "the"}
    for item in items:
        words = item.split() if isinstance(item, str) and not menu.knows_exactly([item]) else []
        points = not _POINTERS.isdisjoint(word.casefold() for word in words)
        said = {word.casefold() for word in words}
        no_dish = words and (words[0] in pointed or said & _TOPICS or said <= SMALL_WORDS)
        if no_dish and not points:
            return True
    return False


def mended(tokens: Tokens, menu: MenuWords) -> Tokens:
    """With typing errors mended by words of the field: "chekout", "pament"."""
    return [
        _mended(token) if _is_strange(tokens, at, menu) else token
        for at, token in enumerate(tokens)
    ]


def _is_strange(tokens: Tokens, at: int, menu: MenuWords) -> bool:
    token = tokens[at]
    plain = token.kind == "word" and token.word.isalpha() and len(token.word) >= _SHORTEST
    known = token.word in _KNOWN or token.word.removesuffix("s") in _KNOWN
    if not plain or known or read_number(tokens, at):
        return False
    return not (menu.knows(token.word) or menu.knows_option([token.word]))


def _mended(token: Token) -> Token:
    """People mistype the middle of a word: "bread" is not meant as "read"."""
    meant = corrections(token.word, _MENDABLE)
    sure = len(meant) == 1 and meant[0][0] == token.word[0]
    return Token(meant[0], meant[0], "word") if sure else token
