"""Scripts: which lines are turns, which are presses, and what stops one."""

import pytest

from bot.channels.console.conversation import Conversation
from bot.channels.console.script import ScriptError, play
from bot.reply import Reply
from tests.bot.console.replies import CART, PAY, Shop
from tools.kit.call import Call


def played(shop: Shop, script: str) -> list[str]:
    shown: list[str] = []

    def show(text: str, reply: Reply) -> None:
        shown.append(text)

    play(script.splitlines(keepends=True), Conversation(shop.take, "demo", "asha"), show)
    return shown


def test_one_message_a_line() -> None:
    shop = Shop(CART, CART, PAY)
    script = "add 2 idly  \n#2 please\n/checkout\n!press Cash\n!presses\n"
    assert played(shop, script) == [
        "add 2 idly", "#2 please", "/checkout", "!press Cash", "!presses",
    ]  # fmt: skip
    assert shop.texts == ["add 2 idly", "#2 please", "/checkout", "Cash", "!presses"]
    assert shop.heard[3].calls == (Call("pressed", {"label": "Cash"}),)


def test_a_press_that_is_not_there_stops_the_script_and_names_the_line() -> None:
    shop = Shop(PAY)
    with pytest.raises(ScriptError, match=r'^script line 2: no single button "Bitcoin" on the'):
        played(shop, "checkout\n!press Bitcoin\nadd 2 idly\n")
    assert shop.texts == ["checkout"]


def test_an_empty_script_is_no_turns() -> None:
    assert played(Shop(PAY), "") == []


def test_an_empty_line_is_an_empty_message() -> None:
    shop = Shop(CART, CART)
    assert played(shop, "\nview cart\n") == ["", "view cart"]
    assert shop.texts == ["", "view cart"]
