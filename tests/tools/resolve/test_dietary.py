"""Words about what somebody may not eat -> allergens and diets of the menu."""

import pytest

from tests.support.menus import menu_of
from tests.tools.menus import group, item, option
from tools.kit.call import Json
from tools.menu import Menu
from tools.resolve.dietary import Rules, denies, rules_of


def marked_menu() -> Menu:
    """A dish with peanut, one with tree nuts and milk, and an option with sesame."""

    def dish(no: int, name: str, *allergens: str) -> Json:
        row = item(no, name, "all", groups=("extras",))
        assert isinstance(row, dict)
        return {**row, "allergens": [*allergens]}

    sesame = option(1, "Podi")
    assert isinstance(sesame, dict)
    return menu_of(
        {
            "menu_version": 1,
            "currency": "INR",
            "categories": [{"id": "all", "name": "All"}],
            "items": [
                dish(1, "Lemon Rice", "peanut"),
                dish(2, "Payasam", "tree_nut", "dairy"),
                dish(3, "Chapati", "gluten"),
            ],
            "groups": [group("Extras", [{**sesame, "allergens": ["sesame"]}])],
        }
    )


MENU = marked_menu()


@pytest.mark.parametrize(
    ("words", "allergens"),
    [
        ("I'm allergic to peanuts", ("peanut",)),
        ("peanuts", ("peanut",)),
        ("groundnut", ("peanut",)),
        ("moongphali se allergy hai", ("peanut",)),
        ("penuts", ("peanut",)),
        ("nuts", ("tree_nut", "peanut")),
        ("no nuts please, allergy", ("tree_nut", "peanut")),
        ("cashews and almonds", ("tree_nut",)),
        ("lactose intolerant", ("dairy",)),
        ("I can't have milk, curd or ghee", ("dairy",)),
        ("coeliac", ("gluten",)),
        ("wheat allergy", ("gluten",)),
        ("gluten free please", ("gluten",)),
        ("my son is severely allergic to groundnuts and sesame", ("peanut", "sesame")),
        ("I have a nut allergy. I don't have other allergies", ("tree_nut", "peanut")),
    ],
)
def test_allergens_go_by_many_names(words: str, allergens: tuple[str, ...]) -> None:
    rules = rules_of(MENU, words)
    assert (rules.allergens, rules.diets, rules.unchecked) == (allergens, (), ())
    assert not rules.forget


@pytest.mark.parametrize(
    ("words", "diets"),
    [
        ("we are Jain", ("jain",)),
        ("vegetarian only", ("veg",)),
        ("I'm a pure veg person", ("veg",)),
        ("eggetarian", ("egg",)),
        ("vegan and halal", ("vegan", "halal")),
    ],
)
def test_diets_go_by_many_names(words: str, diets: tuple[str, ...]) -> None:
    assert rules_of(MENU, words) == Rules(diets=diets)


@pytest.mark.parametrize(
    ("words", "unchecked"),
    [
        ("allergic to garlic", ("garlic",)),
        ("I'm allergic to fish", ("fish",)),
        ("prawns", ("crustacean",)),
        ("we don't eat onion and garlic", ("onion", "garlic")),
        ("kiwis, mushrooms", ("kiwi", "mushroom")),
        ("red food colouring", ("red_colouring",)),
    ],
)
def test_what_no_dish_is_marked_with_cannot_be_checked(
    words: str, unchecked: tuple[str, ...]
) -> None:
    assert rules_of(MENU, words) == Rules(unchecked=unchecked)


@pytest.mark.parametrize(
    "words",
    [
        "forget my allergies",
        "forget",
        "I'm not allergic",
        "I'm not allergic to anything",
        "no allergies",
        "I don't have any allergies",
        "clear my diet",
        "I eat everything",
    ],
)
def test_rules_are_forgotten_for_clear_words(words: str) -> None:
    rules = rules_of(MENU, words)
    assert rules.forget
    assert not rules
    assert denies(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'm not allergic to peanuts",
        "I'm not allergic to nuts or milk",
        "I don't have a nut allergy",
        "I am no longer vegetarian",
        "if I were allergic to peanuts",
        "suppose I was jain",
        "allergic",
        "",
    ],
)
def test_what_is_denied_supposed_or_not_said_sets_and_forgets_nothing(words: str) -> None:
    rules = rules_of(MENU, words)
    assert not rules
    assert not rules.forget


def test_a_denial_does_not_swallow_what_follows_it() -> None:
    rules = rules_of(MENU, "I'm not allergic to nuts but I am allergic to sesame")
    assert rules.allergens == ("sesame",)
