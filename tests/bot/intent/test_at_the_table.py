"""What guests say of their table's bill, and staff of who at the table wants something."""

import pytest

from bot.evaluate.intents import intent_of
from bot.intent.rules.parser import parse
from bot.intent.rules.staff import read_staff
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call

MENU = small_menu()
ON_TAB = {"method": "tab"}
SAID = {
    **dict.fromkeys(
        (
            "the bill please",
            "The bill, please!",
            "check please",
            "could we have the check, please?",
            "can we get the bill",
            "bring us the bill",
            "can i get the bill please",
        ),
        Call("ask_for_bill"),
    ),
    **dict.fromkeys(
        (
            "what's on our table",
            "what is on our tab",
            "our tab",
            "show our tab please",
            "what's on the tab",
        ),
        Call("view_tab"),
    ),
    **dict.fromkeys(
        (
            "put it on the table's bill",
            "put it on our tab",
            "on the table's bill please",
            "add it to the tab",
            "charge it to our table's bill",
        ),
        Call("choose_payment", ON_TAB),
    ),
}


@pytest.mark.parametrize("text", SAID)
def test_what_guests_say_of_their_table(text: str) -> None:
    assert parse(text, MENU) == (SAID[text],)


@pytest.mark.parametrize(
    "text", ["bill please", "my bill", "what's my bill", "total please", "bill for idly"]
)
def test_a_bill_of_ones_own_is_the_cart(text: str) -> None:
    assert [call.tool for call in parse(text, MENU)] == ["view_cart"]


def test_to_the_cases_a_bill_is_a_bill() -> None:
    assert intent_of([Call("ask_for_bill")]) == intent_of([Call("view_cart")]) == "view_cart"


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("table 4", {"choose_table"}),
        ("we are at table 4", {"choose_table"}),
        ("book a table for 4", {"not_understood"}),
        ("we'd like to pay", {"checkout"}),
        ("can i put it on the tab", {"checkout"}),
        ("checkout please", {"checkout"}),
        ("check out please", {"checkout"}),
        ("the bill of order 12", {"issue_receipt"}),
        ("2 idly and the bill please", {"add_to_cart", "ask_for_bill"}),
    ],
)
def test_what_only_sounds_like_it(text: str, tools: set[str]) -> None:
    assert {call.tool for call in parse(text, MENU)} == tools


@pytest.mark.parametrize(
    ("text", "guest"),
    [
        ("coffee for Asha at table 4", "Asha"),
        ("2 idly for asha, table 4", "Asha"),
        ("table 4: coffee for Asha", "Asha"),
        ("table 4 needs 2 idly for Ravi", "Ravi"),
        ("for Asha: 2 idly at table 4", "Asha"),
        ("idly for Asha Rao at table 4", "Asha Rao"),
        ("coffee for table 4", None),
        ("2 idly for now for table 4", None),
        ("table 4 needs a coffee for the kid", None),
        ("masala dosa for dosa at table 4", None),
        ("idly for 2 at table 4", None),
    ],
)
def test_who_at_the_table_wants_it(text: str, guest: str | None) -> None:
    (call,) = in_words(read_staff(text, MENU, lambda words: parse(words, MENU)), MENU)
    assert (call.tool, call.args["table"], call.args.get("guest")) == ("add_to_table", "4", guest)
    lines = call.args["lines"]
    assert isinstance(lines, list)
    assert not any(line.get("note") for line in lines if isinstance(line, dict))
