"""Words -> options of a dish."""

import pytest

from tests.support.menus import menu_of
from tests.tools.menus import ROW, group, item, option, small_menu
from tools.menu import Choices, Menu, choose


@pytest.fixture(scope="module")
def menu() -> Menu:
    return small_menu()


def chosen(choices: Choices) -> list[tuple[str, str | None, int]]:
    return [(one.option.id, one.amount, one.count) for one in choices.chosen]


def said(menu: Menu, dish: str, *options: str, without: tuple[str, ...] = ()) -> Choices:
    item = menu.item(dish)
    assert item is not None
    return choose(menu, menu.groups_of(item), options, without)


@pytest.mark.parametrize(
    ("dish", "words", "option"),
    [
        ("masala_dosa", "spicy", ("spicy", None, 1)),
        ("masala_dosa", "very spicy", ("spicy", None, 1)),
        ("masala_dosa", "less spicy", ("mild", None, 1)),
        ("masala_dosa", "make it spicy please", ("spicy", None, 1)),
        ("masala_dosa", "extra onions", ("onion", "extra", 1)),
        ("masala_dosa", "onion extra", ("onion", "extra", 1)),
        ("masala_dosa", "lots of garlic", ("garlic", "extra", 1)),
        ("masala_dosa", "a little chilli", ("green_chilli", "light", 1)),
        ("masala_dosa", "double onion", ("onion", "extra", 1)),
        ("masala_dosa", "extra ghee", ("ghee", None, 1)),
        ("masala_dosa", "cheddar", ("cheddar_cheese", None, 1)),
        ("masala_dosa", "with cheddar chese", ("cheddar_cheese", None, 1)),
        ("masala_dosa", "#3", ("onion", None, 1)),
        ("masala_dosa", "extra #3", ("onion", "extra", 1)),
        ("veg_biryani", "full portion", ("full", None, 1)),
        ("filter_coffee", "no sugar", ("no_sugar", None, 1)),
        ("filter_coffee", "double shot", ("espresso_shot", None, 2)),
        ("filter_coffee", "3 espresso shots", ("espresso_shot", None, 3)),
        ("filter_coffee", "7 shots", ("espresso_shot", None, 7)),
        ("veg_biryani", "half portion", ("half", None, 1)),
        ("filter_coffee", "2 #13", ("espresso_shot", None, 2)),
        ("filter_coffee", "oat", ("oat_milk", None, 1)),
    ],
)
def test_an_option_and_how_much_of_it(
    menu: Menu, dish: str, words: str, option: tuple[str, str | None, int]
) -> None:
    choices = said(menu, dish, words)
    assert choices.clear
    assert chosen(choices) == [option]


def test_a_phrase_of_several_options_is_taken_apart(menu: Menu) -> None:
    choices = said(menu, "masala_dosa", "spicy, ghee and no onion")
    assert [option for option, _, _ in chosen(choices)] == ["spicy", "ghee"]
    assert [option.id for _, option in choices.removed] == ["onion"]


@pytest.mark.parametrize(
    ("words", "options", "removed"),
    [
        ("onion garlic cheddar", ["onion", "garlic", "cheddar_cheese"], []),
        ("extra onions no garlic ghee", ["onion", "ghee"], ["garlic"]),
        ("ghee without onion or garlic", ["ghee"], ["onion", "garlic"]),
        ("very spicy with extra cheddarcheese please", ["spicy", "cheddar_cheese"], []),
    ],
)
def test_options_in_a_row_need_no_commas(
    menu: Menu, words: str, options: list[str], removed: list[str]
) -> None:
    choices = said(menu, "masala_dosa", words)
    assert choices.clear
    assert [option for option, _, _ in chosen(choices)] == options
    assert [option.id for _, option in choices.removed] == removed


def test_only_the_unknown_part_of_a_phrase_is_unknown(menu: Menu) -> None:
    choices = said(menu, "masala_dosa", "spicy, walnuts and ghee")
    assert choices.unknown == ["walnuts"]
    assert [option for option, _, _ in chosen(choices)] == ["spicy", "ghee"]


@pytest.mark.parametrize(
    ("words", "removed"),
    [
        ("onion", ["onion"]),
        ("no onions", ["onion"]),
        ("onion and garlic", ["onion", "garlic"]),
        ("#4", ["garlic"]),
        ("extra onion", []),
    ],
)
def test_what_is_left_out(menu: Menu, words: str, removed: list[str]) -> None:
    choices = said(menu, "masala_dosa", without=(words,))
    assert [option.id for _, option in choices.removed] == removed
    assert not choices.notes


def test_leaving_out_what_the_menu_does_not_know_is_a_note(menu: Menu) -> None:
    choices = said(menu, "masala_dosa", without=("walnuts",))
    assert choices.notes == ["walnuts"]


@pytest.mark.parametrize("words", ["🍤", "onion " * 121])
def test_what_cannot_be_read_is_not_dropped(menu: Menu, words: str) -> None:
    assert said(menu, "masala_dosa", without=(words,)).notes == [words.strip()]
    assert said(menu, "masala_dosa", words).unknown == [words]


def test_what_can_be_had_only_once_is_not_silently_had_once(menu: Menu) -> None:
    choices = said(menu, "masala_dosa", "double ghee")
    assert chosen(choices) == [("ghee", None, 1)]
    assert choices.unknown == ["2x Ghee"]


def test_a_heading_right_after_its_option_says_nothing_more(menu: Menu) -> None:
    """The milk in "oat milk", the portion in "half portion": no other option is meant."""
    choices = said(menu, "filter_coffee", "jaggery sweetness and oat milk")
    assert choices.clear
    assert [option for option, _, _ in chosen(choices)] == ["jaggery_powder", "oat_milk"]


def test_a_button_can_take_back_what_was_said(menu: Menu) -> None:
    choices = said(menu, "masala_dosa", "usual #3", "#4")
    assert [option.id for _, option in choices.as_usual] == ["onion"]
    assert chosen(choices) == [("garlic", None, 1)]


def test_leaving_out_an_addition_takes_it_off(menu: Menu) -> None:
    (off,) = said(menu, "masala_dosa", without=("ghee",)).taken_off
    assert (off.group.id, off.option.id, off.words) == ("extras", "ghee", "ghee")


def test_leaving_out_can_be_an_option_itself(menu: Menu) -> None:
    choices = said(menu, "filter_coffee", without=("sugar",))
    assert chosen(choices) == [("no_sugar", None, 1)]


@pytest.mark.parametrize(
    "words", ["blue cheese", "walnuts", "large", "light ghee", "#14", "#999", "???", ""]
)
def test_what_the_dish_does_not_come_with_is_unknown(menu: Menu, words: str) -> None:
    choices = said(menu, "masala_dosa", words)
    assert choices.unknown == [words]
    assert not choices.chosen


def test_the_last_word_of_a_name_is_only_a_hint(menu: Menu) -> None:
    """ "Powder" may be something else than the one powder there is; "jaggery" is not."""
    (doubt,) = said(menu, "filter_coffee", "powder").doubts
    assert [one.option.id for one in doubt.candidates] == ["jaggery_powder"]
    assert chosen(said(menu, "filter_coffee", "jaggery")) == [("jaggery_powder", None, 1)]


@pytest.mark.parametrize(
    ("words", "candidates"),
    [
        ("cheese", ["cheddar_cheese", "paneer_cheese"]),
        ("topping", ["ghee", "cheddar_cheese"]),
    ],
)
def test_words_for_several_options_are_a_doubt(
    menu: Menu, words: str, candidates: list[str]
) -> None:
    (doubt,) = said(menu, "masala_dosa", words).doubts
    assert [one.option.id for one in doubt.candidates] == candidates


def test_a_required_group_is_missing_until_it_is_chosen(menu: Menu) -> None:
    item = menu.item("veg_biryani")
    assert item is not None
    groups = menu.groups_of(item)
    missing = said(menu, "veg_biryani").missing(groups)
    assert missing is not None
    assert missing.name == "Portion"
    assert said(menu, "veg_biryani", "half").missing(groups) is None


def test_more_than_a_group_allows_is_noticed(menu: Menu) -> None:
    item = menu.item("masala_dosa")
    assert item is not None
    groups = menu.groups_of(item)
    crowded = said(menu, "masala_dosa", "mild", "spicy").crowded(groups)
    assert crowded is not None
    assert crowded.name == "Spice"
    assert said(menu, "masala_dosa", "onion", "garlic", "chilli").crowded(groups) is None


def deli() -> Menu:
    """A menu whose groups and options have words of amount in their names."""
    return menu_of(
        {
            **ROW,
            "items": [
                item(1, "Big Mac", "snacks", groups=("burger extras",)),
                item(2, "Latte", "drinks", groups=("roast", "milk texture")),
            ],
            "groups": [
                group(
                    "Burger extras",
                    [option(1, "Cheese", "10.00"), option(2, "Bacon", "20.00")],
                    most=None,
                    amounts=("light", "extra"),
                ),
                group("Roast", [option(3, "Light Roast", aliases=("light",)), option(4, "Dark")]),
                group("Milk texture", [option(5, "Foam")], amounts=("light", "extra")),
            ],
        }
    )


@pytest.mark.parametrize(
    ("dish", "words", "options"),
    [
        ("big_mac", "extra cheese", [("cheese", "extra", 1)]),
        ("big_mac", "cheese extra bacon", [("cheese", None, 1), ("bacon", "extra", 1)]),
        ("latte", "light foam", [("foam", "light", 1)]),
        ("latte", "light", [("light_roast", None, 1)]),
        ("latte", "light roast and light foam", [("light_roast", None, 1), ("foam", "light", 1)]),
    ],
)
def test_an_amount_right_before_an_option_is_of_it(
    dish: str, words: str, options: list[tuple[str, str | None, int]]
) -> None:
    """Neither the group's own name nor the name of another option takes it away."""
    choices = said(deli(), dish, words)
    assert choices.clear
    assert chosen(choices) == options
