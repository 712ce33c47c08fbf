"""What is said of allergies and diets is found in any message, and no model can lose it."""

import pytest

from bot.intent.rules.given.dietary import find_statement, in_order, never_lost
from bot.intent.rules.parser import parse
from bot.intent.rules.words.tokens import said, tokenize
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call, Json

MENU = small_menu()
NOT_UNDERSTOOD = Call("not_understood")


def rules(words: str) -> Call:
    return Call("set_dietary_rules", {"rules": words})


def add(quantity: int, item: str, **choices: list[Json]) -> Call:
    return Call("add_to_cart", {"lines": [{"quantity": quantity, "item": item, **choices}]})


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("I'm allergic to peanuts", "I'm allergic to peanuts", ""),
        ("2 dosa, I'm allergic to peanuts", "I'm allergic to peanuts", "2 dosa"),
        ("2 dosa and I'm allergic to peanuts", "I'm allergic to peanuts", "2 dosa and"),
        ("I'm allergic to nuts and want 2 dosa", "I'm allergic to nuts", "and want 2 dosa"),
        ("I'm allergic to milk, eggs, 2 idly", "I'm allergic to milk eggs", "2 idly"),
        ("allergic to garlic and mushrooms", "allergic to garlic and mushrooms", ""),
        ("alergic to penuts", "alergic to penuts", ""),
        ("allergy: peanuts", "allergy peanuts", ""),
        ("nut allergy here, one vada please", "nut allergy here", "one vada please"),
        (
            "my son has a severe peanut and sesame allergy",
            "my son has a severe peanut and sesame allergy",
            "",
        ),
        ("we're lactose intolerant", "we're lactose intolerant", ""),
        ("I'm coeliac", "I'm coeliac", ""),
        ("I can't eat prawns", "I can't eat prawns", ""),
        ("we don't eat onion and garlic", "we don't eat onion and garlic", ""),
        ("we avoid onion and garlic", "we avoid onion and garlic", ""),
        ("we are Jain", "we are Jain", ""),
        ("I'm vegetarian so give me 2 idly", "I'm vegetarian", "so give me 2 idly"),
        ("only veg please", "only veg please", ""),
        ("no nuts please I'm allergic", "nuts; I'm allergic", ""),
        ("no nuts please, allergy", "nuts; allergy", ""),
        ("2 dosa no nuts, I'm allergic", "nuts; I'm allergic", "2 dosa no nuts"),
        (
            "a pizza, leave off the mushrooms, I think I'm allergic to them",
            "the mushrooms; I think I'm allergic to them",
            "a pizza leave off the mushrooms",
        ),
        ("what can I eat, I'm allergic to nuts", "I'm allergic to nuts", "what can I eat"),
        ("I would like 2 dosa I'm allergic to nuts", "I'm allergic to nuts", "I would like 2 dosa"),
        ("I'm allergic to nuts and my wife is vegan", "I'm allergic to nuts; my wife is vegan", ""),
        ("forget my allergies", "forget my allergies", ""),
        ("2 idly, I'm not allergic", "I'm not allergic", "2 idly"),
        ("I don't have any allergies", "I don't have any allergies", ""),
    ],
)
def test_a_statement_is_found_and_the_rest_kept(text: str, words: str, rest: str) -> None:
    stated = find_statement(tokenize(text))
    assert stated is not None
    assert (stated.words, said(stated.rest)) == (words, rest)


@pytest.mark.parametrize(
    "text",
    [
        "no onion",
        "2 masala dosa, no onion",
        "I don't want nuts",
        "a pizza with ham but avoid tuna",
        "I need to avoid onions on that",
        "does the vada contain nuts",
        "is the dosa vegan?",
        "what is vegan",
        "a vegan burger with extra onions",
        "2 veg biryani",
        "do you sell any gluten-free food",
        "if I were allergic to peanuts",
        "what if I'm allergic to peanuts?",
        "do you have anything for a nut allergy",
        "is it ok for someone allergic to nuts",
        "tell him not to worry about my food allergies, I bring my own",
        "forget it",
        "cancel my order",
        "I can't eat that much",
        "",
    ],
)
def test_what_states_nothing_sets_nothing(text: str) -> None:
    assert find_statement(tokenize(text)) is None


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("2 idly, I'm allergic to nuts", (rules("I'm allergic to nuts"), add(2, "idly"))),
        ("hi, we are jain", (rules("we are jain"),)),
        ("no nuts please I'm allergic", (rules("nuts; I'm allergic"),)),
        (
            "1 masala dosa without onion, I'm allergic",
            (rules("onion; I'm allergic"), add(1, "masala dosa", without=["onion"])),
        ),
        (
            "I'm allergic to nuts, is the masala dosa ok?",
            (
                rules("I'm allergic to nuts"),
                Call("not_understood", {"about": "masala dosa"}),
            ),
        ),
    ],
)
def test_the_rules_come_first_whatever_the_rest_is(text: str, calls: tuple[Call, ...]) -> None:
    assert in_words(parse(text, MENU), MENU) == calls


def test_a_removal_is_no_rule() -> None:
    assert parse("no onion", MENU) == (Call("update_item", {"without": ["onion"]}),)


def test_what_a_model_left_out_is_put_back() -> None:
    text = "2 dosa, I'm allergic to peanuts"
    assert never_lost([add(2, "dosa")], text) == (rules("I'm allergic to peanuts"), add(2, "dosa"))


def test_a_model_that_only_took_something_off_is_set_right() -> None:
    removal = Call("update_item", {"without": ["nuts"]})
    assert never_lost([removal], "no nuts please I'm allergic") == (rules("nuts; I'm allergic"),)
    assert never_lost([NOT_UNDERSTOOD], "I'm allergic to nuts") == (rules("I'm allergic to nuts"),)


def test_both_readings_of_a_statement_count() -> None:
    text = "I'm allergic to peanuts. Shellfish is no good for my son either"
    both = never_lost([rules("peanuts, shellfish")], text)
    assert both[0] == rules("peanuts, shellfish; I'm allergic to peanuts")


def test_a_denial_is_not_turned_round_by_a_model() -> None:
    assert never_lost([rules("peanuts")], "I'm not allergic to peanuts") == (
        rules("I'm not allergic to peanuts"),
    )


def test_the_rules_and_the_time_come_before_what_they_decide() -> None:
    later = Call("choose_pickup_time", {"when": "tomorrow at 9"})
    jain = rules("jain")
    assert in_order([add(2, "idly"), later, jain, Call("checkout")]) == (
        jain,
        later,
        add(2, "idly"),
        Call("checkout"),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no nuts", "no nuts"),
        ("please no nuts", "please no nuts"),
        ("no gluten please", "no gluten please"),
        ("without peanuts please", "without peanuts please"),
        ("vegan please", "vegan please"),
        ("halal", "halal"),
        ("nut free please", "nut free please"),
        ("nuts make me sick", "nuts"),
        ("I have coeliac disease", "I have coeliac disease"),
        ("I'm lactose-intolerant and gluten-free", "I'm lactose intolerant and gluten free"),
    ],
)
def test_a_message_that_says_nothing_else_is_a_rule(text: str, words: str) -> None:
    assert parse(text, MENU) == (rules(words),)


@pytest.mark.parametrize("text", ["what am I allergic to?", "remember my allergies"])
def test_asking_for_the_rules_shows_them(text: str) -> None:
    assert parse(text, MENU) == (Call("set_dietary_rules"),)


def test_one_dish_without_nuts_is_no_rule() -> None:
    assert "set_dietary_rules" not in {call.tool for call in parse("1 vada, no nuts", MENU)}
