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
    "I have to hurry. What sorts of tea do you have?": "search_menu",
    "which starters would you recommend": "search_menu",
    "are your vadas crispy": "search_menu",
    "what rotis do you have": "search_menu",
    "I would like to eat something": "help",
    "we want food": "help",
    "may I order now": "help",
    "could you write down my order": "help",
    "whatever happened to the dinner I ordered, when will it get here": "order_status",
    "I'm still waiting for my food": "order_status",
    "what's in my order": "view_cart",
    "please tell me my order and the total": "view_cart",
    "there is a mistake in my order": "view_cart",
    "check please": "view_cart",
    "how may we pay": "checkout",
    "that should be enough for now, please finalize the order": "checkout",
    "there is nothing wrong with it": "confirm",
    "good to go": "confirm",
    "everything looks perfect, yes": "confirm",
    "that cannot be right": "deny",
    "no, thanks": "deny",
    "we will pay in cash when the food arrives": "choose_payment",
    "cancel that": "abort",
    "quit": "abort",
    "never mind": "abort",
    "see you": "goodbye",
    "goodnight": "goodbye",
    "you have been a great help": "thanks",
    "perhaps": "wait",
    "hold on": "wait",
    "morning": "greeting",
    "how is everything": "greeting",
}
TYPED_WRONG = {
    "chekout": "checkout",
    "2 idly and chekout": "add_to_cart",
    "show me teh menu": "search_menu",
    "pament by cash": "choose_payment",
    "cash on delivry": "choose_payment",
    "wheres my ordr": "order_status",
    "cancle my order": "clear_cart",
    "thnks": "thanks",
}
NO_ORDERS = (
    "give me the news",
    "get the laundry on",
    "do you have hobbies",
    "do you have a table",
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


@pytest.mark.parametrize(("text", "intent"), TYPED_WRONG.items())
def test_a_typing_error_in_a_word_of_the_field_is_mended(text: str, intent: str) -> None:
    assert intent_of(parse(text, MENU)) == intent


def test_another_word_is_not_taken_for_a_typing_error() -> None:
    """Bread is not "read", checks are not the check, and a chart is no cart."""
    for text in ("order me bread", "I ran out of checks", "show me a chart"):
        assert intent_of(parse(text, MENU)) not in ("view_cart", "order_status"), text


def test_what_is_taken_back_at_the_end_is_not_done() -> None:
    assert intent_of(parse("2 idly, no, stop", MENU)) == "abort"


@pytest.mark.parametrize(
    "text", ["can we have the bill", "order summary please", "take care", "the order looks great"]
)
def test_words_of_the_field_are_no_dish(text: str) -> None:
    assert "add_to_cart" not in {call.tool for call in parse(text, MENU)}


def test_we_would_is_no_wednesday() -> None:
    assert "choose_pickup_time" not in {call.tool for call in parse("we'd like to pay", MENU)}
    assert intent_of(parse("for wed at 9", MENU)) == "choose_pickup_time"


@pytest.mark.parametrize("text", NO_ORDERS)
def test_a_wish_that_is_no_dish_is_no_order(text: str) -> None:
    assert {call.tool for call in parse(text, MENU)} == {"not_understood"}


@pytest.mark.parametrize("text", ["2 pizza please", "I want a burger", "can I get a caesar salad"])
def test_a_dish_the_menu_has_not_is_still_an_order(text: str) -> None:
    assert [call.tool for call in parse(text, MENU)] == ["add_to_cart"]
