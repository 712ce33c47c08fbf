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
    "topping": (
        *("Paprika", "Rucola", "Red Onion", "White Onion", "Sheep Cheese", "Pepper Jack"),
        "Capers",
    ),
    "cup": _SIZES,
    "milk": ("Oat Milk", "Soy Milk"),
    "shot": ("Espresso Shot",),
    "bake": ("Light", "Dark"),
    "cold": ("Iced",),
}
_DISHES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Flatbread": (("flat bread",), ("size", "topping", "bake")),
    "Bean Soup": ((), ("size",)),
    "Flat White": ((), ("cup", "milk", "shot")),
    "Mocha": ((), ("cup", "milk", "shot", "cold")),
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


def line(
    quantity: int, item: str, *options: str, without: tuple[str, ...] = (), note: str = ""
) -> Json:
    wished: list[Json] = list(options)
    refused: list[Json] = list(without)
    named: dict[str, Json] = {"options": wished, "without": refused, "note": note}
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
    "a flatbread with red and white onion": [line(1, "flatbread", "red onion", "white onion")],
    "a bean soup dish and a coca cola soda": [line(1, "bean soup"), line(1, "coca cola")],
    "a mocha w/ oat milk": [line(1, "mocha", "oat milk")],
    "an ice mocha": [line(1, "mocha", "iced")],
    "a flatbred with capers": [line(1, "flatbread", "capers")],
}
FOR_THE_KITCHEN: dict[str, list[Json]] = {
    # How it is served, where no option says so.
    "a piping hot mocha please": [line(1, "mocha", note="piping hot")],
    "can I get a flat white, not too hot": [line(1, "flat white", note="not too hot")],
    "I'd like a bean soup. Could I get that lukewarm?": [line(1, "bean soup", note="lukewarm")],
    "a black mocha": [line(1, "mocha", note="black")],
    # So much of what is no option.
    "a mocha with oat milk and extra sprinkles": [
        line(1, "mocha", "oat milk", note="extra sprinkles")
    ],
    "I want a mocha and I want it to have 5 cinnamon pumps": [
        line(1, "mocha", note="5 cinnamon pumps")
    ],
    "a flat white with two pumps of soy milk": [
        line(1, "flat white", "soy milk", note="two pumps soy milk")
    ],
    # Whom it is for, told right after it.
    "a mocha for Nate and a bean soup for Ingrid": [
        line(1, "mocha", note="for Nate"),
        line(1, "bean soup", note="for Ingrid"),
    ],
}
BESIDE_THE_POINT: dict[str, list[Json]] = {
    "I'm placing an order for Kirsten. Two mochas, please.": [line(2, "mochas")],
    "hey, how are you today, I need a mocha": [line(1, "mocha")],
    "what's up, could you whip me up a mocha?": [line(1, "mocha")],
    "is it at all possible to get a bean soup?": [line(1, "bean soup")],
    "long day! a large bean soup please": [line(1, "bean soup", "large")],
    "a mocha please, that would brighten my morning": [line(1, "mocha")],
    "preferably a small mocha": [line(1, "mocha", "small")],
    "yesneed a mocha": [line(1, "mocha")],
    "drink is a mocha": [line(1, "mocha")],
    "I'd like a flatbread which has rucola and is large in size": [
        line(1, "flatbread", "rucola", "large")
    ],
    "a mocha, thanks a lot": [line(1, "mocha")],
}
SOME_OF_THEM: dict[str, list[Json]] = {
    "2 mochas: one large, one small": [line(1, "mochas", "large"), line(1, "mochas", "small")],
    "two mochas, but one needs to be large": [line(1, "mochas"), line(1, "mochas", "large")],
    "two mochas. One with oat milk and one plain.": [
        line(1, "mochas", "oat milk"),
        line(1, "mochas"),
    ],
    "a mocha and a flat white, both with oat milk": [
        line(1, "mocha", "oat milk"),
        line(1, "flat white", "oat milk"),
    ],
    "two flatbreads and I want capers on those flatbreads": [line(2, "flatbreads", "capers")],
    "three one pump soy milk mochas": [line(3, "mochas", "soy milk")],
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


DOUBTFUL: dict[str, list[Json]] = {
    "could I trouble you for a large mocha": [line(1, "mocha", "large")],
    "I'd like two mochas with oat milk and jam": [line(2, "mochas", "oat milk")],
}
EVERY = FOR_THE_KITCHEN | BESIDE_THE_POINT | SOME_OF_THEM


@pytest.mark.parametrize(("text", "lines"), EVERY.items())
def test_what_is_said_around_the_dishes_loses_no_order(text: str, lines: list[Json]) -> None:
    (call,) = in_words(parse(text, MENU), MENU)
    assert (call.tool, call.args) == ("add_to_cart", {"lines": lines})


@pytest.mark.parametrize(("text", "lines"), DOUBTFUL.items())
def test_an_order_with_words_nobody_knows_is_asked_about(text: str, lines: list[Json]) -> None:
    (call,) = in_words(parse(text, MENU), MENU)
    assert (call.tool, call.args) == ("did_you_mean", {"lines": lines})


@pytest.mark.parametrize(
    "text", ["find a mocha in the dictionary", "a mocha stain", "I love this mocha recipe"]
)
def test_what_follows_a_dish_may_make_it_another_thing(text: str) -> None:
    assert not {"add_to_cart", "did_you_mean"} & {call.tool for call in parse(text, MENU)}


@pytest.mark.parametrize("text", NO_ORDERS)
def test_dishes_alone_make_no_order(text: str) -> None:
    assert all(call.tool != "add_to_cart" for call in parse(text, MENU))


def test_the_way_it_is_taken_may_stand_in_the_midst() -> None:
    calls = parse("a mocha to go, with oat milk", MENU)
    assert calls[1:] == (Call("choose_order_type", {"order_type": "take away"}),)


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("milk in it please", {"options": ["milk"]}),
        ("no milk in the flat white", {"item": "flat white", "without": ["milk"]}),
    ],
)
def test_a_word_several_options_share_is_for_the_tool_to_ask(
    text: str, args: dict[str, Json]
) -> None:
    assert in_words(parse(text, MENU), MENU) == (Call("update_item", args),)
