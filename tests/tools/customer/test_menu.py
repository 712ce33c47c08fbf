"""search_menu: pages of dishes."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.speech import PlainSpeech
from tests.support.menus import menu_of
from tests.tools.menus import ITEMS, ROW
from tests.tools.turns import MORNING, NOON, RecordingDatabase, turn, view
from tools.customer.search_menu import search_menu
from tools.kit.call import Call, Json
from tools.kit.result import Button, MenuCard, Result
from tools.results.menu import NothingFits, NothingFound

SAY = PlainSpeech()


class Searching(RecordingDatabase):
    """Shows a page of what it is handed, as `app.search_menu` does for somebody without rules."""

    def __init__(
        self, seen: dict[str, Json], refused: Mapping[int, Json] | None = None, fits: int = 99
    ) -> None:
        super().__init__(seen)
        self._seen = seen
        self._refused = refused or {}
        self._fits = fits

    async def call(self, function: str, *args: object) -> Json:
        await super().call(function, *args)
        if function != "search_menu":
            return self._seen
        *_, hits, page, size, _ = args
        assert isinstance(hits, list)
        assert isinstance(page, int)
        assert isinstance(size, int)
        fit = hits[: self._fits]
        page = max(1, min(page, -(-len(fit) // size)))
        first = (page - 1) * size
        dishes: list[Json] = [
            {"position": place, "item_no": no, "refusal": self._refused.get(no)}
            for place, no in enumerate(fit[first : first + size], first + 1)
        ]
        left_out = len(hits) - len(fit)
        shown: Json = {"dishes": dishes, "page": page, "count": len(fit), "left_out": left_out}
        return {**self._seen, "shown": shown}


def labels(result: Result) -> list[str]:
    return [button.label for row in result.buttons(SAY) for button in row]


def button(result: Result, label: str) -> Button:
    return next(one for row in result.buttons(SAY) for one in row if one.label == label)


def card_of(result: Result) -> MenuCard:
    card = result.card(SAY)
    assert isinstance(card, MenuCard)
    return card


async def test_the_whole_menu_of_the_hour() -> None:
    database = Searching(view())
    result = await search_menu(turn(database, now=MORNING))
    assert result.text(SAY) == "Here's our breakfast menu! What would you like?"
    card = card_of(result)
    assert [row.position for row in card.rows] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (card.page, card.pages) == (1, 3)
    assert card.rows[0].call == Call("choose_options", {"item": "#1"})
    function, query, meal, items, page, size, near = database.calls[0]
    assert (function, query, meal, page, size, near) == (
        ("search_menu", "", "Breakfast", 1, 8, False)
    )
    assert isinstance(items, list)
    assert sorted(items) == list(range(1, 22))
    assert labels(result)[:3] == ["More", "Idly & Vada", "Dosas"]
    assert "Empty shelf" not in labels(result)
    assert button(result, "Dosas").call == Call("search_menu", {"category": "#c:dosa"})


async def test_between_meals_it_is_just_the_menu() -> None:
    result = await search_menu(turn(Searching(view()), now=NOON))
    assert result.text(SAY) == "Here's our menu! What would you like?"


async def test_pages_go_on_counting_and_end() -> None:
    database = Searching(view())
    second = await search_menu(turn(database), page=2)
    assert [row.position for row in card_of(second).rows] == list(range(9, 17))
    assert button(second, "More").call == Call("search_menu", {"page": 3})
    last = await search_menu(turn(database), page=99)
    assert card_of(last).page == 3
    assert "More" not in labels(last)


async def test_what_is_not_to_be_had_now_comes_last_and_says_why() -> None:
    dinner: Json = {"reason": "not_served", "item": "Parotta", "when": "19:00-22:30"}
    refused: dict[int, Json] = {
        8: {"reason": "sold_out", "item": "Rava Dosa"},
        14: dinner,
        20: dinner,
    }
    result = await search_menu(turn(Searching(view(), refused)), page=3)
    later = [(row.name, row.remark) for row in card_of(result).rows if not row.served_now]
    assert later == [
        ("Rava Dosa", "sold out"),
        ("Egg Curry", "served 19:00-22:30"),
        ("Parotta", "served 19:00-22:30"),
    ]
    assert card_of(result).rows[-1].name == "Parotta"


@pytest.mark.parametrize(
    ("refusal", "remark"),
    [
        (
            {"reason": "sold_out", "when": "tomorrow from 07:00"},
            "sold out, back tomorrow from 07:00",
        ),
        ({"reason": "stock", "left": 2}, "only 2 left"),
        ({"reason": "order_type"}, "not for this kind of order"),
    ],
)
async def test_each_reason_has_its_words(refusal: Json, remark: str) -> None:
    result = await search_menu(turn(Searching(view(), {1: refusal})), query="idly")
    assert [row.remark for row in card_of(result).rows if not row.served_now] == [remark]


async def test_a_closed_shop_says_so_once_and_takes_orders_for_later() -> None:
    closed: Json = {"reason": "closed", "when": "tomorrow from 07:00"}
    result = await search_menu(turn(Searching(view(), dict.fromkeys(range(1, 22), closed))))
    assert result.text(SAY).startswith(
        "We are closed now; we are open tomorrow from 07:00. Here's our menu!"
    )
    assert {row.remark for row in card_of(result).rows} == {""}
    first = result.buttons(SAY)[0][0]
    assert first.call == Call("choose_pickup_time", {"when": "tomorrow from 07:00"})


async def test_only_what_fits_is_shown_and_it_is_said() -> None:
    rules: Json = {"allergens": ["peanut"], "diets": ["jain"]}
    result = await search_menu(turn(Searching(view(dietary=rules), fits=5)), query="dosa")
    assert result.text(SAY).startswith(
        "Showing only what fits: no peanut, Jain (3 left out). Dosas: what would you like?"
    )
    assert len(card_of(result).rows) == 5
    every = await search_menu(turn(Searching(view(dietary=rules))), query="dosa")
    assert every.text(SAY).startswith("Showing only what fits: no peanut, Jain. ")


async def test_what_cannot_be_checked_filters_nothing() -> None:
    rules: Json = {"unchecked": ["garlic"]}
    result = await search_menu(turn(Searching(view(dietary=rules))), query="dosa")
    assert "Showing only" not in result.text(SAY)


async def test_when_nothing_fits_it_is_told_how_much_there_is() -> None:
    rules: Json = {"diets": ["jain"]}
    result = await search_menu(turn(Searching(view(dietary=rules), fits=0)), query="dosa")
    assert isinstance(result, NothingFits)
    assert result.text(SAY) == ("Nothing here fits what you told me (Jain): I left out 8 dishes.")
    assert labels(result) == ["Menu", "Forget"]


async def test_the_menu_is_that_of_the_time_ordered_for() -> None:
    later = view(pickup_at="2026-01-19T08:00:00+00:00")
    result = await search_menu(turn(Searching(later), now=NOON))
    assert result.text(SAY).startswith("For tomorrow 08:00: Here's our breakfast menu!")


@pytest.mark.parametrize("asked", ["dosas", "what dosas do you have", "#c:dosa"])
async def test_a_category(asked: str) -> None:
    result = await search_menu(turn(Searching(view())), category=asked)
    assert result.text(SAY) == "Dosas: what would you like?"
    assert card_of(result).title == "Dosas"
    assert len(card_of(result).rows) == 8
    assert labels(result)[-2:] == ["Menu", "View cart"]


async def test_a_meal_that_is_not_now_says_when() -> None:
    database = Searching(view())
    result = await search_menu(turn(database, now=MORNING), query="what's for dinner")
    assert result.text(SAY) == (
        "Here's our dinner menu, served from 19:00 to 22:30. What would you like?"
    )
    assert database.calls[0][2] == "Dinner"


async def test_dishes_by_name() -> None:
    result = await search_menu(turn(Searching(view())), query="biryani")
    assert result.text(SAY) == 'I found 2 dishes for "biryani". Which one would you like?'


async def test_nothing_found_names_what_is_nearest() -> None:
    database = Searching(view())
    result = await search_menu(turn(database), query="parata")
    assert result.text(SAY) == (
        'Sorry, we have nothing like "parata". The nearest we have: Parotta.'
    )
    assert database.calls[0][3:] == ([], 1, 8, True)
    assert labels(result) == ["Parotta", "Menu"]


async def test_nothing_found_and_nothing_near() -> None:
    result = await search_menu(turn(Searching(view())), query="pizza")
    assert result.text(SAY) == 'Sorry, we have nothing like "pizza".'
    assert labels(result) == ["Menu"]


async def test_a_dish_asked_for_by_name_is_told_first() -> None:
    result = await search_menu(turn(Searching(view())), "gulab jamun")
    assert result.text(SAY) == (
        "Gulab Jamun: ₹50. Soft dumplings in cardamom syrup. Would you like it?"
    )
    assert result.if_yes() == Call("add_to_cart", {"lines": [{"item": "#15", "quantity": 1}]})
    several = await search_menu(turn(Searching(view())), "masala dosa")
    assert several.text(SAY) == (
        'Masala Dosa: ₹80. I found 2 dishes for "masala dosa". Which one would you like?'
    )
    assert several.if_yes() is None


async def test_dishes_with_some_of_the_words_are_not_claimed_to_have_all() -> None:
    result = await search_menu(turn(Searching(view())), "gulab jam")
    assert result.text(SAY) == (
        'I find nothing called "gulab jam"; these come near. Which one would you like?'
    )


async def test_a_word_is_not_found_inside_another() -> None:
    result = await search_menu(turn(Searching(view())), "dam")
    assert isinstance(result, NothingFound)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("under 50", "Under 50: 5 dishes. Which one would you like?"),
        ("cheapest dosa", "Dosas: what would you like?"),
        ("under 5", "Nothing at that price; these come nearest. Which one would you like?"),
    ],
)
async def test_a_search_by_price(query: str, sentence: str) -> None:
    result = await search_menu(turn(Searching(view())), query)
    assert result.text(SAY) == sentence


async def test_the_cheapest_come_first_even_before_what_is_served_now() -> None:
    result = await search_menu(turn(Searching(view())), "cheapest dosa")
    prices = [row.price for row in card_of(result).rows]
    assert prices == sorted(prices)


async def test_nothing_the_customer_is_allergic_to_is_suggested() -> None:
    dishes: list[Json] = [
        {**one, "allergens": ["gluten"]} for one in ITEMS if isinstance(one, dict)
    ]
    menu = menu_of({**ROW, "items": dishes})
    cases: list[tuple[Json, list[str]]] = [({}, ["Parotta"]), ({"allergens": ["gluten"]}, [])]
    for rules, suggested in cases:
        asking = replace(turn(Searching(view(dietary=rules))), menu=menu)
        result = await search_menu(asking, "parata")
        assert isinstance(result, NothingFound)
        assert [row.name for row in result.nearest] == suggested
