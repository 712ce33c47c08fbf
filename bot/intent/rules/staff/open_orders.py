"""Orders that are looked at: "open orders", "order 12", "is order 12 ready?"."""

from bot.intent.rules.staff.orders import ORDER_WORDS, orders_in
from bot.intent.rules.staff.words import asks
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call

_ONE = word_set("order ord")
_LOOK = ORDER_WORDS | word_set(
    "show list see view check tell me us what whats which in about status of the a any there have"
    " we do does how far open pending new waiting running active current going under way still left"
    " all get give it has been"
)
_MARKED = word_set(
    "show list see view check open pending new waiting running active current going way"
)
_ASKED = word_set("ready paid done accepted preparing out delivered completed picked up collected")


def read_look(tokens: Tokens) -> tuple[Call, ...]:
    """The call of a sentence that says and asks nothing but how an order stands, or all do."""
    words = {token.word for token in tokens if token.kind == "word"}
    known = _LOOK | _ASKED if asks(tokens) else _LOOK
    if words & _ONE:
        orders = orders_in(tokens, known)
        return (Call("check_orders", {"order_no": orders[0]}),) if len(orders) == 1 else ()
    alone = words - (ORDER_WORDS - {"orders"}) == {"orders"}
    counted = any(token.kind == "number" for token in tokens)
    if "orders" not in words or counted or not words <= known or not (alone or words & _MARKED):
        return ()
    return (Call("check_orders"),)
