"""Tables and addresses in a sentence, and as the answer to our question for one."""

import pytest

from bot.intent.rules.awaited import read_awaited
from bot.intent.rules.parser import parse
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call, Json

MENU = small_menu()


def table(number: str) -> Call:
    return Call("choose_table", {"table": number})


def address(words: str) -> Call:
    return Call("give_address", {"address": words})


def way(words: str) -> Call:
    return Call("choose_order_type", {"order_type": words})


def two_idly() -> Call:
    line: Json = {"item": "idly", "quantity": 2}
    return Call("add_to_cart", {"lines": [line]})


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("table 4", (table("4"),)),
        ("Table no. 12 please", (table("12"),)),
        ("I'm at table 4", (table("4"),)),
        ("we are sitting at table T-4", (table("T-4"),)),
        ("dine in, table 7", (table("7"),)),
        ("for here at table 7", (table("7"),)),
        ("it's for table #3", (table("3"),)),
        ("deliver to 12 Lake Road", (address("12 Lake Road"),)),
        (
            "Please deliver it to Flat 4B, Lake View, 560034.",
            (address("Flat 4B, Lake View, 560034"),),
        ),
        ("my address is 12 Lake Road", (address("12 Lake Road"),)),
        ("address: Old Mill Lane", (address("Old Mill Lane"),)),
        ("I want it delivered to 12 Lake Road please", (address("12 Lake Road"),)),
        ("home delivery to 12 Lake Road", (address("12 Lake Road"),)),
        ("I want delivery", (way("delivery"),)),
        ("delivery please", (way("delivery"),)),
        ("for here", (way("dine in"),)),
        ("make it takeaway", (way("take away"),)),
        ("a table for 4", None),
        ("deliver to my home", None),
        ("deliver it at 8 pm", None),
        ("send it to me", None),
        ("2 idly", (two_idly(),)),
    ],
)
def test_sentences(text: str, calls: tuple[Call, ...] | None) -> None:
    understood = in_words(parse(text, MENU), MENU)
    if calls is None:
        assert {call.tool for call in understood}.isdisjoint({"choose_table", "give_address"})
    else:
        assert understood == calls


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2 idly, deliver to 12 Lake Road", address("12 Lake Road")),
        ("2 idly for table 4", table("4")),
        ("add 2 idly and bring it to 12 Lake Road", address("12 Lake Road")),
    ],
)
def test_beside_an_order(text: str, place: Call) -> None:
    calls = parse(text, MENU)
    assert [call.tool for call in calls] == ["add_to_cart", place.tool]
    assert calls[1] == place


@pytest.mark.parametrize(
    "text",
    [
        "12 Lake Road",
        "12 Lake Road, near the Idly House, 560034",
        "Flat 4B\nLake View Apartments\nSecond Floor",
        "opposite city hospital",
        "560034",
        "no. 7 temple street",
        "20/3 2nd cross, 5th main",
        "behind Coffee Day, MG Road",
    ],
)
def test_an_address_we_asked_for(text: str) -> None:
    assert read_awaited("address", text, MENU) == address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "yes please",
        "no thanks",
        "2 idly",
        "add 2 masala dosa",
        "view my cart",
        "show me the menu",
        "checkout please",
        "what is the delivery fee?",
        "cancel my order",
        "I'm allergic to peanuts",
        "deliver to 12 Lake Road",
        "change to 3 idly",
        "call me when you arrive",
        "my number is 9845012345",
        "remove the idly please",
    ],
)
def test_something_else_is_no_address(text: str) -> None:
    assert read_awaited("address", text, MENU) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("4", "4"), ("table 4", "4"), ("at 12", "12"), ("T-4", "T-4"), ("no. 3 please", "3")],
)
def test_a_table_we_asked_for(text: str, number: str) -> None:
    assert read_awaited("table", text, MENU) == table(number)


@pytest.mark.parametrize("text", ["", "two", "2 idly", "take away", "the one by the window", "4?"])
def test_something_else_is_no_table(text: str) -> None:
    assert read_awaited("table", text, MENU) is None


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("take away instead", "take away"),
        ("I'll pick it up", "take away"),
        ("no, dine in please", "dine in"),
    ],
)
def test_another_way_is_one(text: str, other: str) -> None:
    assert read_awaited("address", text, MENU) == way(other)
