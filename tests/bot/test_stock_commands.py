"""The commands about stock and prices: each way of writing them, and what is none."""

import pytest

from bot.staff_commands import Said, staff_call_of
from bot.stock_commands import STOCK_COMMANDS
from tests.support.shop import all_tools
from tools.kit.call import Call, Json

TOOLS = all_tools()


def stock(item: str, how: str, **number: Json) -> Call:
    return Call("update_stock", {"item": item, **number, "how": how})


def low(item: str, mark: str) -> Call:
    return Call("set_low_mark", {"item": item, "low": mark})


def out(item: str, **when: Json) -> Call:
    return Call("mark_unavailable", {"items": [item], **when})


def price(item: str, amount: str) -> Call:
    return Call("set_price", {"item": item, "price": amount})


WRITTEN = {
    "stock": Call("check_stock"),
    "stock idly": Call("check_stock", {"item": "idly"}),
    "stock masala dosa": Call("check_stock", {"item": "masala dosa"}),
    "stock idly 20": stock("idly", "set", pieces=20),
    "stock idly +20": stock("idly", "add", pieces=20),
    "stock idly + 20": stock("idly", "add", pieces=20),
    "stock idly -5": stock("idly", "take", pieces=5),
    "stock idly 0": stock("idly", "set", pieces=0),
    "stock milk 3 l": stock("milk", "set l", pieces=3),
    "stock milk 3l": stock("milk", "set l", pieces=3),
    "stock milk +0.5 litres": stock("milk", "add litres", amount="0.5"),
    "stock idly low 5": low("idly", "5"),
    "stock milk low 1.5 l": low("milk", "1.5 l"),
    "stock idly low off": low("idly", ""),
    "stock idly LOW 5": low("idly", "5"),
    "86 masala dosa": out("masala dosa"),
    "86 masala dosa till 6": out("masala dosa", when="6"),
    "86 masala dosa until tomorrow": out("masala dosa", when="tomorrow"),
    "back masala dosa": Call("mark_available", {"items": ["masala dosa"]}),
    "price masala dosa 90": price("masala dosa", "90"),
    "price masala dosa 90.50": price("masala dosa", "90.50"),
    "price masala dosa to ₹90": price("masala dosa", "90"),
    "price masala dosa rs 90": price("masala dosa", "90"),
}
USAGE = (
    "stock idly low",
    "86",
    "back",
    "price",
    "price masala dosa",
    "price masala dosa -90",
    "price 90",
    "price masala dosa 90.555",
)


@pytest.mark.parametrize("text", WRITTEN)
def test_each_way_is_a_call(text: str) -> None:
    name, _, words = text.partition(" ")
    call = staff_call_of(name, Said(words))
    assert call == WRITTEN[text]
    TOOLS.check(WRITTEN[text], "staff")


@pytest.mark.parametrize("text", USAGE)
def test_what_is_written_another_way_tells_how(text: str) -> None:
    name, _, words = text.partition(" ")
    assert name in STOCK_COMMANDS
    assert staff_call_of(name, Said(words)) == Call("show_usage", {"command": name})
