"""What is said of an order that is placed is read without a model."""

import pytest

from bot.intent.rules.given.placed import find_placed
from bot.intent.rules.parser import parse
from tests.bot.intent.menus import small_menu
from tools.kit.call import Call, Json

MENU = small_menu()
CANCEL: dict[str, dict[str, Json]] = {
    "cancel my order": {},
    "please cancel the order": {},
    "Can you cancel my last order please?": {},
    "I want to cancel my order": {},
    "sorry, cancel my order": {},
    "cancel order 12": {"order_no": 12},
    "cancel order #12 please": {"order_no": 12},
    "please cancel my order number 12": {"order_no": 12},
    "i'd like to cancel order no. 7": {"order_no": 7},
}
RECEIPT: dict[str, dict[str, Json]] = {
    "receipt": {},
    "receipt please": {},
    "can i have the receipt": {},
    "send me the receipt of order 12": {"order_no": 12},
    "I need a tax invoice for my last order": {},
    "the bill of order 12": {"order_no": 12},
}
REFUND = ("refund please", "I want a refund for order 12", "give me my money back")
CHANGE: dict[str, dict[str, Json]] = {
    "change order 12": {"order_no": 12},
    "remove the idly from order 12": {"order_no": 12, "item": "idly", "quantity": 0},
    "please take out masala dosa from my last order": {"item": "masala dosa", "quantity": 0},
    "make it 3 idly in order 12": {"order_no": 12, "item": "idly", "quantity": 3},
    "change idly to 4 in my placed order": {"item": "idly", "quantity": 4},
    "cancel 1 idly from order 12": {"order_no": 12},
    "add a medu vada to order 12": {"order_no": 12},
}
OTHERS = (
    "order 2 idly",
    "cancel the idly",
    "remove the idly",
    "cancel everything",
    "clear my cart",
    "change my order",
    "make it 3",
    "where is my order",
    "order again",
    "add 2 idly to my order",
    "can i pay with a card",
    "bill please",
    "my bill",
)


@pytest.mark.parametrize(
    ("text", "tool", "args"),
    [
        *((text, "cancel_order", args) for text, args in CANCEL.items()),
        *((text, "issue_receipt", args) for text, args in RECEIPT.items()),
        *((text, "change_order", args) for text, args in CHANGE.items()),
        *((text, "payment_help", {}) for text in REFUND),
    ],
)
def test_it_is_one_call(text: str, tool: str, args: dict[str, Json]) -> None:
    assert parse(text, MENU) == (Call(tool, args),)
    given = find_placed(text)
    assert given is not None
    assert (given.call, given.rest) == (Call(tool, args), "")


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_about_something_else_is_left_alone(text: str) -> None:
    assert find_placed(text) is None
