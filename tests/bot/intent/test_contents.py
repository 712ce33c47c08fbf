"""What is asked to be in a dish is never ordered: it may be what somebody must not eat."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call

MENU = small_menu()
POINTED = (
    "any peanuts in that?",
    "any onion in it?",
    "any chutney with it?",
    "is there any chutney with that",
    "is there onion in them?",
    "wait, are there any onions in this?",
    "2 idly, any onion in that?",
    "any onions inside it please",
    "got any onion in there?",
)
NAMED = ("any onion in the idly", "is there onion in the idly?", "are there any nuts in your idly?")
NOT_ASKED = {
    "any tea?": "search_menu",
    "2 idly with no onion in it": "add_to_cart",
    "2 idly and a tea": "add_to_cart",
    "I don't want any onion in it": "update_item",
}


def read(text: str) -> tuple[Call, ...]:
    return in_words(parse(text, MENU), MENU)


@pytest.mark.parametrize("text", POINTED)
def test_what_is_pointed_at_is_not_known(text: str) -> None:
    assert read(text) == (Call("not_understood"),)


@pytest.mark.parametrize("text", NAMED)
def test_a_dish_that_is_named_is_shown(text: str) -> None:
    assert read(text) == (Call("search_menu", {"query": "idly"}),)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_else_is_said_of_any(text: str) -> None:
    assert [call.tool for call in read(text)] == [NOT_ASKED[text]]
