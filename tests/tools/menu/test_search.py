"""A question about the menu -> dishes."""

from decimal import Decimal

import pytest

from tests.support.menus import menu_of
from tests.tools.menus import ROW, group, item, option, small_menu
from tools.kit.call import Json
from tools.menu import Menu, search


@pytest.fixture(scope="module")
def menu() -> Menu:
    return small_menu()


@pytest.mark.parametrize("query", ["", "show me the menu", "what do you have", "everything please"])
def test_words_that_only_ask_are_the_whole_menu(menu: Menu, query: str) -> None:
    assert search(menu, query).items == menu.items


@pytest.mark.parametrize(
    ("query", "category"),
    [
        ("what dosas do you have", "Dosas"),
        ("desserts", "Sweets"),
        ("any drinks?", "Hot Drinks"),
        ("beverages", "Hot Drinks"),
    ],
)
def test_a_category_by_its_name(menu: Menu, query: str, category: str) -> None:
    hits = search(menu, query)
    assert [found.name for found in hits.categories] == [category]
    assert {item.category for item in hits.items} == {hits.categories[0].id}


def test_a_meal_period_by_its_name(menu: Menu) -> None:
    hits = search(menu, "what's for breakfast")
    assert hits.period is not None
    assert hits.period.name == "Breakfast"
    assert "Egg Curry" not in [item.name for item in hits.items]


def test_of_a_mixed_category_only_the_part_that_was_named_is_listed(menu: Menu) -> None:
    for query, name in (("curries", "Egg Curry"), ("vadas", "Medu Vada")):
        hits = search(menu, query)
        assert [item.name for item in hits.items] == [name]
        assert hits.categories == ()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("biryani", ["Veg Biryani", "Chicken Biryani"]),
        ("non veg", ["Chicken Biryani"]),
        ("veg biryani", ["Veg Biryani"]),
        ("veg drinks", ["Filter Coffee", "Cold Coffee", "Masala Tea", "Mineral Water"]),
        ("chiken", ["Chicken Biryani"]),
        ("non veg under 250", ["Chicken Biryani"]),
        ("egg dishes", ["Egg Dosa", "Egg Curry"]),
        ("egg dishes below 90", []),
        ("biryani under ₹200", ["Veg Biryani"]),
        ("cheapest dosa under 80", ["Plain Dosa", "Rava Dosa", "Onion Dosa", "Onion Uttapam"]),
        ("curry for dinner", ["Egg Curry"]),
        ("egg curry for breakfast", []),
        ("veg drinks between 25 and 30", ["Filter Coffee", "Masala Tea"]),
        ("masala dosa without onion", ["Masala Dosa"]),
        ("pizza", []),
        ("pizza under 100", []),
        ("vegan dosa", []),
    ],
)
def test_dishes_by_name_diet_price_and_meal(menu: Menu, query: str, names: list[str]) -> None:
    hits = search(menu, query)
    listed = () if hits.near else hits.items
    assert [dish.name for dish in listed] == names


def test_what_only_a_description_tells_is_near(menu: Menu) -> None:
    hits = search(menu, "something with cardamom")
    assert hits.near
    assert [item.name for item in hits.items] == ["Gulab Jamun"]


def test_every_word_counts(menu: Menu) -> None:
    hits = search(menu, "mutton biryani under 300")
    assert hits.near
    assert [item.name for item in hits.items] == ["Veg Biryani", "Chicken Biryani"]


def test_a_price_nothing_has_brings_up_what_is_nearest_to_it(menu: Menu) -> None:
    hits = search(menu, "biryani under 100")
    assert hits.near
    assert [item.name for item in hits.items] == ["Veg Biryani", "Chicken Biryani"]


def test_what_was_asked_for_besides_is_told(menu: Menu) -> None:
    hits = search(menu, "veg dosa between 60 and 70")
    assert (hits.diet, hits.at_least, hits.at_most) == ("veg", Decimal(60), Decimal(70))
    assert search(menu, "cheapest dosa").by_price == "cheapest"


def test_a_part_of_the_menu_is_named_only_when_it_is_all_of_it(menu: Menu) -> None:
    assert search(menu, "dosas").categories
    assert search(menu, "dosas under 80").categories == ()
    assert search(menu, "breakfast").period is not None
    assert search(menu, "breakfast under 50").period is None
    assert search(menu, "dosa for breakfast").period is None


def test_a_diet_is_the_dishs_or_an_options() -> None:
    jain: Json = {**_object(option(1, "Jain preparation")), "suitable_for": ["jain"]}
    items: list[Json] = [
        {**_object(item(1, "Fruit Salad", "sweets")), "suitable_for": ["jain", "vegan"]},
        item(2, "Masala Dosa", "dosa", groups=("kitchen",)),
        item(3, "Onion Dosa", "dosa"),
    ]
    menu = menu_of({**ROW, "items": items, "groups": [group("Kitchen", [jain])]})
    assert [dish.name for dish in search(menu, "jain food").items] == ["Fruit Salad", "Masala Dosa"]
    assert [dish.name for dish in search(menu, "vegan").items] == ["Fruit Salad"]
    assert search(menu, "halal").items == ()


def test_in_a_shop_without_marks_the_name_tells() -> None:
    items = [item(1, "Veg Pizza", "snacks"), item(2, "Ham Pizza", "snacks")]
    menu = menu_of({**ROW, "items": [{**_object(each), "diet": None} for each in items]})
    assert [dish.name for dish in search(menu, "veg pizza").items] == ["Veg Pizza"]


def _object(value: Json) -> dict[str, Json]:
    assert isinstance(value, dict)
    return value
