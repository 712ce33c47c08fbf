"""Words -> a dish: a match, a question or nothing; never a guess."""

import gc
import json
import tracemalloc

import pytest

from tests.tools.menus import ROW, item, small_menu
from tools.menu import Ambiguous, Match, Menu, Missing, find
from tools.menu.find import MOST_CANDIDATES


@pytest.fixture(scope="module")
def menu() -> Menu:
    return small_menu()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("idly", "Idly"),
        ("idlys please", "Idly"),
        ("a plate of idli", "Idly"),
        ("IDLIES", "Idly"),
        ("hot idly", "Idly"),
        ("masala dosa", "Masala Dosa"),
        ("Masala Dosai", "Masala Dosa"),
        ("massala thosai", "Masala Dosa"),
        ("masaladosa", "Masala Dosa"),
        ("mysore dosa", "Mysore Masala Dosa"),
        ("mysore masala", "Mysore Masala Dosa"),
        ("vadai", "Medu Vada"),
        ("medhu wada", "Medu Vada"),
        ("onion oothappam", "Onion Uttapam"),
        ("chiken briyani", "Chicken Biryani"),
        ("jamun", "Gulab Jamun"),
        ("filter kaapi", "Filter Coffee"),
        ("masala tea", "Masala Tea"),
        ("chai", "Masala Tea"),
        ("water", "Mineral Water"),
        ("gulab jamunn", "Gulab Jamun"),
        ("cheeseburger", "Cheese Burger"),
        ("egg dosa", "Egg Dosa"),
        ("#4", "Masala Dosa"),
        (" #19 ", "Mineral Water"),
    ],
)
def test_one_clear_reading_is_a_match(menu: Menu, words: str, name: str) -> None:
    found = find(menu, words)
    assert isinstance(found, Match)
    assert (found.item.name, found.choices) == (name, "")


@pytest.mark.parametrize(
    ("words", "name", "choices"),
    [
        ("spicy masala dosa", "Masala Dosa", "spicy"),
        ("masala dosa without onion", "Masala Dosa", "without onion"),
        ("masala dosa no onion no garlic", "Masala Dosa", "no onion no garlic"),
        ("half chicken biryani", "Chicken Biryani", "half"),
    ],
)
def test_words_about_the_dish_are_handed_on(
    menu: Menu, words: str, name: str, choices: str
) -> None:
    found = find(menu, words)
    assert isinstance(found, Match)
    assert (found.item.name, found.choices) == (name, choices)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("coffee", {"Filter Coffee", "Cold Coffee"}),
        ("biryani", {"Veg Biryani", "Chicken Biryani"}),
        ("ghee", {"Ghee Podi Idly", "Ghee Dosa"}),
        ("chicken", {"Chicken Biryani"}),
        ("gulab", {"Gulab Jamun"}),
        ("mutton idly", {"Idly"}),
        ("sweets", {"Gulab Jamun"}),
        ("dessert", {"Gulab Jamun"}),
    ],
)
def test_what_is_not_clear_is_asked(menu: Menu, words: str, names: set[str]) -> None:
    found = find(menu, words)
    assert isinstance(found, Ambiguous)
    assert {item.name for item in found.all} == names


def test_a_question_shows_six_dishes_at_most_and_knows_them_all(menu: Menu) -> None:
    found = find(menu, "dosas")
    assert isinstance(found, Ambiguous)
    assert len(found.candidates) == MOST_CANDIDATES < len(found.all) == 7
    assert found.all[-1].name == "Rava Dosa", "what is sold out comes last"


@pytest.mark.parametrize(
    "words",
    ["pizza", "antifreeze", "weather", "the", "xyz", "🍛", "", "#99", "#c:dosa"],
)
def test_other_words_are_nothing(menu: Menu, words: str) -> None:
    assert find(menu, words) == Missing()


@pytest.mark.parametrize(
    ("words", "nearest"),
    [("veg curry", "Egg Curry"), ("plan doza", "Plain Dosa"), ("mint rava dosa", "Rava Dosa")],
)
def test_a_near_name_is_offered_and_not_taken(menu: Menu, words: str, nearest: str) -> None:
    found = find(menu, words)
    assert isinstance(found, Missing | Ambiguous)
    dishes = found.nearest if isinstance(found, Missing) else found.all
    assert nearest in [dish.name for dish in dishes]


def test_two_dishes_of_one_name_are_a_question() -> None:
    twins = [item(1, "Meals", "rice"), {**_object(item(2, "Meals", "rice")), "id": "other"}]
    found = find(Menu.parse({**ROW, "items": twins}), "meals")
    assert isinstance(found, Ambiguous)
    assert len(found.all) == 2


def test_a_name_as_written_beats_one_that_sounds_so() -> None:
    menu = Menu.parse({**ROW, "items": [item(1, "Chai", "drinks"), item(2, "Tea", "drinks")]})
    for words in ("Chai", "Tea"):
        found = find(menu, words)
        assert isinstance(found, Match)
        assert found.item.name == words


def test_words_are_not_run_together_by_their_sound() -> None:
    menu = Menu.parse({**ROW, "items": [item(1, "Adai", "dosa")]})
    assert menu.item_names.exact(("add", "a")) == ()
    assert isinstance(find(menu, "add a"), Missing)
    assert menu.item_names.exact(("ada",)) == (0,)


def test_handles_lead_back_to_dish_and_option(menu: Menu) -> None:
    dish, place = menu.item_no(4), menu.option_no(9)
    assert dish is not None
    assert dish.name == "Masala Dosa"
    assert place is not None
    assert (place[0].name, place[1].name) == ("Portion", "Half")


def test_a_menu_of_365_dishes_takes_less_than_two_megabytes() -> None:
    rows = json.dumps(
        {
            **ROW,
            "items": [
                item(no, f"Dish {no} Masala Dosa", "dosa", aliases=(f"dosai {no}", f"d {no} roast"))
                for no in range(365)
            ],
        }
    )
    Menu.parse(json.loads(rows))
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    menu = Menu.parse(json.loads(rows))
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(menu.items) == 365
    assert after - before < 2_000_000


def _object(row: object) -> dict[str, object]:
    assert isinstance(row, dict)
    return row
