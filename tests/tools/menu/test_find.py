"""Words -> a dish: a match, a question or nothing; never a guess."""

import gc
import json
import tracemalloc

import pytest

from tests.support.menus import document_of, menu_of
from tests.tools.menus import ROW, item, small_menu
from tools.kit.call import Json
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
        ("medhu wada", "Medu Vada"),
        ("onion oothappam", "Onion Uttapam"),
        ("chiken briyani", "Chicken Biryani"),
        ("filter kaapi", "Filter Coffee"),
        ("masala tea", "Masala Tea"),
        ("gulab jamunn", "Gulab Jamun"),
        ("cheeseburger", "Cheese Burger"),
        ("egg dosa", "Egg Dosa"),
        ("dosa masala", "Masala Dosa"),
        ("plan doza", "Plain Dosa"),
        ("masala dpsa", "Masala Dosa"),
        ("மசாலா தோசை", "Masala Dosa"),
        ("इडली", "Idly"),
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
        ("jamun", {"Gulab Jamun"}),
        ("vadai", {"Medu Vada"}),
        ("water", {"Mineral Water"}),
        ("chai", {"Masala Tea"}),
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
    [("veg curry", "Egg Curry"), ("plane dosa", "Plain Dosa"), ("mint rava dosa", "Rava Dosa")],
)
def test_a_near_name_is_offered_and_not_taken(menu: Menu, words: str, nearest: str) -> None:
    found = find(menu, words)
    assert isinstance(found, Missing | Ambiguous)
    dishes = found.nearest if isinstance(found, Missing) else found.all
    assert nearest in [dish.name for dish in dishes]


def deli() -> Menu:
    """Dishes of which a part of the name, or a category, is not enough to know them by."""
    return menu_of(
        {
            **ROW,
            "items": [
                item(1, "Idly", "idly"),
                item(2, "Chilli Idly", "idly", aliases=("idly fry",)),
                item(3, "Masala Dosa", "dosa"),
                item(4, "Cheese Masala Dosa", "dosa"),
                item(5, "Egg Fried Rice", "rice", diet="egg"),
                item(6, "Chicken Dum Pulao", "rice", diet="non_veg"),
                item(7, "Nannari Sarbath", "drinks", aliases=("nannari drink",)),
                item(8, "Lime Soda", "drinks"),
            ],
        }
    )


@pytest.mark.parametrize(
    ("words", "names", "choices"),
    [
        ("fried rice", {"Egg Fried Rice"}, ""),
        ("chicken pulao", {"Chicken Dum Pulao"}, ""),
        ("drinks", {"Nannari Sarbath", "Lime Soda"}, ""),
        ("curry", {"Egg Fried Rice", "Chicken Dum Pulao"}, ""),
        ("free idly", {"Idly"}, "free"),
        ("large lime soda", {"Lime Soda"}, "large"),
    ],
)
def test_part_of_a_name_and_a_category_are_asked_about(
    words: str, names: set[str], choices: str
) -> None:
    found = find(deli(), words)
    assert isinstance(found, Ambiguous)
    assert ({dish.name for dish in found.all}, found.choices) == (names, choices)


@pytest.mark.parametrize("words", ["masala dosa extra cheese", "a masla dosa extra cheese please"])
def test_an_amount_after_a_whole_name_begins_its_options(words: str) -> None:
    found = find(deli(), words)
    assert isinstance(found, Match)
    assert found.item.name == "Masala Dosa"
    assert found.choices.startswith("extra cheese")


def test_two_dishes_of_one_name_are_a_question() -> None:
    twins: list[Json] = [
        item(1, "Meals", "rice"),
        {**_object(item(2, "Meals", "rice")), "id": "other"},
    ]
    found = find(menu_of({**ROW, "items": twins}), "meals")
    assert isinstance(found, Ambiguous)
    assert len(found.all) == 2


def test_a_name_as_written_beats_one_that_sounds_so() -> None:
    menu = menu_of({**ROW, "items": [item(1, "Chai", "drinks"), item(2, "Tea", "drinks")]})
    for words in ("Chai", "Tea"):
        found = find(menu, words)
        assert isinstance(found, Match)
        assert found.item.name == words


def test_words_are_not_run_together_by_their_sound() -> None:
    menu = menu_of({**ROW, "items": [item(1, "Adai", "dosa")]})
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
    dishes = [
        item(no, f"Dish {no} Masala Dosa", "dosa", aliases=(f"dosai {no}", f"d {no} roast"))
        for no in range(365)
    ]
    rows = json.dumps(document_of({**ROW, "items": dishes}))
    Menu.parse(rows)
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    menu = Menu.parse(rows)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(menu.items) == 365
    assert after - before < 2_000_000


def _object(row: Json) -> dict[str, Json]:
    assert isinstance(row, dict)
    return row
