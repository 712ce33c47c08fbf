"""Orders that will not be: "reject 12 no gas", "cancel order 12: customer did not come"."""

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.staff.orders import ORDER_WORDS
from bot.intent.rules.staff.words import as_written, asks
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call

_ENDS = {
    **dict.fromkeys(
        word_set("reject rejected rejecting decline declined refuse refused"), "reject_order"
    ),
    **dict.fromkeys(word_set("cancel cancelled canceled cancelling"), "cancel_for_customer"),
}
_AROUND = ORDER_WORDS | word_set("the we have has to")
_BECAUSE = word_set("because cause bcoz as since for due to reason")


def read_end(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """The call of a statement that begins with one order and its end; the rest says why.

    "Cancel 12 idly" is about idlis, perhaps, and "reject 12 and 13" about two orders: no call.
    """
    begun = None if asks(tokens) else _begun(tokens)
    if begun is None or _counts(tokens, begun[2], menu):
        return ()
    tool, order, at = begun
    rest = [*tokens[at:]]
    while rest and (rest[0].kind == "break" or rest[0].word in _BECAUSE):
        rest.pop(0)
    why = as_written(rest)
    return (Call(tool, {"order_no": order, **({"reason": why} if why else {})}),)


def _begun(tokens: Tokens) -> tuple[str, int, int] | None:
    """Which end, of which order, and where the reason begins; None where it is said otherwise."""
    tool, order, at = "", None, 0
    while at < len(tokens) and not (tool and order is not None):
        token = tokens[at]
        if token.word in _ENDS:
            tool = _ENDS[token.word]
        elif token.kind != "break" and token.word not in _AROUND:
            number = read_number(tokens, at)
            if order is not None or number is None or not isinstance(number.value, int):
                return None
            order = number.value
            at += number.length - 1
        at += 1
    return (tool, order, at) if tool and order is not None else None


def _counts(tokens: Tokens, at: int, menu: MenuWords) -> bool:
    """Whether the number before may count what comes: a dish, or a further order."""
    if at == len(tokens):
        return False
    first = tokens[at]
    if first.word == "and":
        return at + 1 < len(tokens) and read_number(tokens, at + 1) is not None
    sure = {"order", "ord"} & {token.word for token in tokens[:at]} or first.kind == "break"
    if sure or first.word in ORDER_WORDS:
        return False
    return first.kind == "number" or all(menu.knows(word) for word in first.word.split())
