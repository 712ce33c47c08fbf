"""Asking for a price, signs that are no words, and a change of one piece."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import in_words, small_menu
from tests.support.menus import menu_of
from tools.kit.call import Call, Json
from tools.menu import Menu

MENU = small_menu()


def with_rice() -> Menu:
    """Idly beside dishes a letter away from "price", and sounding like "free"."""
    names = ("Idly", "Chilli Idly Fry", "Lemon Rice", "Curd Rice", "Plain Dosa", "Masala Dosa")
    items: list[Json] = [
        {"no": no, "id": name.lower(), "name": name, "category": "all", "price": "40.00"}
        for no, name in enumerate(names, 1)
    ]
    return menu_of({"categories": [{"id": "all", "name": "Tiffin"}], "items": items})


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("price of idly", "idly"),
        ("idly price", "idly"),
        ("idly price?", "idly"),
        ("2 idly price", "idly"),
        ("rate of dosa", "dosa"),
        ("what is the cost of lemon rice", "lemon rice"),
        ("how much idly", "idly"),
        ("price for masala dosa please", "masala dosa"),
    ],
)
def test_the_price_of_a_dish_is_asked_for_and_adds_nothing(text: str, query: str) -> None:
    assert parse(text, with_rice()) == (Call("search_menu", {"query": query}),)


@pytest.mark.parametrize("topic", ["price", "rate", "cost", "bill", "menu", "offer", "free"])
def test_a_word_of_the_field_is_never_mended_into_a_dish(topic: str) -> None:
    for text in (f"idly {topic}", f"{topic} idly", f"{topic} of idly"):
        assert "add_to_cart" not in {call.tool for call in parse(text, with_rice())}, text


@pytest.mark.parametrize("text", ["idly total", "idly bill", "total idly", "bill for idly"])
def test_what_is_asked_beside_a_dish_is_answered_and_adds_nothing(text: str) -> None:
    assert [call.tool for call in parse(text, MENU)] == ["view_cart"]


@pytest.mark.parametrize("text", ["2 idly total", "add an idly, 1 total"])
def test_a_total_may_be_of_what_is_ordered(text: str) -> None:
    assert [call.tool for call in parse(text, MENU)] == ["add_to_cart"]


def test_sugar_free_is_without_sugar() -> None:
    (call,) = in_words(parse("a sugar free coffee", MENU), MENU)
    line: Json = {"quantity": 1, "item": "coffee", "options": ["no sugar"]}
    assert call == Call("add_to_cart", {"lines": [line]})


@pytest.mark.parametrize("text", ["2 🍦", "🍦", "add 2 🍦", "3 ☕ please"])
def test_a_sign_names_no_dish(text: str) -> None:
    assert "add_to_cart" not in {call.tool for call in parse(text, MENU)}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one with no sugar", 1),
        ("make one with no sugar", 1),
        ("one with extra chutney please", 1),
        ("the one with no sugar", None),
        ("with no sugar", None),
    ],
)
def test_one_with_something_is_one_piece(text: str, pieces: int | None) -> None:
    (call,) = parse(text, MENU)
    assert (call.tool, call.args.get("quantity")) == ("update_item", pieces)
