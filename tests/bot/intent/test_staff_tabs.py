"""What staff say about tables from sitting down to paying, by rules."""

import pytest

from bot.intent.rules.parser import parse
from bot.intent.rules.staff import read_staff
from bot.staff_commands import Said, staff_call_of
from bot.tab_commands import TAB_COMMANDS
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call, Json
from tools.results.staff.usage import USAGE

MENU = small_menu()


def read(text: str) -> tuple[Call, ...]:
    return in_words(read_staff(text, MENU, lambda words: parse(words, MENU)), MENU)


def call(tool: str, table: str | None = "4", **more: Json) -> Call:
    return Call(tool, {**({"table": table} if table else {}), **more})


SAID = {
    "what does table 4 have": call("show_tab"),
    "what's on table 4": call("show_tab"),
    "show table 12": call("show_tab", "12"),
    "table 4?": call("show_tab"),
    "is table 4 free": call("show_tab"),
    "did table 4 pay?": call("show_tab"),
    "which tables are open": call("show_tab", None),
    "open tables": call("show_tab", None),
    "move table 4 to 7": call("transfer_tab", to="7"),
    "transfer table four to table seven": call("transfer_tab", to="7"),
    "shift T4 to T7": call("transfer_tab", to="7"),
    "join table 4 and 5": call("merge_tabs", into="5"),
    "merge tables 4 and 5 please": call("merge_tabs", into="5"),
    "put table 4 and table 5 together": call("merge_tabs", into="5"),
    "split table 4 in 3": call("split_tab", how="equal", parts=3),
    "split the bill of table 4 between 4 people": call("split_tab", how="equal", parts=4),
    "split table 4 equally in two": call("split_tab", how="equal", parts=2),
    "split table 4 by guest": call("split_tab", how="guest"),
    "split table 4 by dish": call("split_tab", how="line"),
    "split table 4": call("split_tab"),
    "separate bills for table 4": call("split_tab"),
    "bill for table 4": call("bill_tab"),
    "the check for table 4 please": call("bill_tab"),
    "table 4 wants to pay": call("bill_tab"),
    "table 4 wants the bill": call("bill_tab"),
    "table 4 paid cash": call("pay_bill", method="cash"),
    "table 4 paid": call("pay_bill"),
    "table 4 pays by card": call("pay_bill", method="card"),
    "table 4 pays 200 by upi": call("pay_bill", method="upi", amount="200.00"),
    "table 4 paid ₹199.50 with gpay": call("pay_bill", method="upi", amount="199.50"),
    "close table 4": call("close_tab"),
    "table 4 has left": call("close_tab"),
    "table 4 remove one coffee": call("remove_from_table", quantity=1, item="coffee"),
    "take 2 idly off table 4": call("remove_from_table", quantity=2, item="idly"),
    "remove the tea from table 4": call("remove_from_table", item="tea"),
}
NOTHING = (
    "don't close table 4",
    "table 4 did not pay",
    "move table 4",
    "join table 4",
    "move table 4 to the window",
    "split table 4 in half and half a dozen",
    "table 4 paid cash by card",
    "table 4 paid a visit",
    "close the kitchen",
    "split the bill",
)
ORDERS = (
    "table 4 needs a coffee",
    "table 4 has 2 idly",
    "2 idly for table 4",
    "table 4: 2 vada, 1 tea",
    "give table 4 a coffee",
)


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_of_a_table(text: str) -> None:
    assert read(text) == (SAID[text],)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_none_of_it_does_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("text", ORDERS)
def test_what_orders_still_orders(text: str) -> None:
    assert [one.tool for one in read(text)] == ["add_to_table"]


def test_several_in_one_message() -> None:
    assert read("table 4 paid cash and table 5 needs a coffee") == (
        call("pay_bill", method="cash"),
        Call("add_to_table", {"table": "5", "lines": [{"item": "coffee", "quantity": 1}]}),
    )


COMMANDS = {
    "/tables": call("show_tab", None),
    "/tables 4": call("show_tab"),
    "/bill 4": call("bill_tab"),
    "/move 4 7": call("transfer_tab", to="7"),
    "/merge 4 5": call("merge_tabs", into="5"),
    "/split 4": call("split_tab"),
    "/split 4 3": call("split_tab", how="equal", parts=3),
    "/split 4 guest": call("split_tab", how="guest"),
    "/pay 4 cash": call("pay_bill", method="cash"),
    "/pay 4 UPI 200": call("pay_bill", method="upi", amount="200.00"),
    "/close 4": call("close_tab"),
}
BADLY_WRITTEN = ("/bill", "/move 4", "/merge 4 5 6", "/split", "/split 4 99", "/pay 4 beads")


def typed(text: str) -> Call | None:
    name, _, words = text[1:].partition(" ")
    return staff_call_of(name, Said(words))


@pytest.mark.parametrize("text", COMMANDS)
def test_a_command(text: str) -> None:
    assert typed(text) == COMMANDS[text]


@pytest.mark.parametrize("text", BADLY_WRITTEN)
def test_a_badly_written_one_is_explained(text: str) -> None:
    assert typed(text) == Call("show_usage", {"command": text[1:].split()[0]})


def test_every_command_says_how_it_is_written() -> None:
    assert {*TAB_COMMANDS} <= {*USAGE}
    for name in TAB_COMMANDS:
        assert USAGE[name].startswith(f"/{name} ")
