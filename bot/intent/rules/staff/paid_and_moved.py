"""Money and a step in one breath: "12 picked up and paid", "12 delivered and paid cash"."""

from dataclasses import replace

from bot.intent.rules.staff.money import CAME, MONEY, PAID, read_money
from bot.intent.rules.staff.orders import STEPS, read_steps
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call

_STEP_WORDS = frozenset().union(*STEPS.values())
_WITH_A_STEP = word_set("up pick pickup delivery customer go gone over as its")
_WITH_MONEY = word_set("by with in via")


def read_paid_and_moved(tokens: Tokens) -> tuple[Call, ...]:
    """The payments of orders, then their step: what is over is not changed any more.

    "Collected" is the money where nothing else says that it came: "cash collected for 12".
    """
    words = {token.word for token in tokens}
    if words.isdisjoint(PAID | CAME):
        return ()
    came = CAME if words.isdisjoint(PAID) or words & {"payment", "money"} else CAME - {"collected"}
    of_money = PAID | MONEY | came
    paid = read_money([one for one in tokens if one.word not in _WITH_A_STEP | _STEP_WORDS - came])
    moved = read_steps([one for one in tokens if one.word not in of_money | _WITH_MONEY])
    # Before it is paid "done" may be said by the kitchen, with it by the counter.
    if "done" in words:
        moved = tuple(replace(one, tool="complete_order") for one in moved)
    same = [one.args["order_no"] for one in paid] == [one.args["order_no"] for one in moved]
    return (*paid, *moved) if paid and same else ()
