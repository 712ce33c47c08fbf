"""What staff say of stock, ingredients, low marks and prices, and what is none of it."""

import pytest

from bot.intent.rules.parser import parse
from bot.intent.rules.staff import read_staff
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call, Json
from tools.menu import Ingredient, Menu


def menu() -> Menu:
    """Dishes, none of milk, and milk as an ingredient."""
    made = small_menu()
    made.ingredients = (Ingredient("milk", "Milk", "l"), Ingredient("beans", "Coffee Beans", "g"))
    return made


MENU = menu()


def read(text: str) -> tuple[Call, ...]:
    return in_words(read_staff(text, MENU, lambda words: parse(words, MENU)), MENU)


def stock(item: str, how: str, **number: Json) -> Call:
    return Call("update_stock", {"item": item, **number, "how": how})


def low(item: str, mark: str) -> Call:
    return Call("set_low_mark", {"item": item, "low": mark})


def price(item: str, amount: str) -> Call:
    return Call("set_price", {"item": item, "price": amount})


def out(item: str, **when: Json) -> Call:
    return Call("mark_unavailable", {"items": [item], **when})


def check(item: str) -> Call:
    return Call("check_stock", {"item": item})


SAID = {
    "update milk stock to 0": stock("milk", "update stock to", pieces=0),
    "update milk stock to 2.5": stock("milk", "update stock to", amount="2.5"),
    "add 20 idly": stock("idly", "add", pieces=20),
    "we have 3 litres of milk": stock("milk", "have litres", pieces=3),
    "we have three litres of milk": stock("milk", "have litres", pieces=3),
    "we have 2.5 kg of coffee beans": stock("coffee beans", "have kg", amount="2.5"),
    "add 5 litres milk": stock("milk", "add litres", pieces=5),
    "add 5l milk": stock("milk", "add l", pieces=5),
    "5 litres of milk came": stock("milk", "came litres", pieces=5),
    "we used 500 ml of milk": stock("milk", "used ml", pieces=500),
    "500ml milk spilled": stock("milk", "spilled ml", pieces=500),
    "2 litres of milk left": stock("milk", "left litres", pieces=2),
    "milk 3 litres": stock("milk", "litres", pieces=3),
    "86 masala dosa till 6": out("masala dosa", when="6"),
    "86 milk": out("milk"),
    "milk is finished": out("milk"),
    "we're out of milk": out("milk"),
    "milk is back": Call("mark_available", {"items": ["milk"]}),
    "how many vadas left": check("vadas"),
    "how much milk is left": check("milk"),
    "is milk finished": check("milk"),
    "warn me when idly is below 5": low("idly", "5"),
    "tell us if milk drops below 2.5 litres": low("milk", "2.5 litres"),
    "alert us when there are fewer than 5 idly left": low("idly", "5"),
    "low mark of idly to 5": low("idly", "5"),
    "set low mark for milk to 2 l": low("milk", "2 l"),
    "price of masala dosa to 90": price("masala dosa", "90"),
    "price of masala dosa 90": price("masala dosa", "90"),
    "make masala dosa 90 rupees": price("masala dosa", "90"),
    "masala dosa is 90 rupees now": price("masala dosa", "90"),
    "masala dosa costs 90": price("masala dosa", "90"),
    "set the price of idly to 45.50": price("idly", "45.50"),
    "set price 90 for masala dosa": price("masala dosa", "90"),
    "change idly price to Rs.45": price("idly", "45"),
    "raise the price of chicken 65 to 190": price("chicken 65", "190"),
    "sell idly at ₹1,050 rs": price("idly", "1050"),
}
SEVERAL = {
    "add 5 litres milk and 2 kg coffee beans": (
        stock("milk", "add litres", pieces=5),
        stock("coffee beans", "add kg", pieces=2),
    ),
    "raise the price of idly to 45 and vada to 50": (price("idly", "45"), price("vada", "50")),
    "make idly 45 rupees and vada 50 rupees": (price("idly", "45"), price("vada", "50")),
}
NEITHER = (
    "we need 5 litres of milk",
    "don't add 5 litres of milk",
    "is idly below 5?",
    "warn me when an order is later than 5 minutes",
    "tell table 4 the idly is low",
    "what's the price of masala dosa",
    "how much does masala dosa cost",
    "price of masala dosa",
    "price of masala dosa to 90?",
    "increase the price of idly by 5",
    "make idly 5 rupees cheaper",
    "10 rupees off masala dosa",
    "make masala dosa 90 percent",
    "the price of masala dosa was 90",
    "the price of masala dosa is 90 or 95",
    "don't change the price of idly to 50",
    "price of nothing to 90",
    "order 12 costs 90",
    "raise the price of idly to 45 and vada by 50",
    "what does milk cost",
)
OF_ANOTHER_KIND = {
    "make 90 masala dosa": "update_stock",
    "table 4 paid 90 rupees": "pay_bill",
    "refund 90 rupees for 12": "refund_payment",
    "12 paid cash": "confirm_payment",
}


@pytest.mark.parametrize("text", SAID)
def test_a_sentence_is_a_call(text: str) -> None:
    assert read(text) == (SAID[text],)


@pytest.mark.parametrize("text", SEVERAL)
def test_several_are_as_many_calls(text: str) -> None:
    assert read(text) == SEVERAL[text]


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_like_it_changes_nothing(text: str) -> None:
    changes = {"update_stock", "set_low_mark", "set_price", "mark_unavailable"}
    assert changes.isdisjoint(one.tool for one in read(text))


@pytest.mark.parametrize("text", OF_ANOTHER_KIND)
def test_other_numbers_are_other_matters(text: str) -> None:
    assert [one.tool for one in read(text)] == [OF_ANOTHER_KIND[text]]
