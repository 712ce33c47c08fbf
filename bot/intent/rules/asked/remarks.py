"""What is asked and told beside ordering, in many words: "where is my food", "take my order".

A saying leaves no word over; a remark may, because what it calls for adds nothing to the cart.
"""

from bot.intent.rules.asked.of_an_order import CART, DONE, HOW_PAID, STATUS
from bot.intent.rules.asked.of_the_shop import FOOD, HELP
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.talk.courtesies import COURTESIES
from bot.intent.rules.talk.saying import Sayings
from bot.intent.rules.words.tokens import Tokens
from tools.kit.call import Call

REMARKS = Sayings((*HOW_PAID, *FOOD, *STATUS, *HELP, *CART, *DONE, *COURTESIES))
"""The first that fits is meant."""


def read_remark(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The call of a whole message that names no dish; the first remark that fits."""
    words = frozenset(token.word for token in tokens if token.kind == "word")
    if not words or menu.holds_dish(tokens):
        return None
    return next((each.call for each in REMARKS.fitting(words)), None)


def is_courtesy(tokens: Tokens, menu: MenuWords) -> bool:
    """Whether a clause is only a yes, no or thanks, which asks for nothing beside the others."""
    call = read_remark(tokens, menu)
    return call is not None and call.tool == "small_talk"
