"""A question about the menu -> dishes."""

import pytest

from tests.tools.menus import small_menu
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
        ("curries", "Rice & Curries"),
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


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("biryani", ["Veg Biryani", "Chicken Biryani"]),
        ("non veg", ["Chicken Biryani"]),
        ("veg biryani", ["Veg Biryani"]),
        ("veg drinks", ["Filter Coffee", "Cold Coffee", "Masala Tea", "Mineral Water"]),
        ("something with cardamom", ["Gulab Jamun"]),
        ("chiken", ["Chicken Biryani"]),
        ("pizza", []),
    ],
)
def test_dishes_by_name_diet_or_description(menu: Menu, query: str, names: list[str]) -> None:
    assert [item.name for item in search(menu, query).items] == names
