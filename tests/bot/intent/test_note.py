"""Words for the kitchen, as people write them."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call, Json

MENU = small_menu()


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("note: ring the bell", {"note": "ring the bell"}),
        ("Note to the kitchen: less oil please", {"note": "less oil please"}),
        ("please add a note: well done", {"note": "well done"}),
        ("note for the masala dosa: well done", {"item": "masala dosa", "note": "well done"}),
        ("for the masala dosa: well done", {"item": "masala dosa", "note": "well done"}),
        ("for the second one: cut in four", {"item": "second one", "note": "cut in four"}),
        ("for the masala dosa: no onion", {"item": "masala dosa", "without": ["onion"]}),
    ],
)
def test_a_note_is_a_change_of_the_dish(text: str, args: dict[str, Json]) -> None:
    assert parse(text, MENU) == (Call("update_item", args),)


@pytest.mark.parametrize("text", ["for delivery: 2 idly", "total: 2 idly", "note"])
def test_not_every_colon_is_a_note(text: str) -> None:
    assert all(call.tool != "update_item" for call in parse(text, MENU))


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("masala dosa (well done)", {"note": "well done"}),
        ("masala dosa (no onion)", {"without": ["onion"]}),
        ("masala dosa, note: crispy please", {"note": "crispy please"}),
        ("masala dosa with note crispy please", {"note": "crispy please"}),
        ("masala dosa well done please", {"note": "well done"}),
    ],
)
def test_what_stands_beside_a_dish_is_no_command(text: str, choices: dict[str, Json]) -> None:
    line: Json = {"quantity": 1, "item": "masala dosa", **choices}
    assert in_words(parse(text, MENU), MENU) == (Call("add_to_cart", {"lines": [line]}),)


@pytest.mark.parametrize("text", ["for 6:00", "for 6:30 pm"])
def test_the_colon_of_a_time_begins_no_note(text: str) -> None:
    assert parse(text, MENU) == (Call("choose_pickup_time", {"when": text}),)
