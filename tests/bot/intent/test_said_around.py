"""What is said around an order or a change: reasons, asides, contrasts, habits."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import in_words, small_menu
from tests.support.menus import menu_of
from tools.kit.call import Call, Json
from tools.menu import Menu

MENU = small_menu()


def read(text: str, menu: Menu = MENU) -> tuple[Call, ...]:
    return in_words(parse(text, menu), menu)


def ordered(*lines: dict[str, Json]) -> tuple[Call, ...]:
    return (Call("add_to_cart", {"lines": [{"quantity": 1, **line} for line in lines]}),)


def sizes_menu(*sizes: str) -> Menu:
    """A drink that comes in sizes and roasts, and with shots."""
    kinds = {"size": sizes, "roast": ("Medium Roast", "Dark Roast"), "shots": ("Double", "Triple")}
    groups: list[Json] = []
    no = 0
    for group, names in kinds.items():
        options: list[Json] = []
        for name in names:
            no += 1
            options.append({"no": no, "id": name.lower(), "name": name})
        groups.append({"id": group, "name": group, "max": 1, "options": options})
    items: list[Json] = [
        {"no": 1, "id": "brew", "name": "Brew", "price": "1.00", "groups": [*kinds]},
        {"no": 2, "id": "ristretto", "name": "Ristretto", "price": "1.00"},
    ]
    for item in items:
        assert isinstance(item, dict)
        item["category"] = "all"
    return menu_of({"categories": [{"id": "all", "name": "Bar"}], "items": items, "groups": groups})


@pytest.mark.parametrize(
    "text",
    [
        "what I'd like is a masala tea",
        "hello. all we want is a masala tea please",
        "I'm rather exhausted so could I get a masala tea",
        "we are camping here and need a masala tea",
        "my neighbour Ottilie wants a masala tea",
        "one order of masala tea",
    ],
)
def test_a_wish_is_read_whatever_is_told_around_it(text: str) -> None:
    assert read(text) == ordered({"item": "masala tea"})


@pytest.mark.parametrize(
    "text",
    [
        "nobody wants a masala tea",
        "I usually have a masala tea",
        "my uncle loves masala tea",
        "I love masala tea",
        "you guys have masala tea",
        "masala tea illa",
        "it's tee",
        "I'm tee",
    ],
)
def test_who_only_tells_or_asks_of_a_dish_orders_none(text: str) -> None:
    assert not {call.tool for call in read(text)} & {"add_to_cart", "did_you_mean"}


def test_a_dish_told_of_with_several_strange_words_is_not_asked_about() -> None:
    (call,) = read("we have had idly beneath the sofa throughout november")
    assert call.tool == "not_understood"


def test_a_no_refuses_options_of_one_kind() -> None:
    assert read("a masala dosa no onion garlic") == ordered(
        {"item": "masala dosa", "without": ["onion", "garlic"]}
    )
    assert read("a masala dosa no onion spicy with cheese") == ordered(
        {"item": "masala dosa", "options": ["spicy", "cheese"], "without": ["onion"]}
    )


def test_what_comes_not_is_left_out_of_an_order() -> None:
    assert read("a masala dosa with garlic instead of onion") == ordered(
        {"item": "masala dosa", "options": ["garlic"]}
    )


def test_what_is_ordered_and_taken_back_is_not_done() -> None:
    assert read("2 idly, never mind") == (Call("small_talk", {"kind": "stop"}),)


def test_the_first_and_the_second_of_two() -> None:
    assert read("two masala dosas, the first with onion and the second one with garlic") == ordered(
        {"item": "masala dosas", "options": ["onion"]},
        {"item": "masala dosas", "options": ["garlic"]},
    )


def test_a_size_is_a_size_where_there_are_some() -> None:
    three = sizes_menu("Small", "Medium", "Large")
    assert read("a medium brew", three) == ordered({"item": "brew", "options": ["medium"]})
    other = sizes_menu("Small", "Regular", "Large")
    assert read("a medium brew", other) == ordered({"item": "brew", "options": ["regular"]})
    assert read("a medium roast brew", other) == ordered(
        {"item": "brew", "options": ["medium roast"]}
    )


def test_shots_are_an_option_whatever_they_are_of() -> None:
    menu = sizes_menu("Small", "Large")
    assert read("a brew with three shots of ristretto", menu) == ordered(
        {"item": "brew", "options": ["triple"]}
    )


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("can I get that without garlic", Call("update_item", {"without": ["garlic"]})),
        ("no, I only want one idly", Call("set_quantity", {"item": "idly", "quantity": 1})),
        (
            "please cancel the idly and everything else looks good",
            Call("remove_from_cart", {"items": ["idly"]}),
        ),
        (
            "I ordered hastily i need a masala dosa not the plain dosa",
            Call("replace_item", {"new": "masala dosa", "item": "plain dosa"}),
        ),
        (
            "swap the onion on the masala dosa for garlic",
            Call(
                "update_item",
                {"item": "masala dosa", "options": ["garlic"], "without": ["onion"]},
            ),
        ),
        (
            "almost, the tea must be large",
            Call("update_item", {"item": "tea", "options": ["large"]}),
        ),
        (
            "I'm shivering terribly, make the tea large",
            Call("update_item", {"item": "tea", "options": ["large"]}),
        ),
        (
            "sorry for the trouble, cancel the idly",
            Call("remove_from_cart", {"items": ["idly"]}),
        ),
    ],
)
def test_a_change_is_read_whatever_is_told_around_it(text: str, call: Call) -> None:
    assert read(text) == (call,)


def test_a_change_of_what_was_told_of_is_not_one_of_the_cart() -> None:
    assert read("I lost my wallet, cancel it") == (Call("not_understood"),)
