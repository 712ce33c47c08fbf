"""set_dietary_rules, keep_dietary_rules, accept_conflict: what is stored and what is said of it."""

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, cart, line, turn, view
from tools.customer.accept_conflict import accept_conflict
from tools.customer.keep_dietary_rules import keep_dietary_rules
from tools.customer.set_dietary_rules import set_dietary_rules
from tools.kit.call import Call, Json
from tools.kit.result import Result
from tools.results.dietary import RulesForgotten, RulesNoted, RulesShown, WhichRule

SAY = PlainSpeech()
FORGET = Call("set_dietary_rules", {"rules": "forget"})
DAIRY: Json = {"allergens": ["dairy"], "diets": [], "unchecked": []}
CLASH: Json = [{"kind": "allergen", "what": "dairy", "because": "Ghee Dosa"}]


def labels(result: Result) -> list[str]:
    return [button.label for row in result.buttons(SAY) for button in row]


async def test_an_allergy_is_noted_with_the_offer_to_remember_it() -> None:
    database = RecordingDatabase(view(dietary=DAIRY))
    result = await set_dietary_rules(turn(database), "I'm allergic to milk")
    assert database.calls == [("set_dietary_rules", ["dairy"], [], [])]
    assert result.text(SAY) == (
        "Noted: no dairy. I'll show only what fits, and ask before anything else is added."
    )
    assert labels(result) == ["Remember for next time", "Forget", "Menu"]
    assert result.buttons(SAY)[0][0].call == Call("keep_dietary_rules")
    assert result.buttons(SAY)[0][1].call == FORGET


async def test_what_the_menu_does_not_mark_is_said_to_be_unchecked() -> None:
    database = RecordingDatabase(view(dietary={"unchecked": ["garlic"]}))
    result = await set_dietary_rules(turn(database), "allergic to garlic")
    assert database.calls == [("set_dietary_rules", [], [], ["garlic"])]
    assert result.text(SAY) == (
        "Noted: no garlic. Our menu does not mark garlic, so I can't check dishes for it; it will "
        "stand on your order for the kitchen. Please also tell the shop."
    )


async def test_nuts_are_two_allergens_and_it_is_said() -> None:
    database = RecordingDatabase(view(dietary={"unchecked": ["tree_nut", "peanut"]}))
    result = await set_dietary_rules(turn(database), "no nuts, allergy")
    assert database.calls == [("set_dietary_rules", [], [], ["tree_nut", "peanut"])]
    assert "Noted: no tree nut; no peanut." in result.text(SAY)
    assert "can't check dishes for them" in result.text(SAY)


async def test_a_diet_no_dish_is_marked_with_is_said_to_be_asked_about_each_time() -> None:
    database = RecordingDatabase(view(dietary={"diets": ["halal"]}))
    result = await set_dietary_rules(turn(database), "halal only")
    assert database.calls == [("set_dietary_rules", [], ["halal"], [])]
    assert "Our menu marks no dish as halal, so I'll ask each time." in result.text(SAY)
    veg = RecordingDatabase(view(dietary={"diets": ["veg"]}))
    vegetarian = await set_dietary_rules(turn(veg), "vegetarian only")
    assert "marks no dish" not in vegetarian.text(SAY)


async def test_lines_that_do_not_fit_any_more_can_be_kept_or_removed() -> None:
    clashing = line(3, "Ghee Dosa", 1, 90, conflicts=CLASH)
    database = RecordingDatabase(cart(line(1, "Idly", 1, 40), clashing, dietary=DAIRY))
    result = await set_dietary_rules(turn(database), "lactose intolerant")
    assert "Ghee Dosa contains dairy, which you told me to avoid." in result.text(SAY)
    keep, remove = result.buttons(SAY)[0]
    assert (keep.label, keep.call) == (
        "Keep Ghee Dosa anyway",
        Call("accept_conflict", {"line": 3}),
    )
    assert (remove.label, remove.call) == (
        "Remove Ghee Dosa",
        Call("remove_from_cart", {"line": 3}),
    )


async def test_what_is_remembered_is_not_offered_to_be_remembered() -> None:
    kept: Json = {"allergens": ["dairy"], "kept": True}
    result = await set_dietary_rules(turn(RecordingDatabase(view(dietary=kept))), "no milk")
    assert isinstance(result, RulesNoted)
    assert "I'll remember it for next time." in result.text(SAY)
    assert labels(result) == ["Forget", "Menu"]


@pytest.mark.parametrize("words", ["forget my allergies", "I'm not allergic", "no allergies"])
async def test_all_rules_are_forgotten_together(words: str) -> None:
    database = RecordingDatabase(view())
    result = await set_dietary_rules(turn(database), words)
    assert isinstance(result, RulesForgotten)
    assert database.calls == [("set_dietary_rules", [], [], [])]
    assert "I no longer check dishes" in result.text(SAY)


async def test_one_rule_taken_back_is_a_question() -> None:
    rules: Json = {"allergens": ["dairy"], "diets": ["jain"]}
    database = RecordingDatabase(view(dietary=rules))
    result = await set_dietary_rules(turn(database), "I'm not allergic to milk")
    assert isinstance(result, RulesShown)
    assert database.calls == [("record_turn",)]
    assert result.text(SAY) == (
        "So far I keep to: no dairy and Jain. I can only forget all of it together. Shall I?"
    )
    assert result.asks
    assert result.if_yes() == FORGET


@pytest.mark.parametrize("words", ["", "I'm allergic", "if I were allergic to milk"])
async def test_an_allergy_to_nothing_named_is_asked_about(words: str) -> None:
    database = RecordingDatabase(view())
    result = await set_dietary_rules(turn(database), words)
    assert isinstance(result, WhichRule)
    assert database.calls == [("record_turn",)]
    assert result.asks
    assert labels(result) == ["No dairy", "Vegetarian with egg", "Vegetarian", "Menu"]
    assert result.buttons(SAY)[0][0].call == Call("set_dietary_rules", {"rules": "dairy"})


async def test_each_offered_rule_is_understood_when_it_is_pressed() -> None:
    result = await set_dietary_rules(turn(RecordingDatabase(view())), "")
    asked = []
    for offered in result.buttons(SAY)[0]:
        database = RecordingDatabase(view())
        await set_dietary_rules(turn(database), str(offered.call.args["rules"]))
        asked += database.calls
    assert asked == [
        ("set_dietary_rules", ["dairy"], [], []),
        ("set_dietary_rules", [], ["egg"], []),
        ("set_dietary_rules", [], ["veg"], []),
    ]


async def test_a_repetition_after_all_was_forgotten_says_so() -> None:
    result = await set_dietary_rules(turn(RecordingDatabase(view(replayed=True))), "no milk")
    assert result.text(SAY) == "I have noted no allergy or diet of yours."


async def test_remembering_is_agreed_to_by_a_button() -> None:
    database = RecordingDatabase(view(dietary={"allergens": ["dairy"], "kept": True}))
    result = await keep_dietary_rules(turn(database))
    assert database.calls == [("keep_dietary_rules",)]
    assert result.text(SAY).startswith("I'll remember it for next time: no dairy.")


async def test_a_line_is_kept_by_the_customers_own_word() -> None:
    kept = line(3, "Ghee Dosa", 1, 90, delta=0, accepted=["allergen:dairy", "diet:jain"])
    database = RecordingDatabase(cart(kept, dietary=DAIRY))
    result = await accept_conflict(turn(database), 3)
    assert database.calls == [("accept_conflict", 3)]
    assert result.text(SAY) == (
        "All right, Ghee Dosa stays: your order will say that you accepted it (dairy, Jain). "
        "Total: ₹90."
    )
