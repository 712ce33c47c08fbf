"""When an order is wanted, told before or behind it, and how it is taken after all."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call

MENU = small_menu()
IDLY_2 = Call("add_to_cart", {"lines": [{"quantity": 2, "item": "idly"}]})


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("tomorrow 8am 2 idly", "tomorrow 8am"),
        ("tomorrow at 8am 2 idly", "tomorrow at 8am"),
        ("for 8 pm 2 idly please", "for 8 pm"),
        ("today 7:30 pm 2 idly", "today 7:30 pm"),
        ("2 idly tomorrow 8am", "tomorrow 8am"),
        ("2 idly tomorrow", "tomorrow"),
        ("tomorrow 2 idly", "tomorrow"),
    ],
)
def test_a_time_beside_an_order_is_kept(text: str, when: str) -> None:
    calls = in_words(parse(text, MENU), MENU)
    assert calls == (Call("choose_pickup_time", {"when": when}), IDLY_2)


def test_a_mere_number_before_a_dish_is_no_hour() -> None:
    calls = in_words(parse("tomorrow at 2 idly", MENU), MENU)
    assert calls[-1] == IDLY_2


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("actually take away", "choose_order_type"),
        ("take away instead", "choose_order_type"),
        ("actually dine in", "choose_order_type"),
        ("cash instead", "choose_payment"),
        ("actually checkout", "checkout"),
    ],
)
def test_on_second_thoughts_it_is_said_as_at_first(text: str, tool: str) -> None:
    assert [call.tool for call in parse(text, MENU)] == [tool]
