"""What is looked for without a verb, and what the shop has not."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import small_menu
from tools.kit.call import Call

MENU = small_menu()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("under 100", "under 100"),
        ("dosa under 60", "dosa under 60"),
        ("do you have anything under 50", "under 50"),
        ("menu under 100", "under 100"),
        ("what vegan food do you have", "vegan"),
        ("show jain dishes", "jain"),
        ("veg menu", "veg"),
        ("gluten-free options?", "gluten free"),
        ("find masala dosa", "masala dosa"),
        ("desserts", "desserts"),
        ("snacks", "snacks"),
        ("dinner", "dinner"),
        ("pizza", "pizza"),
        ("one pizza please", "pizza"),
    ],
)
def test_a_phrase_is_searched_for(text: str, query: str) -> None:
    assert parse(text, MENU) == (Call("search_menu", {"query": query}),)


def test_what_is_not_on_the_menu_does_not_spoil_what_is() -> None:
    (call,) = parse("2 pizzas and 1 idly", MENU)
    assert call.args["lines"] == [
        {"quantity": 2, "item": "pizzas"},
        {"quantity": 1, "item": "idly"},
    ]


@pytest.mark.parametrize(
    "text", ["show me cheap flights", "under 5 minutes", "find my phone", "call mom", "joke"]
)
def test_other_talk_is_not_searched_for(text: str) -> None:
    (call,) = parse(text, MENU)
    assert call.tool in ("not_understood", "small_talk")
