"""search_menu and choose_options: pages of dishes and the page of a dish."""

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import MORNING, NOON, RecordingDatabase, turn, view
from tools.customer.choose_options import choose_options
from tools.customer.search_menu import search_menu
from tools.kit.call import Call
from tools.kit.errors import UnknownItem
from tools.kit.result import Button, MenuCard, Result
from tools.results.menu import NothingFound

SAY = PlainSpeech()


def labels(result: Result) -> list[str]:
    return [button.label for row in result.buttons(SAY) for button in row]


def button(result: Result, label: str) -> Button:
    return next(one for row in result.buttons(SAY) for one in row if one.label == label)


def card_of(result: Result) -> MenuCard:
    card = result.card(SAY)
    assert isinstance(card, MenuCard)
    return card


async def test_the_whole_menu_of_the_hour() -> None:
    database = RecordingDatabase(view())
    result = await search_menu(turn(database, now=MORNING))
    assert result.text(SAY) == "Here's our breakfast menu! What would you like?"
    card = card_of(result)
    assert [row.position for row in card.rows] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (card.page, card.pages) == (1, 3)
    assert card.rows[0].call == Call("choose_options", {"item": "#1"})
    function, query, meal, count, shown = database.calls[0]
    assert (function, query, meal, count) == ("search_menu", "", "Breakfast", 21)
    assert isinstance(shown, list)
    assert shown[0] == {"id": "idly", "name": "Idly", "position": 1}
    assert len(shown) == 8
    assert labels(result)[:3] == ["More", "Idly & Vada", "Dosas"]
    assert "Empty shelf" not in labels(result)
    assert button(result, "Dosas").call == Call("search_menu", {"category": "#c:dosa"})


async def test_between_meals_it_is_just_the_menu() -> None:
    result = await search_menu(turn(RecordingDatabase(view()), now=NOON))
    assert result.text(SAY) == "Here's our menu! What would you like?"


async def test_pages_go_on_counting_and_end() -> None:
    database = RecordingDatabase(view())
    second = await search_menu(turn(database), page=2)
    assert [row.position for row in card_of(second).rows] == list(range(9, 17))
    assert button(second, "More").call == Call("search_menu", {"page": 3})
    last = await search_menu(turn(database), page=99)
    assert card_of(last).page == 3
    assert "More" not in labels(last)


async def test_what_is_not_to_be_had_now_comes_last() -> None:
    result = await search_menu(turn(RecordingDatabase(view())), page=3)
    later = [row.name for row in card_of(result).rows if not row.served_now]
    assert later == ["Rava Dosa", "Egg Curry", "Parotta"]
    assert card_of(result).rows[-1].name == "Parotta"


@pytest.mark.parametrize("asked", ["dosas", "what dosas do you have", "#c:dosa"])
async def test_a_category(asked: str) -> None:
    result = await search_menu(turn(RecordingDatabase(view())), category=asked)
    assert result.text(SAY) == "Dosas: what would you like?"
    assert card_of(result).title == "Dosas"
    assert len(card_of(result).rows) == 8
    assert labels(result)[-2:] == ["Menu", "View cart"]


async def test_a_meal_that_is_not_now_says_when() -> None:
    database = RecordingDatabase(view())
    result = await search_menu(turn(database, now=MORNING), query="what's for dinner")
    assert result.text(SAY) == (
        "Here's our dinner menu, served from 19:00 to 22:30. What would you like?"
    )
    assert database.calls[0][2] == "Dinner"


async def test_dishes_by_name() -> None:
    result = await search_menu(turn(RecordingDatabase(view())), query="biryani")
    assert result.text(SAY) == 'I found 2 dishes for "biryani". Which one would you like?'


async def test_nothing_found_names_what_is_nearest() -> None:
    database = RecordingDatabase(view())
    result = await search_menu(turn(database), query="plane doza")
    assert result.text(SAY) == (
        'Sorry, we have nothing like "plane doza". The nearest we have: Plain Dosa.'
    )
    assert database.calls[0][3:] == (0, [{"id": "plain_dosa", "name": "Plain Dosa", "position": 1}])
    assert labels(result) == ["Plain Dosa", "Menu"]


async def test_nothing_found_and_nothing_near() -> None:
    result = await search_menu(turn(RecordingDatabase(view())), query="pizza")
    assert result.text(SAY) == 'Sorry, we have nothing like "pizza".'
    assert labels(result) == ["Menu"]


async def test_the_page_of_a_dish() -> None:
    result = await choose_options(turn(RecordingDatabase(view())), "#4", ["#2", "#6", "no #3"])
    assert result.text(SAY) == "Masala Dosa: ₹80."
    assert labels(result) == [
        "Mild",
        "✓ Spicy",
        "✓ no Onion",
        "no Garlic",
        "no Green Chilli",
        "✓ Ghee +₹20",
        "Cheddar Cheese +₹30",
        "Paneer Cheese +₹40",
        "Add to cart: ₹100",
        "Menu",
    ]
    assert button(result, "Add to cart: ₹100").call == Call(
        "add_to_cart",
        {"lines": [{"item": "#4", "quantity": 1, "options": ["#2", "#6"], "without": ["#3"]}]},
    )


@pytest.mark.parametrize(
    ("pressed", "after"),
    [
        ("Mild", ["#6", "#1", "no #3"]),
        ("✓ Spicy", ["#6", "no #3"]),
        ("✓ no Onion", ["#2", "#6"]),
        ("no Garlic", ["#2", "#6", "no #3", "no #4"]),
        ("Cheddar Cheese +₹30", ["#2", "#6", "#7", "no #3"]),
    ],
)
async def test_a_press_turns_one_choice_round(pressed: str, after: list[str]) -> None:
    result = await choose_options(turn(RecordingDatabase(view())), "#4", ["#2", "#6", "no #3"])
    call = button(result, pressed).call
    assert call.tool == "choose_options"
    assert call.args == {"item": "#4", "options": after}


async def test_the_oldest_choice_gives_way_when_a_group_is_full() -> None:
    result = await choose_options(turn(RecordingDatabase(view())), "#4", ["#6", "#7"])
    full = button(result, "Paneer Cheese +₹40").call
    assert full.args == {"item": "#4", "options": ["#7", "#8"]}


async def test_a_default_is_marked_until_another_is_chosen() -> None:
    plain = await choose_options(turn(RecordingDatabase(view())), "cold coffee")
    assert "✓ Cow Milk" in labels(plain)
    oat = await choose_options(turn(RecordingDatabase(view())), "cold coffee", ["oat"])
    assert {"Cow Milk", "✓ Oat Milk +₹25"} <= set(labels(oat))


async def test_the_page_says_what_to_know_before_ordering() -> None:
    database = RecordingDatabase(view())
    ghee = await choose_options(turn(database), "ghee dosa")
    curry = await choose_options(turn(database), "egg curry")
    rava = await choose_options(turn(database), "rava dosa")
    assert ghee.text(SAY) == "Ghee Dosa: ₹90. Contains dairy."
    assert curry.text(SAY) == "Egg Curry: ₹90. Served for Dinner."
    assert rava.text(SAY) == "Rava Dosa: ₹70. Sold out at the moment."
    assert labels(rava) == ["Menu"]


@pytest.mark.parametrize("words", ["pizza", "dosa", "#99"])
async def test_there_is_no_page_without_a_dish(words: str) -> None:
    with pytest.raises(UnknownItem):
        await choose_options(turn(RecordingDatabase(view())), words)


async def test_a_dish_asked_for_by_name_is_told_first() -> None:
    result = await search_menu(turn(RecordingDatabase(view())), "gulab jamun")
    assert result.text(SAY) == (
        "Gulab Jamun: ₹50. Soft dumplings in cardamom syrup. Would you like it?"
    )
    assert result.if_yes() == Call("add_to_cart", {"lines": [{"item": "#15", "quantity": 1}]})
    several = await search_menu(turn(RecordingDatabase(view())), "masala dosa")
    assert several.text(SAY) == (
        'Masala Dosa: ₹80. I found 2 dishes for "masala dosa". Which one would you like?'
    )
    assert several.if_yes() is None


async def test_dishes_with_some_of_the_words_are_not_claimed_to_have_all() -> None:
    result = await search_menu(turn(RecordingDatabase(view())), "vegan uttapam")
    assert result.text(SAY) == (
        'I find nothing called "vegan uttapam"; these come near. Which one would you like?'
    )


async def test_a_word_is_not_found_inside_another() -> None:
    result = await search_menu(turn(RecordingDatabase(view())), "dam")
    assert isinstance(result, NothingFound)
