"""add_to_cart: what is sent to SQL, what is said, what is asked."""

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import NOON, RecordingDatabase, cart, line, turn, view
from tools.customer.add_to_cart import add_to_cart
from tools.kit.call import Call, Json
from tools.kit.params import OrderLine
from tools.kit.result import Result

SAY = PlainSpeech()


def row(place: dict[str, Json], quantity: int = 1, **more: Json) -> dict[str, Json]:
    return {
        "item": place,
        "quantity": quantity,
        "options": [],
        "without": [],
        "note": None,
        **more,
    }


def option(group: str, name: str, amount: str | None = None, count: int = 1) -> dict[str, Json]:
    return {"group_id": group, "option_id": name, "amount": amount, "count": count}


async def sent(*lines: OrderLine) -> list[tuple[object, ...]]:
    """What the database is asked for these lines."""
    database = RecordingDatabase(view())
    await add_to_cart(turn(database), [*lines])
    return database.calls


async def asked(*lines: OrderLine) -> Result:
    """The result where nothing was in the cart and nothing clear was said."""
    database = RecordingDatabase(view())
    result = await add_to_cart(turn(database), [*lines])
    assert database.calls == [("record_turn",)]
    assert result.asks
    return result


def answers(result: Result) -> dict[str, Call]:
    return {button.label: button.call for row in result.buttons(SAY) for button in row}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("idly", {"item_id": "idly"}),
        ("#4", {"item_id": "masala_dosa"}),
        (None, {"last": True}),
        ("", {"last": True}),
        ("one more", {"last": True}),
        ("the second one", {"shown": 2}),
    ],
)
async def test_a_dish_is_named_or_pointed_at(words: str | None, place: dict[str, Json]) -> None:
    assert await sent(OrderLine(item=words, quantity=2)) == [("add_to_cart", [row(place, 2)])]


async def test_several_lines_are_one_call() -> None:
    lines = (OrderLine(item="idly", quantity=2), OrderLine(item="medu vada", quantity=3))
    expected = [row({"item_id": "idly"}, 2), row({"item_id": "medu_vada"}, 3)]
    assert await sent(*lines) == [("add_to_cart", expected)]


async def test_options_removals_and_notes_are_resolved() -> None:
    line = OrderLine(
        item="masala dosa",
        options=["spicy", "extra garlic"],
        without=["onion", "walnuts", "ghee"],
        note="ring the bell",
    )
    expected = row(
        {"item_id": "masala_dosa"},
        options=[option("spice", "spicy"), option("ingredients", "garlic", "extra")],
        without=[{"group_id": "ingredients", "option_id": "onion"}],
        note="no walnuts, no ghee, ring the bell",
    )
    assert await sent(line) == [("add_to_cart", [expected])]


async def test_option_words_in_the_name_count() -> None:
    expected = row({"item_id": "masala_dosa"}, options=[option("spice", "spicy")])
    assert await sent(OrderLine(item="spicy masala dosa")) == [("add_to_cart", [expected])]


async def test_options_of_what_was_just_mentioned_are_alternatives_for_sql() -> None:
    line = OrderLine(item=None, options=["cheese"])
    expected = row(
        {"last": True},
        options=[
            {**option("extras", "cheddar_cheese"), "choice": 1},
            {**option("extras", "paneer_cheese"), "choice": 1},
        ],
    )
    assert await sent(line) == [("add_to_cart", [expected])]


async def test_a_dish_not_served_now_is_left_for_sql_to_refuse() -> None:
    """Asking for the portion first would be a question for nothing."""
    expected = row({"item_id": "parotta"})
    assert await sent(OrderLine(item="parotta")) == [("add_to_cart", [expected])]


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (
            cart(line(1, "Idly", 2, 40, delta=2)),
            "Added 2x Idly to your cart! Anything else?",
        ),
        (
            cart(line(1, "Idly", 2, 40), line(2, "Masala Dosa", 1, 80, delta=1)),
            "Added 1x Masala Dosa! You have 2 items (₹160 total). Anything else?",
        ),
        (
            cart(line(1, "Idly", 2, 40), line(2, "Masala Dosa", 2, 80, delta=1)),
            "Added 1x Masala Dosa! You now have 2x Masala Dosa. Total: ₹240.",
        ),
        (
            cart(line(1, "Idly", 2, 40, delta=2), line(2, "Medu Vada", 1, 45, delta=1)),
            "Added 2x Idly and 1x Medu Vada! You have 2 items (₹125 total). Anything else?",
        ),
        (
            cart(
                line(
                    1,
                    "Masala Dosa",
                    1,
                    80,
                    delta=1,
                    options=[
                        {
                            "group_id": "g",
                            "option_id": "o",
                            "name": "Garlic",
                            "amount": "extra",
                            "count": 2,
                        }
                    ],
                    without=[{"group_id": "g", "option_id": "o", "name": "Onion"}],
                    note="no walnuts",
                )
            ),
            'Added 1x Masala Dosa (2x extra Garlic, no Onion, "no walnuts") to your cart! '
            "Anything else?",
        ),
        (
            cart(line(1, "Idly", 2, 40), replayed=True),
            "Your cart: 2x Idly (₹80). Total: ₹80. Ready to checkout?",
        ),
    ],
)
async def test_what_is_said(after: dict[str, Json], sentence: str) -> None:
    result = await add_to_cart(turn(RecordingDatabase(after)), [OrderLine(item="idly")])
    assert result.text(SAY) == sentence
    assert not result.asks


async def test_a_word_for_several_dishes_is_asked_about_with_everything_else_kept() -> None:
    line = OrderLine(item="biryani", quantity=2, options=["half"], note="hot")
    result = await asked(line)
    assert result.text(SAY) == (
        "Which biryani would you like? Veg Biryani (₹160), Chicken Biryani (₹220)."
    )
    assert answers(result)["Chicken Biryani"] == Call(
        "add_to_cart",
        {"lines": [{"item": "#13", "quantity": 2, "options": ["#9"], "note": "hot"}]},
    )


async def test_a_word_for_many_dishes_leads_to_all_of_them() -> None:
    result = await asked(OrderLine(item="dosa"))
    buttons = answers(result)
    assert len(buttons) == 7
    assert buttons["Show all"] == Call("search_menu", {"query": "dosa"})


async def test_one_dish_that_is_not_quite_named_is_asked_about() -> None:
    result = await asked(OrderLine(item="chicken"))
    assert result.text(SAY) == "Do you mean Chicken Biryani?"


async def test_what_is_clear_is_added_and_the_rest_asked_about() -> None:
    database = RecordingDatabase(cart(line(1, "Idly", 2, 40, delta=2)))
    lines = [
        OrderLine(item="idly", quantity=2),
        OrderLine(item="biryani"),
        OrderLine(item="coffee", quantity=3),
    ]
    result = await add_to_cart(turn(database), lines)
    assert database.calls == [("add_to_cart", [row({"item_id": "idly"}, 2)])]
    assert result.asks
    assert result.text(SAY).startswith("Added 2x Idly. Which biryani would you like?")
    assert answers(result)["Veg Biryani"].args == {
        "lines": [{"item": "#12", "quantity": 1}, {"item": "coffee", "quantity": 3}]
    }


async def test_what_does_not_fit_a_button_is_not_forgotten_silently() -> None:
    result = await asked(OrderLine(item="biryani"), OrderLine(item="coffee", options=["oat"]))
    assert result.text(SAY).endswith("Please tell me about coffee again after that.")


async def test_an_unknown_dish_is_declined() -> None:
    result = await asked(OrderLine(item="pizza"))
    assert result.text(SAY) == 'Sorry, we don\'t have pizza. Say "menu" to see what we have.'
    assert answers(result) == {"Menu": Call("search_menu")}


async def test_an_unknown_dish_with_a_like_name_is_offered_that() -> None:
    result = await asked(OrderLine(item="plane doza", quantity=2))
    assert result.text(SAY) == "Sorry, we don't have plane doza. Did you mean one of these?"
    assert answers(result)["Plain Dosa"].args == {"lines": [{"item": "#5", "quantity": 2}]}


async def test_a_required_choice_is_asked_for_once() -> None:
    result = await asked(OrderLine(item="veg biryani", quantity=2))
    assert result.text(SAY) == (
        "Portion for Veg Biryani: which would you like? Half (₹100), Full (₹160)."
    )
    half = answers(result)["Half"]
    assert half.args == {"lines": [{"item": "#12", "quantity": 2, "options": ["#9"]}]}
    assert await sent(OrderLine(item="#12", quantity=2, options=["#9"])) == [
        ("add_to_cart", [row({"item_id": "veg_biryani"}, 2, options=[option("portion", "half")])])
    ]


async def test_words_for_several_options_are_asked_about() -> None:
    line = OrderLine(item="masala dosa", options=["spicy", "cheese"], without=["onion"])
    result = await asked(line)
    assert result.text(SAY) == (
        "Cheese for Masala Dosa: which would you like? Cheddar Cheese (+₹30), Paneer Cheese (+₹40)."
    )
    assert answers(result)["Paneer Cheese"].args == {
        "lines": [{"item": "#4", "quantity": 1, "options": ["#2", "#8"], "without": ["#3"]}]
    }


async def test_two_choices_of_a_group_for_one_are_asked_about() -> None:
    result = await asked(OrderLine(item="masala dosa", options=["mild", "spicy", "garlic"]))
    assert result.text(SAY) == (
        "You can choose at most 1 of Spice for Masala Dosa. Which one would you like?"
    )
    spicy = answers(result)["Spicy"]
    assert spicy.args == {"lines": [{"item": "#4", "quantity": 1, "options": ["#4", "#2"]}]}


async def test_a_choice_the_dish_does_not_come_with_is_not_passed_over() -> None:
    result = await asked(OrderLine(item="masala dosa", options=["spicy", "blue cheese"]))
    assert result.text(SAY) == (
        'I don\'t find "blue cheese" among the choices for Masala Dosa. Shall I add it as it is?'
    )
    as_it_is = answers(result)["Yes, as it is"]
    assert as_it_is.args == {"lines": [{"item": "masala dosa", "quantity": 1, "options": ["#2"]}]}


async def test_dishes_served_now_are_offered_first() -> None:
    result = await asked(OrderLine(item="rice and curries"))
    assert NOON.hour == 12, "dinner dishes are not served"
    labels = list(answers(result))
    assert labels[:2] == ["Veg Biryani", "Chicken Biryani"]
    assert set(labels[2:]) == {"Egg Curry", "Parotta"}


async def test_what_is_not_to_be_had_now_is_left_out_beside_others() -> None:
    database = RecordingDatabase(cart(line(1, "Idly", 2, 40, delta=2)))
    lines = [OrderLine(item="parotta"), OrderLine(item="idly", quantity=2)]
    result = await add_to_cart(turn(database), lines)
    assert database.calls == [("add_to_cart", [row({"item_id": "idly"}, 2)])]
    assert result.text(SAY) == (
        "I left out Parotta: not available right now. Added 2x Idly to your cart! Anything else?"
    )


async def test_what_is_not_to_be_had_now_is_left_out_beside_a_question() -> None:
    result = await asked(OrderLine(item="parotta"), OrderLine(item="biryani"))
    assert result.text(SAY).startswith("I left out Parotta: not available right now. Which biryani")


async def test_no_to_anything_else_checks_out() -> None:
    new = RecordingDatabase(cart(line(1, "Idly", 2, 40, delta=2)))
    result = await add_to_cart(turn(new), [OrderLine(item="idly", quantity=2)])
    assert (result.if_yes(), result.if_no()) == (None, Call("checkout"))
    more = RecordingDatabase(cart(line(1, "Idly", 3, 40, delta=1)))
    result = await add_to_cart(turn(more), [OrderLine(item="idly")])
    assert (result.if_yes(), result.if_no()) == (None, None)


async def test_yes_takes_the_only_dish_and_the_dish_as_it_is() -> None:
    chicken = await asked(OrderLine(item="chicken"))
    assert chicken.if_yes() == answers(chicken)["Chicken Biryani"]
    blue = await asked(OrderLine(item="masala dosa", options=["blue cheese"]))
    assert blue.if_yes() == answers(blue)["Yes, as it is"]
    assert blue.if_no() == answers(blue)["No, show the menu"]
    several = await asked(OrderLine(item="biryani"))
    assert (several.if_yes(), several.if_no()) == (None, None)
