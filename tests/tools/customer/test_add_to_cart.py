"""add_to_cart: what is sent to SQL, what is said, what is asked."""

from collections.abc import Sequence

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import NOON, RecordingDatabase, Refusing, cart, line, turn, view
from tools.customer.add_to_cart import add_to_cart
from tools.kit.call import Call, Json
from tools.kit.errors import ItemUnavailable, NotServedNow, OptionRequired, UnknownOption
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


async def asked(*lines: OrderLine, unmet: Sequence[Json] = ()) -> Result:
    """The result where nothing was in the cart and nothing clear was said.

    `unmet` are the words that fit nothing, for the demand ledger.
    """
    database = RecordingDatabase(view())
    result = await add_to_cart(turn(database), [*lines])
    assert database.calls == [("add_to_cart", [], [*unmet]) if unmet else ("record_turn",)]
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
    assert await sent(OrderLine(item=words, quantity=2)) == [("add_to_cart", [row(place, 2)], [])]


async def test_several_lines_are_one_call() -> None:
    lines = (OrderLine(item="idly", quantity=2), OrderLine(item="medu vada", quantity=3))
    expected = [row({"item_id": "idly"}, 2), row({"item_id": "medu_vada"}, 3)]
    assert await sent(*lines) == [("add_to_cart", expected, [])]


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
    assert await sent(line) == [("add_to_cart", [expected], [])]


async def test_option_words_in_the_name_count() -> None:
    expected = row({"item_id": "masala_dosa"}, options=[option("spice", "spicy")])
    assert await sent(OrderLine(item="spicy masala dosa")) == [("add_to_cart", [expected], [])]


async def test_options_of_what_was_just_mentioned_are_alternatives_for_sql() -> None:
    line = OrderLine(item=None, options=["cheese"])
    expected = row(
        {"last": True},
        options=[
            {**option("extras", "cheddar_cheese"), "choice": 1},
            {**option("extras", "paneer_cheese"), "choice": 1},
        ],
    )
    assert await sent(line) == [("add_to_cart", [expected], [])]


async def test_a_dish_not_served_now_is_left_for_sql_to_refuse() -> None:
    """Asking for the portion first would be a question for nothing."""
    expected = row({"item_id": "parotta"})
    assert await sent(OrderLine(item="parotta")) == [("add_to_cart", [expected], [])]


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
    assert database.calls == [("add_to_cart", [row({"item_id": "idly"}, 2)], [])]
    assert result.asks
    assert result.text(SAY).startswith("Added 2x Idly. Which biryani would you like?")
    assert answers(result)["Veg Biryani"].args == {
        "lines": [{"item": "#12", "quantity": 1}, {"item": "coffee", "quantity": 3}]
    }


async def test_what_does_not_fit_a_button_is_not_forgotten_silently() -> None:
    result = await asked(OrderLine(item="biryani"), OrderLine(item="coffee", options=["oat"]))
    assert result.text(SAY).endswith("Please tell me about coffee again after that.")


async def test_an_unknown_dish_is_declined() -> None:
    result = await asked(
        OrderLine(item="pizza", quantity=2), unmet=[{"words": "pizza", "quantity": 2}]
    )
    assert result.text(SAY) == 'Sorry, we don\'t have pizza. Say "menu" to see what we have.'
    assert answers(result) == {"Menu": Call("search_menu")}


async def test_an_unknown_dish_with_a_like_name_is_offered_that() -> None:
    result = await asked(
        OrderLine(item="plane doza", quantity=2), unmet=[{"words": "plane doza", "quantity": 2}]
    )
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
        (
            "add_to_cart",
            [row({"item_id": "veg_biryani"}, 2, options=[option("portion", "half")])],
            [],
        )
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
        "You can choose at most 1 of Spice for Masala Dosa; you said Mild and Spicy. "
        "Which one would you like?"
    )
    spicy = answers(result)["Spicy"]
    assert spicy.args == {"lines": [{"item": "#4", "quantity": 1, "options": ["#4", "#2"]}]}


async def test_a_choice_the_dish_does_not_come_with_is_not_passed_over() -> None:
    result = await asked(OrderLine(item="masala dosa", options=["spicy", "blue cheese"]))
    assert result.text(SAY) == (
        'I don\'t find "blue cheese" among the choices for Masala Dosa. Shall I add it as it is?'
    )
    as_it_is = answers(result)["Yes, as it is"]
    assert as_it_is.args == {"lines": [{"item": "#4", "quantity": 1, "options": ["#2"]}]}


async def test_dishes_served_now_are_offered_first() -> None:
    result = await asked(OrderLine(item="rice and curries"))
    assert NOON.hour == 12, "dinner dishes are not served"
    labels = list(answers(result))
    assert labels[:2] == ["Veg Biryani", "Chicken Biryani"]
    assert set(labels[2:]) == {"Egg Curry", "Parotta"}


LATER = NotServedNow(item="Parotta", item_id="parotta", when="19:00-22:30")
IDLIES = OrderLine(item="idly", quantity=2)
NOT_SERVED: Json = {"item_id": "parotta", "reason": "not_served", "quantity": 1}


async def test_what_cannot_be_had_is_left_out_beside_others_and_it_is_said_when() -> None:
    """PostgreSQL refuses; the others are added by a second call, and the demand is kept."""
    database = Refusing(cart(line(1, "Idly", 2, 40, delta=2)), LATER)
    result = await add_to_cart(turn(database), [OrderLine(item="parotta"), IDLIES])
    idly = row({"item_id": "idly"}, 2)
    assert database.calls == [
        ("add_to_cart", [row({"item_id": "parotta"}), idly], []),
        ("add_to_cart", [idly], [NOT_SERVED]),
    ]
    assert result.text(SAY) == (
        "I left out Parotta: only served 19:00-22:30. Added 2x Idly to your cart! Anything else?"
    )
    later = result.buttons(SAY)[0][0]
    assert later.label == "Order for today 19:00"
    assert later.call.args["when"] == "19:00-22:30"
    assert isinstance(later.call.args["lines"], list)
    assert len(later.call.args["lines"]) == 1


async def test_a_price_that_has_moved_is_told_with_what_was_added() -> None:
    dearer = line(1, "Idly", 3, 45, delta=1, was="40.00")
    result = await add_to_cart(turn(RecordingDatabase(cart(dearer))), [OrderLine(item="idly")])
    assert result.text(SAY) == (
        "Idly is now ₹45 (was ₹40). Added 1x Idly! You now have 3x Idly. Total: ₹135."
    )


async def test_what_cannot_be_had_is_left_out_beside_a_question() -> None:
    database = Refusing(view(), LATER)
    lines = [OrderLine(item="parotta"), OrderLine(item="biryani")]
    result = await add_to_cart(turn(database), lines)
    assert result.text(SAY).startswith("I left out Parotta: only served 19:00-22:30. Which biryani")


async def test_nothing_but_what_cannot_be_had_is_refused_in_the_refusals_own_words() -> None:
    with pytest.raises(NotServedNow):
        await add_to_cart(turn(Refusing(view(), LATER)), [OrderLine(item="parotta")])


async def test_several_that_cannot_be_had_are_all_named() -> None:
    gone = ItemUnavailable(item="Egg Curry", item_id="egg_curry")
    database = Refusing(view(), LATER, gone)
    lines = [OrderLine(item="parotta"), OrderLine(item="egg curry"), OrderLine(item="biryani")]
    result = await add_to_cart(turn(database), lines)
    assert "I left out Parotta: only served 19:00-22:30." in result.text(SAY)
    assert "I left out Egg Curry: sold out." in result.text(SAY)


async def test_a_choice_only_postgresql_knew_to_be_missing_is_asked_for() -> None:
    """In memory it is noon, but the order is for the evening: the portion has to be said."""
    database = Refusing(view(), OptionRequired(item="Parotta", group="Portion"))
    result = await add_to_cart(turn(database), [OrderLine(item="parotta", quantity=2)])
    assert result.text(SAY) == (
        "Portion for Parotta: which would you like? Half (-₹10), Full (₹50)."
    )
    assert answers(result)["Full"].args == {
        "lines": [{"item": "#20", "quantity": 2, "options": ["#10"]}]
    }


async def test_words_that_fit_no_one_option_of_what_was_mentioned_are_asked_about() -> None:
    database = Refusing(view(), UnknownOption(item="Masala Dosa"))
    result = await add_to_cart(turn(database), [OrderLine(options=["cheese"])])
    assert answers(result)["Cheddar Cheese"].args == {
        "lines": [{"item": "#4", "quantity": 1, "options": ["#7"]}]
    }


async def test_another_one_is_of_the_dish_named_just_before() -> None:
    lines = (
        OrderLine(item="masala dosa", options=["mild"]),
        OrderLine(item="another one", options=["spicy"], without=["onion"]),
        OrderLine(),
    )
    ((_, rows, _),) = await sent(*lines)
    assert rows == [
        row({"item_id": "masala_dosa"}, options=[option("spice", "mild")]),
        row(
            {"item_id": "masala_dosa"},
            options=[option("spice", "spicy")],
            without=[{"group_id": "ingredients", "option_id": "onion"}],
        ),
        row({"last": True}),
    ]


PEANUT: Json = {"kind": "allergen", "what": "peanut", "because": "Cheddar Cheese"}
JAIN: Json = {"kind": "diet", "what": "jain", "because": "Idly"}


def against(index: int, name: str, *conflicts: Json) -> dict[str, Json]:
    item_id = name.lower().replace(" ", "_")
    return {"index": index, "item_id": item_id, "item_name": name, "conflicts": [*conflicts]}


async def test_what_goes_against_the_rules_is_asked_about_beside_what_was_added() -> None:
    after = cart(line(1, "Idly", 2, 40, delta=2), conflicts=[against(0, "Masala Dosa", PEANUT)])
    dosa = OrderLine(item="masala dosa", options=["cheddar"], note="hot")
    result = await add_to_cart(turn(RecordingDatabase(after)), [dosa, IDLIES])
    assert result.asks
    assert result.text(SAY) == (
        "Added 2x Idly. Masala Dosa with Cheddar Cheese contains peanut, "
        "which you told me to avoid. Add it anyway?"
    )
    anyway = Call(
        "add_to_cart",
        {
            "lines": [
                {"item": "#4", "quantity": 1, "options": ["#7"], "note": "hot",
                 "accept": ["allergen:peanut"]}
            ]
        },
    )  # fmt: skip
    assert answers(result) == {
        "Add it anyway": anyway,
        "No, leave it out": Call("small_talk", {"kind": "okay"}),
        "Show what fits": Call("search_menu", {"category": "#c:dosa"}),
    }
    assert (result.if_yes(), result.if_no()) == (anyway, Call("small_talk", {"kind": "okay"}))


async def test_an_accepted_conflict_goes_to_postgresql() -> None:
    line = OrderLine(item="#1", accept=["diet:jain"])
    assert await sent(line) == [
        ("add_to_cart", [row({"item_id": "idly"}, accept=["diet:jain"])], [])
    ]


async def test_several_that_go_against_the_rules_are_one_question() -> None:
    after = view(conflicts=[against(0, "Masala Dosa", PEANUT), against(1, "Idly", JAIN)])
    lines = [OrderLine(item="masala dosa", options=["cheddar"]), IDLIES]
    result = await add_to_cart(turn(RecordingDatabase(after)), lines)
    assert result.text(SAY).endswith("Idly is not marked as Jain. Add them anyway?")
    assert answers(result)["Add them anyway"].args == {
        "lines": [
            {"item": "#4", "quantity": 1, "options": ["#7"], "accept": ["allergen:peanut"]},
            {"item": "#1", "quantity": 2, "accept": ["diet:jain"]},
        ]
    }


async def test_a_question_about_another_dish_carries_what_goes_against_the_rules() -> None:
    """It is not accepted by answering something else: PostgreSQL will tell again."""
    after = view(conflicts=[against(0, "Idly", JAIN)])
    lines = [IDLIES, OrderLine(item="biryani")]
    result = await add_to_cart(turn(RecordingDatabase(after)), lines)
    assert answers(result)["Veg Biryani"].args == {
        "lines": [{"item": "#12", "quantity": 1}, {"item": "#1", "quantity": 2}]
    }


async def test_more_than_a_group_for_several_holds_is_asked_back_one_by_one() -> None:
    result = await asked(OrderLine(item="idly", options=["ghee", "cheddar", "paneer"]))
    assert result.text(SAY) == (
        "You can choose at most 2 of Extras for Idly; you said Ghee, Cheddar Cheese and "
        "Paneer Cheese. Which one shall I leave out?"
    )
    assert answers(result)["Ghee"].args == {
        "lines": [{"item": "#1", "quantity": 1, "options": ["#7", "#8"]}]
    }


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


async def test_a_contradiction_is_asked_about() -> None:
    line = OrderLine(item="masala dosa", options=["extra onion", "spicy"], without=["onion"])
    result = await asked(line)
    assert result.text(SAY) == "Onion: with or without?"
    assert answers(result) == {
        "With Onion": Call(
            "add_to_cart", {"lines": [{"item": "#4", "quantity": 1, "options": ["extra #3", "#2"]}]}
        ),
        "Without Onion": Call(
            "add_to_cart",
            {"lines": [{"item": "#4", "quantity": 1, "options": ["#2"], "without": ["#3"]}]},
        ),
    }


async def test_what_a_dish_does_not_come_with_can_be_left_away() -> None:
    """The dish is known: nothing but its choice is in question."""
    result = await asked(OrderLine(item="large idly", quantity=2))
    assert result.text(SAY) == (
        'I don\'t find "large" among the choices for Idly. Shall I add it as it is?'
    )
    assert result.if_yes() == Call("add_to_cart", {"lines": [{"item": "#1", "quantity": 2}]})


async def test_one_more_but_otherwise_changes_just_that() -> None:
    line = OrderLine(item="one more", options=["spicy"], without=["ghee", "onion", "walnuts"])
    expected = row(
        {"last": True},
        options=[option("spice", "spicy")],
        without=[{"group_id": "ingredients", "option_id": "onion"}],
        note="no walnuts",
        without_options=[{"group_id": "extras", "option_id": "ghee"}],
    )
    assert await sent(line) == [("add_to_cart", [expected], [])]


async def test_a_sign_is_no_pointer_at_the_last_dish() -> None:
    result = await asked(OrderLine(item="🍦", quantity=2), unmet=[{"words": "🍦", "quantity": 2}])
    assert answers(result).keys() <= {"Menu"}
