"""What is said beside ordering, and what is no order whatever its words."""

import pytest

from bot.evaluate.intents import intent_of
from bot.intent.rules.parser import parse
from tests.bot.intent.menus import small_menu

MENU = small_menu()

REMARKS = {
    "thank you so much Priya, that was kind of you": "thanks",
    "you have a wonderful evening now": "goodbye",
    "hey how's your day going": "greeting",
    "yes, that all looks right to me": "confirm",
    "no, that is not what I said": "deny",
    "give me a minute please": "wait",
    "could you tell me when my order will get here": "order_status",
    "has the food left yet": "order_status",
    "please take my order": "help",
    "what kind of things may I ask you": "help",
    "could you read me back my order so I can check": "view_cart",
    "how much do I have to pay for all that": "view_cart",
    "I would like to change something in my order": "view_cart",
    "well that will be the end of my order, please confirm": "checkout",
    "can I get the menu one more time": "search_menu",
    "I was wondering what kinds of dosa you offer": "search_menu",
    "no, not the vada. what sorts of tea do you have here": "search_menu",
    "can you tell me what comes in the masala dosa": "search_menu",
}
NO_ORDERS = (
    "I need to report a lost wallet",
    "please give me my umbrella",
    "I want to find a good plumber",
    "get me a taxi",
    "I would like to send a letter to my aunt",
    "add it to my list of things to do",
)


@pytest.mark.parametrize(("text", "intent"), REMARKS.items())
def test_a_remark_is_known_by_what_it_holds(text: str, intent: str) -> None:
    assert intent_of(parse(text, MENU)) == intent


@pytest.mark.parametrize("text", NO_ORDERS)
def test_a_wish_that_is_no_dish_is_no_order(text: str) -> None:
    assert {call.tool for call in parse(text, MENU)} == {"not_understood"}


@pytest.mark.parametrize("text", ["2 pizza please", "I want a burger", "can I get a caesar salad"])
def test_a_dish_the_menu_has_not_is_still_an_order(text: str) -> None:
    assert [call.tool for call in parse(text, MENU)] == ["add_to_cart"]
