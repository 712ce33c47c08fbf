"""The tools that show and change what is in the cart."""

from dataclasses import replace

import pytest

from tests.speech import PlainSpeech
from tests.support.menus import menu_of
from tests.tools.turns import RecordingDatabase, Refusing, cart, line, turn, view
from tools.customer.clear_cart import clear_cart
from tools.customer.remove_from_cart import remove_from_cart
from tools.customer.set_quantity import set_quantity
from tools.customer.update_item import update_item
from tools.customer.view_cart import view_cart
from tools.kit.call import Call, Json
from tools.kit.errors import BadArguments, LineNotFound, UnknownOption
from tools.kit.result import CartCard
from tools.results.added import Asked

SAY = PlainSpeech()
IDLY: Json = {"item_ids": ["idly"], "also": ["ghee_podi_idly"]}
SPICY: Json = {"group_id": "spice", "option_id": "spicy", "name": "Spicy"}
TWO_DOSAS = cart(
    line(1, "Masala Dosa", 1, 80),
    line(2, "Masala Dosa", 1, 80, options=[SPICY]),
    line(4, "Idly", 1, 40),
    ask_lines=[1, 2],
)


async def test_the_cart_is_shown_with_its_total() -> None:
    after = cart(line(1, "Idly", 2, 40), line(2, "Masala Dosa", 1, 80))
    result = await view_cart(turn(RecordingDatabase(after)))
    assert result.text(SAY) == (
        "Your cart: 2x Idly (₹80), 1x Masala Dosa (₹80). Total: ₹160. Ready to checkout?"
    )
    card = result.card(SAY)
    assert isinstance(card, CartCard)
    assert card.editable
    labels = [button.label for row in result.buttons(SAY) for button in row]
    assert labels == ["Checkout", "Menu", "Clear cart"]


async def test_an_empty_cart_is_no_error() -> None:
    result = await view_cart(turn(RecordingDatabase(view())))
    assert result.text(SAY) == 'Your cart is empty. Tell me what you would like, or say "menu".'
    assert [button.label for row in result.buttons(SAY) for button in row] == ["Menu"]


async def test_an_order_that_is_placed_is_not_said_to_be_cancelled() -> None:
    result = await clear_cart(turn(RecordingDatabase(view(step="order_placed"))))
    assert result.text(SAY) == 'Your cart is empty. To cancel an order, say "cancel my order".'
    assert [button.label for row in result.buttons(SAY) for button in row] == ["Menu", "My orders"]


async def test_clearing() -> None:
    database = RecordingDatabase(view())
    result = await clear_cart(turn(database))
    assert database.calls == [("clear_cart",)]
    assert "empty" in result.text(SAY)


@pytest.mark.parametrize(
    ("words", "line_no", "ref"),
    [
        (None, None, {"last": True}),
        ("it", None, {"last": True}),
        ("the second one", None, {"position": 2}),
        ("idly", None, {"item_ids": ["idly"], "also": ["ghee_podi_idly"]}),
        ("all idly", None, {"all": True, "item_ids": ["idly"], "also": ["ghee_podi_idly"]}),
        ("all of them", None, {"all": True}),
        ("everything except the medu vada", None, {"all": True, "except": ["medu_vada"]}),
        ("biryani", None, {"item_ids": ["veg_biryani", "chicken_biryani"]}),
        ("veg curry", None, {"item_ids": ["egg_curry"]}),
        (None, 3, {"line_no": 3}),
        ("idly", 3, {"line_no": 3}),
    ],
)
async def test_which_line_is_meant_is_for_the_cart_to_decide(
    words: str | None, line_no: int | None, ref: dict[str, Json]
) -> None:
    database = RecordingDatabase(cart(line(1, "Idly", 3, 40, delta=2)))
    result = await set_quantity(turn(database), 3, words, line_no)
    assert database.calls == [("set_quantity", ref, 3)]
    assert result.text(SAY) == "Idly is now 3x. Total: ₹120."


async def test_a_dish_nobody_knows_is_not_in_the_cart() -> None:
    database = RecordingDatabase(view())
    with pytest.raises(LineNotFound):
        await set_quantity(turn(database), 3, "pizza")
    assert database.calls == []


@pytest.mark.parametrize(
    ("items", "quantity", "sent", "after", "sentence"),
    [
        (
            ["idly"],
            1,
            [IDLY],
            cart(line(1, "Idly", 1, 40, delta=-1), line(2, "Medu Vada", 1, 40)),
            "Removed 1x Idly. Your total is now ₹80.",
        ),
        (
            ["idly", "medu vada"],
            None,
            [IDLY, {"item_ids": ["medu_vada"]}],
            cart(line(1, "Idly", 0, 40, delta=-2), line(2, "Medu Vada", 0, 40, delta=-1)),
            "Removed 2x Idly and 1x Medu Vada. Your cart is empty now.",
        ),
        (
            None,
            None,
            [{"last": True}],
            cart(line(1, "Idly", 0, 40, delta=-2), line(2, "Medu Vada", 1, 40)),
            "Removed 2x Idly. Your total is now ₹40.",
        ),
    ],
)
async def test_removing(
    items: list[str] | None,
    quantity: int | None,
    sent: list[Json],
    after: dict[str, Json],
    sentence: str,
) -> None:
    database = RecordingDatabase(after)
    result = await remove_from_cart(turn(database), items, quantity)
    assert database.calls == [("remove_from_cart", sent, quantity)]
    assert result.text(SAY) == sentence


async def test_several_lines_of_a_dish_are_asked_about() -> None:
    result = await remove_from_cart(turn(RecordingDatabase(TWO_DOSAS)), ["masala dosa"], 1)
    assert result.asks
    assert result.text(SAY) == "Which one do you mean?"
    buttons = [button for row in result.buttons(SAY) for button in row]
    assert [(button.label, button.call) for button in buttons] == [
        ("Masala Dosa", Call("remove_from_cart", {"quantity": 1, "line": 1})),
        ("Masala Dosa (Spicy)", Call("remove_from_cart", {"quantity": 1, "line": 2})),
    ]


async def test_the_question_keeps_what_was_to_be_done() -> None:
    wider = await set_quantity(turn(RecordingDatabase(TWO_DOSAS)), 4, "masala dosa")
    other = await update_item(turn(RecordingDatabase(TWO_DOSAS)), "masala dosa", ["spicy"])
    assert wider.buttons(SAY)[1][0].call == Call("set_quantity", {"quantity": 4, "line": 2})
    assert other.buttons(SAY)[0][0].call == Call("update_item", {"options": ["spicy"], "line": 1})


async def test_a_line_is_changed() -> None:
    changed = line(1, "Masala Dosa", 1, 80, delta=0, options=[SPICY])
    database = RecordingDatabase(cart(changed))
    result = await update_item(
        turn(database), "masala dosa", ["spicy"], ["onion", "ghee", "walnuts"], "quick"
    )
    change = {
        "options": [{"group_id": "spice", "option_id": "spicy", "amount": None, "count": 1}],
        "without": [{"group_id": "ingredients", "option_id": "onion"}],
        "without_options": [{"group_id": "extras", "option_id": "ghee"}],
        "note": "no walnuts, quick",
    }
    dosa = {"item_ids": ["masala_dosa"], "also": ["mysore_masala_dosa"]}
    assert database.calls == [("update_item", dosa, change)]
    assert result.text(SAY) == "Changed to 1x Masala Dosa (Spicy). Total: ₹80."


async def test_a_change_of_what_was_mentioned_last_uses_the_whole_menu() -> None:
    database = RecordingDatabase(cart(line(1, "Filter Coffee", 1, 30, delta=0)))
    await update_item(turn(database), options=["oat milk"])
    (function, ref, change) = database.calls[0]
    assert (function, ref) == ("update_item", {"last": True})
    assert isinstance(change, dict)
    assert change["options"] == [
        {"group_id": "milk", "option_id": "oat_milk", "amount": None, "count": 1}
    ]


async def test_a_change_that_fits_several_options_is_asked_about() -> None:
    database = RecordingDatabase(view())
    result = await update_item(turn(database), "masala dosa", ["cheese"], ["onion"])
    assert database.calls == [("record_turn",)]
    assert result.asks
    assert result.buttons(SAY)[0][0].call == Call(
        "update_item", {"item": "masala dosa", "without": ["#3"], "options": ["#7"]}
    )


@pytest.mark.parametrize(
    ("options", "unknown"), [(["blue cheese"], "blue cheese"), (["spicy", "walnuts"], "walnuts")]
)
async def test_a_change_the_dish_does_not_know_says_what_it_knows(
    options: list[str], unknown: str
) -> None:
    database = RecordingDatabase(view())
    result = await update_item(turn(database), "masala dosa", options)
    assert result.text(SAY) == (
        f'I don\'t find "{unknown}" among the choices for Masala Dosa, so I changed nothing. '
        "You can choose: Mild, Spicy, Onion, Garlic, Green Chilli, Ghee, Cheddar Cheese, "
        "Paneer Cheese."
    )
    assert database.calls == [("record_turn",)]


async def test_two_choices_of_a_group_for_one_are_asked_about() -> None:
    database = RecordingDatabase(view())
    result = await update_item(turn(database), "masala dosa", ["mild", "spicy"], note="hot")
    assert result.text(SAY) == (
        "You can choose at most 1 of Spice for Masala Dosa; you said Mild and Spicy. "
        "Which one would you like?"
    )
    assert result.buttons(SAY)[0][1].call == Call(
        "update_item",
        {"item": "masala dosa", "without": [], "note": "hot", "options": ["#2"]},
    )


async def test_words_only_postgresql_could_place_are_asked_about_when_it_could_not() -> None:
    database = Refusing(view(), UnknownOption(item="Masala Dosa"))
    result = await update_item(turn(database), options=["cheese"])
    assert [call[0] for call in database.calls] == ["update_item", "record_turn"]
    assert result.text(SAY).startswith("Cheese for Masala Dosa: which would you like?")
    with pytest.raises(UnknownOption):
        await update_item(turn(Refusing(view(), UnknownOption(item="?"))), options=["cheese"])


async def test_a_press_can_take_back_what_was_chosen_or_left_out() -> None:
    database = RecordingDatabase(cart(line(1, "Masala Dosa", 1, 80, delta=0)))
    await update_item(turn(database), options=["extra #4", "usual #3", "no #5"], line=1)
    change = {
        "options": [
            {"group_id": "ingredients", "option_id": "garlic", "amount": "extra", "count": 1}
        ],
        "without": [{"group_id": "ingredients", "option_id": "green_chilli"}],
        "without_options": [{"group_id": "ingredients", "option_id": "onion"}],
        "note": None,
    }
    assert database.calls == [("update_item", {"line_no": 1}, change)]


async def test_a_change_against_the_rules_is_asked_about() -> None:
    told: list[Json] = [{"kind": "allergen", "what": "dairy", "because": "Ghee"}]
    conflict: Json = {
        "index": 0, "item_id": "masala_dosa", "item_name": "Masala Dosa", "conflicts": told,
    }  # fmt: skip
    database = RecordingDatabase(view(conflicts=[conflict]))
    result = await update_item(turn(database), "masala dosa", ["ghee"])
    assert result.text(SAY) == (
        "Masala Dosa with Ghee contains dairy, which you told me to avoid. Change it anyway?"
    )
    anyway = result.buttons(SAY)[0][0]
    assert anyway.label == "Change it anyway"
    assert anyway.call == Call(
        "update_item",
        {"item": "masala dosa", "options": ["ghee"], "accept": ["allergen:dairy"]},
    )
    accepted = RecordingDatabase(cart(line(1, "Masala Dosa", 1, 80, delta=0)))
    await update_item(turn(accepted), "masala dosa", ["ghee"], accept=["allergen:dairy"])
    (call,) = accepted.calls
    assert isinstance(call[2], dict)
    assert call[2]["accept"] == ["allergen:dairy"]


async def test_more_of_what_goes_against_the_rules_is_asked_about() -> None:
    told: Json = [{"kind": "allergen", "what": "peanut", "because": "Masala Dosa"}]
    conflict: Json = {
        "index": 0,
        "line_no": 2,
        "item_id": "masala_dosa",
        "item_name": "Masala Dosa",
        "conflicts": told,
    }
    kept = cart(line(1, "Idly", 2, 40), line(2, "Masala Dosa", 2, 80, conflicts=told))
    database = RecordingDatabase({**kept, "conflicts": [conflict]})
    result = await set_quantity(turn(database), 5, line=2)
    assert result.text(SAY) == (
        "Masala Dosa contains peanut, which you told me to avoid. Change it anyway?"
    )
    anyway = result.buttons(SAY)[0][0].call
    assert anyway.tool == "add_to_cart"
    lines = anyway.args["lines"]
    assert isinstance(lines, list)
    (more,) = lines
    assert isinstance(more, dict)
    assert (more["quantity"], more["accept"]) == (3, ["allergen:peanut"])
    assert isinstance(result, Asked)
    assert result.if_yes() == anyway


async def test_a_cart_for_later_says_for_when() -> None:
    tomorrow = cart(line(1, "Idly", 2, 40), pickup_at="2026-01-19T09:00:00+00:00")
    result = await view_cart(turn(RecordingDatabase(tomorrow)))
    assert result.text(SAY).splitlines()[0] == "For tomorrow 09:00:"
    passed = cart(line(1, "Idly", 2, 40), pickup_at="2026-01-18T09:00:00+00:00")
    assert "For" not in (await view_cart(turn(RecordingDatabase(passed)))).text(SAY)


async def test_what_keeps_the_cart_from_being_ordered_is_marked_and_has_a_way_out() -> None:
    told: list[Json] = [{"kind": "allergen", "what": "peanut", "because": "Idly"}]
    database = RecordingDatabase(
        cart(
            line(1, "Idly", 2, 40, conflicts=told),
            line(2, "Medu Vada", 1, 45, refusal={"reason": "not_served", "when": "07:00-11:30"}),
            dietary={"allergens": ["peanut"], "diets": ["jain"]},
        )
    )
    result = await view_cart(turn(database))
    assert result.text(SAY) == (
        "⚠ ALLERGY: peanut. DIET: Jain\n"
        "Your cart: 2x Idly (₹80) ⚠ contains peanut, "
        "1x Medu Vada (₹45) ⚠ only served 07:00-11:30. Total: ₹125. "
        "Please look at what is marked before you check out."
    )
    assert [[button.label for button in row] for row in result.buttons(SAY)][:2] == [
        ["Keep Idly anyway", "Remove Idly"],
        ["Remove Medu Vada"],
    ]
    assert result.buttons(SAY)[0][0].call == Call("accept_conflict", {"line": 1})
    assert result.if_yes() is None


async def test_lines_of_one_dish_are_kept_or_removed_by_their_full_name() -> None:
    told: list[Json] = [{"kind": "allergen", "what": "peanut", "because": "Idly"}]
    made: list[Json] = [{"group_id": "e", "option_id": "g", "name": "Ghee"}]
    rich = line(2, "Idly", 1, 60, options=made, conflicts=told)
    result = await view_cart(turn(RecordingDatabase(cart(line(1, "Idly", 1, 40), rich))))
    assert [button.label for button in result.buttons(SAY)[0]] == [
        "Keep Idly (Ghee) anyway",
        "Remove Idly (Ghee)",
    ]


async def test_a_change_of_nothing_is_refused() -> None:
    with pytest.raises(BadArguments):
        await update_item(turn(RecordingDatabase(view())), "masala dosa")


async def test_a_line_whose_choice_is_gone_is_marked_and_not_ready() -> None:
    gone: Json = {"reason": "option", "item": "Ghee"}
    database = RecordingDatabase(cart(line(1, "Idly", 1, 40, refusal=gone)))
    result = await view_cart(turn(database))
    assert "Ghee can no longer be had" in result.text(SAY)
    assert "Ready to checkout?" not in result.text(SAY)
    assert result.if_yes() is None


async def test_what_only_an_extra_is_called_after_is_left_out_by_the_kitchen() -> None:
    names = ("Extra Chutney", "Butter")
    group: Json = {
        "id": "extras",
        "name": "Extras",
        "options": [
            {"no": no, "id": name.lower(), "name": name, "aliases": []}
            for no, name in enumerate(names, 1)
        ],
    }
    idly: Json = {
        "no": 1, "id": "idly", "name": "Idly", "category": "all", "price": "40.00",
        "groups": ["extras"],
    }  # fmt: skip
    categories: Json = [{"id": "all", "name": "Tiffin"}]
    menu = menu_of({"categories": categories, "items": [idly], "groups": [group]})
    database = RecordingDatabase(cart(line(1, "Idly", 1, 40, delta=0, note="no chutney")))
    result = await update_item(replace(turn(database), menu=menu), without=["chutney", "butter"])
    off: Json = [{"group_id": "extras", "option_id": name.lower()} for name in names]
    ((_, ref, change),) = database.calls
    assert ref == {"last": True}
    assert change == {"options": [], "without": [], "without_options": off, "note": "no chutney"}
    assert result.text(SAY) == 'Changed to 1x Idly ("no chutney"). Total: ₹40.'
