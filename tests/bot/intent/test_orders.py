"""Orders in many words: whose option is it, how many of what, and when it is no order at all."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import in_words
from tests.support.menus import menu_of
from tools.kit.call import Call, Json
from tools.menu import Menu

_SIZES = ("Small", "Medium", "Large")
_GROUPS: dict[str, tuple[str, ...]] = {
    "size": _SIZES,
    "topping": ("Paprika", "Rucola", "Red Onion", "Sheep Cheese", "Pepper Jack", "Capers"),
    "cup": _SIZES,
    "milk": ("Oat Milk", "Soy Milk"),
    "shot": ("Espresso Shot",),
    "bake": ("Light", "Dark"),
}
_DISHES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Flatbread": (("flat bread",), ("size", "topping", "bake")),
    "Bean Soup": ((), ("size",)),
    "Flat White": ((), ("cup", "milk", "shot")),
    "Mocha": ((), ("cup", "milk", "shot")),
    "Coca Cola": ((), ()),
    "Side of Capers": ((), ()),
    "Nachos": ((), ()),
    "Nachos & Bean Dip": ((), ()),
}


def _menu() -> Menu:
    groups: list[Json] = []
    for number, (group, names) in enumerate(_GROUPS.items(), 1):
        options: list[Json] = [
            {
                "no": number * 10 + place,
                "id": name.lower(),
                "name": name,
                "price_delta": "0.00",
                "countable": group == "shot",
            }
            for place, name in enumerate(names)
        ]
        several = group in {"topping", "shot"}
        one: dict[str, Json] = {"id": group, "name": group, "options": options}
        groups.append({**one, "max": None if several else 1, "amounts": _amounts(group)})
    items: list[Json] = [
        {
            "no": no,
            "id": name.lower(),
            "name": name,
            "aliases": list(aliases),
            "category": "all",
            "price": "40.00",
            "groups": list(its),
        }
        for no, (name, (aliases, its)) in enumerate(_DISHES.items(), 100)
    ]
    return menu_of(
        {"categories": [{"id": "all", "name": "Food"}], "items": items, "groups": groups}
    )


def _amounts(group: str) -> list[Json]:
    return ["extra", "light"] if group == "topping" else []


MENU = _menu()


def line(quantity: int, item: str, *options: str, without: tuple[str, ...] = ()) -> Json:
    wished: list[Json] = list(options)
    refused: list[Json] = list(without)
    named: dict[str, Json] = {"options": wished, "without": refused}
    return {"quantity": quantity, "item": item, **{k: v for k, v in named.items() if v}}


ORDERS: dict[str, list[Json]] = {
    "two large flatbreads with rucola and capers and a small bean soup": [
        line(2, "flatbreads", "large", "rucola", "capers"),
        line(1, "bean soup", "small"),
    ],
    "I'd like a large paprika and rucola flatbread, no capers": [
        line(1, "flatbread", "large", "paprika", "rucola", without=("capers",))
    ],
    "flatbread with paprika capers large mocha": [
        line(1, "flatbread", "paprika", "capers"),
        line(1, "mocha", "large"),
    ],
    "a flatbread with rucola hold the capers and a mocha": [
        line(1, "flatbread", "rucola", without=("capers",)),
        line(1, "mocha"),
    ],
    "a flatbread without capers or paprika": [line(1, "flatbread", without=("capers", "paprika"))],
    "a flatbread but I do not want any capers": [line(1, "flatbread", without=("capers",))],
    "flatbread with extra capers and no extra paprika": [line(1, "flatbread", "extra capers")],
    "a flatbread with a little rucola": [line(1, "flatbread", "light rucola")],
    "a flatbread with light rucola": [line(1, "flatbread", "light rucola")],
    "a light flatbread": [line(1, "flatbread", "light")],
    "two mochas, one with oat milk and the other with soy": [
        line(1, "mochas", "oat milk"),
        line(1, "mochas", "soy milk"),
    ],
    "a mocha with oat milk and another with soy milk": [
        line(1, "mocha", "oat milk"),
        line(1, "mocha", "soy milk"),
    ],
    "flat white with two shots of espresso": [line(1, "flat white", "2 espresso shot")],
    "double shot mocha": [line(1, "mocha", "2 espresso shot")],
    "get me two large with rucola and sheep cheese": [
        line(2, "flatbread", "large", "rucola", "sheep cheese")
    ],
    "a coke and capers on the side": [line(1, "coca cola"), line(1, "side of capers")],
    "nachos with bean dip": [line(1, "nachos & bean dip")],
    "a medium coke": [line(1, "coca cola")],
    "my name is Zebedee, I'll have a mocha": [line(1, "mocha")],
    "a flatbred with capers": [line(1, "flatbread", "capers")],
}
NO_ORDERS = (
    "can you bake a flatbread without flour",
    "is oat milk bad for cats",
    "my flatbread is burnt",
    "the mocha machine at work leaks",
    "a croissant and a mocha with jam",
    "mocha or flat white",
)


@pytest.mark.parametrize(("text", "lines"), ORDERS.items())
def test_each_option_finds_its_dish(text: str, lines: list[Json]) -> None:
    (call,) = in_words(parse(text, MENU), MENU)
    assert (call.tool, call.args) == ("add_to_cart", {"lines": lines})


@pytest.mark.parametrize("text", NO_ORDERS)
def test_dishes_alone_make_no_order(text: str) -> None:
    assert all(call.tool != "add_to_cart" for call in parse(text, MENU))


def test_the_way_it_is_taken_may_stand_in_the_midst() -> None:
    calls = parse("a mocha to go, with oat milk", MENU)
    assert calls[1:] == (Call("choose_order_type", {"order_type": "take away"}),)
