"""What a turn is called in the vocabulary of the cases."""

import pytest

from bot.evaluate.intents import intent_of
from tools.kit.call import Call

ADD = Call("add_to_cart")
RULES = Call("set_dietary_rules")


def talk(kind: str) -> Call:
    return Call("small_talk", {"kind": kind})


@pytest.mark.parametrize(
    ("calls", "intent"),
    [
        ([ADD, Call("checkout")], "add_to_cart"),
        ([RULES, ADD], "add_to_cart"),
        ([talk("greeting"), Call("view_cart")], "view_cart"),
        ([RULES], "set_dietary_rules"),
        ([Call("not_understood")], "out_of_scope"),
        ([Call("choose_order_type")], "set_order_type"),
        ([talk("thanks")], "thanks"),
        ([talk("okay")], "confirm"),
        ([talk("No")], "deny"),
        ([talk("how do you do")], "smalltalk"),
        ([Call("small_talk")], "greeting"),
    ],
)
def test_calls_have_one_intent(calls: list[Call], intent: str) -> None:
    assert intent_of(calls) == intent
