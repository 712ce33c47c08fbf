"""Money of an order: "12 paid", "upi received for 12", "refund 12", "refund 50 for 12"."""

from itertools import pairwise

from bot.intent.rules.staff.orders import ORDER_WORDS, orders_in
from bot.intent.rules.staff.words import asks
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import JOINERS, word_set
from tools.kit.call import Call, Json

PAID = word_set("paid settled")
CAME = word_set("received taken got collected confirmed confirm came")
_METHODS = {
    "cash": word_set("cash"),
    "card": word_set("card"),
    "upi": word_set("upi gpay phonepe paytm bhim"),
}
MONEY = word_set("payment money").union(*_METHODS.values())
_REFUND = word_set("refund refunded refunding")
_AROUND = ORDER_WORDS | word_set(
    "and the for of on to by in with via from has have been we i it all"
)
_CURRENCY = word_set("rs inr rupee rupees")


def read_money(tokens: Tokens) -> tuple[Call, ...]:
    """The calls of a statement that orders are paid, or that money has gone back."""
    words = {token.word for token in tokens}
    if asks(tokens):
        return ()
    if words & _REFUND:
        return _refund(tokens)
    if not (words & PAID or (words & CAME and words & MONEY)):
        return ()
    methods: list[Json] = [name for name, said in _METHODS.items() if words & said]
    orders = orders_in(tokens, _AROUND | PAID | CAME | MONEY)
    if len(methods) > 1 or not _in_a_row(tokens):
        return ()
    more = {"method": methods[0]} if methods else {}
    return tuple(Call("confirm_payment", {"order_no": order, **more}) for order in orders)


def _in_a_row(tokens: Tokens) -> bool:
    """Whether all numbers are orders: "12 and 13 paid", but not "50 received for 12"."""
    places = [at for at, token in enumerate(tokens) if token.kind == "number"]
    return all(
        {token.word for token in tokens[one + 1 : other] if token.kind == "word"} <= JOINERS
        and other > one + 1
        for one, other in pairwise(places)
    )


def _refund(tokens: Tokens) -> tuple[Call, ...]:
    """All that has to go back of an order, or the sum that is said before it."""
    around = _AROUND | _REFUND | _CURRENCY
    numbers = [at for at, token in enumerate(tokens) if token.kind == "number"]
    if any(one.kind == "word" and one.word not in around for one in tokens) or not numbers:
        return ()
    *sums, order = (tokens[at].word for at in numbers)
    told = any(token.word in _CURRENCY for token in tokens)
    between = {token.word for token in tokens[numbers[0] : numbers[-1]] if token.kind == "word"}
    apart = not sums or between & {"for", "of", "on", "to", "order"}
    if len(sums) > 1 or not order.isdecimal() or not apart or told > bool(sums):
        return ()
    amount: dict[str, Json] = {"amount": sums[0]} if sums else {}
    return (Call("refund_payment", {"order_no": int(order), **amount}),)
