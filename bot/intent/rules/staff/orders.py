"""Orders that go on: "order 12 is ready", "accept 12, ready in 20", "12 and 13 picked up"."""

from collections.abc import Collection

from bot.intent.rules.staff.words import asks
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import POLITE, word_set
from tools.kit.call import Call, Json

STEPS = {
    "accept_order": word_set("accept accepted accepting confirm confirmed approve approved"),
    "start_order": word_set("start started starting begin begun preparing prepare cooking making"),
    "mark_ready": word_set("ready done finished prepared cooked packed plated"),
    "send_out": word_set("out dispatch dispatched despatched send sent way"),
    "complete_order": word_set(
        "picked collected delivered handed completed complete served given closed"
    ),
}
ORDER_WORDS = POLITE | word_set("food order orders ord number numbers no nos num is are now was")
"""Around the number of an order, whatever is said of it."""
_AROUND = ORDER_WORDS | word_set(
    "all both and the for to be been has have pickup pick up collection collect take away takeaway"
    " delivery serve go gone kitchen its it on over mark as set make customer by we i"
)
_IN = word_set("in within")
_MINUTES = word_set("m min mins minute minutes")
_HOURS = word_set("h hr hrs hour hours")
_HALF = ("half", "an", "hour")
_PROMISE = word_set("ready will itll be in about")
"""What leads to the minutes: "accept 12, it will be ready in about 20"."""


def read_steps(tokens: Tokens) -> tuple[Call, ...]:
    """A call for each order a statement names; it says nothing but one step of their lives."""
    words = [token.word for token in tokens if token.kind == "word"]
    if asks(tokens):
        return ()
    about, minutes = tokens, None
    if not STEPS["accept_order"].isdisjoint(words):
        about, minutes = _minutes(tokens)
    said = {step for step, verbs in STEPS.items() for one in about if one.word in verbs}
    # "Done 12" is what the button says; in "12 done" the kitchen speaks.
    if said == {"mark_ready"} and tokens[0].word == "done":
        said = {"complete_order"}
    if len(said) != 1:
        return ()
    (step,) = said
    more: dict[str, Json] = {} if minutes is None else {"minutes": minutes}
    verbs = frozenset().union(*STEPS.values())
    return tuple(
        Call(step, {"order_no": order, **more}) for order in orders_in(about, _AROUND | verbs)
    )


def orders_in(tokens: Tokens, around: Collection[str]) -> list[int]:
    """The orders that are named; none where anything else is said than words of `around`."""
    orders: list[int] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        number = read_number(tokens, at) if token.word not in around else None
        if number is not None and isinstance(number.value, int) and not token.times:
            orders.append(number.value)
        elif token.kind != "break" and token.word not in around:
            return []
        at += number.length if number else 1
    return orders


def _minutes(tokens: Tokens) -> tuple[Tokens, int | None]:
    """The rest of a statement | in how many minutes its order is ready; None: it does not say."""
    for at, token in enumerate(tokens):
        begin = at + 1 if token.word in _IN else at
        if begin > at and tuple(one.word for one in tokens[begin : begin + 3]) == _HALF:
            return _without(tokens, at, begin + 3), 30
        number = read_number(tokens, begin) if begin < len(tokens) else None
        if number is None or not isinstance(number.value, int) or token.times:
            continue
        end = begin + number.length
        unit = tokens[end].word if end < len(tokens) else ""
        if unit in _HOURS:
            return _without(tokens, at, end + 1), number.value * 60
        if unit in _MINUTES:
            return _without(tokens, at, end + 1), number.value
        if begin > at:
            return _without(tokens, at, end), number.value
    return tokens, None


def _without(tokens: Tokens, start: int, end: int) -> Tokens:
    while start and tokens[start - 1].word in _PROMISE:
        start -= 1
    return [*tokens[:start], *tokens[end:]]
