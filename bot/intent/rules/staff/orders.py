"""Orders that are ready: "order 12 is ready", "12 and 13 done"."""

from bot.intent.rules.numbers import read_number
from bot.intent.rules.staff.words import asks
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import POLITE, word_set
from tools.kit.call import Call

_READY = word_set("ready done finished completed complete prepared cooked packed plated")
_AROUND = POLITE | word_set(
    "food order orders ord number numbers no nos num is are now all both and the for to be been has"
    " have pickup pick up collection collect take away takeaway delivery serve go kitchen its it"
    " mark as set make"
)


def read_ready(tokens: Tokens) -> tuple[Call, ...]:
    """A call for each order a statement names; it says nothing but that they are ready."""
    words = {token.word for token in tokens if token.kind == "word"}
    if asks(tokens) or words.isdisjoint(_READY):
        return ()
    orders: list[int] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        number = read_number(tokens, at) if token.word not in _AROUND | _READY else None
        if number is not None and isinstance(number.value, int) and not token.times:
            orders.append(number.value)
        elif token.kind != "break" and token.word not in _AROUND | _READY:
            return ()
        at += number.length if number else 1
    return tuple(Call("mark_ready", {"order_no": order}) for order in orders)
