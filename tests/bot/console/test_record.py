"""The JSON of a turn, to the letter: other programs read it."""

import json

from bot.channels.console.record import record
from tests.bot.console.replies import CART, PLACED, UNREACHED


def test_a_turn_that_filled_the_cart() -> None:
    assert json.loads(record("also 1 masala dosa", CART, "INR").model_dump_json()) == {
        "text": "also 1 masala dosa",
        "calls": [
            {"tool": "add_to_cart", "args": {"lines": [{"item": "masala dosa", "quantity": 1}]}}
        ],
        "source": "llm",
        "reply": "Added 1x Masala Dosa! You have 2 items (₹170.50 total). Anything else?",
        "buttons": ["View cart", "Checkout"],
        "cart": {
            "lines": [
                {
                    "item_id": "idly",
                    "name": "Idly",
                    "quantity": 2,
                    "unit_price": "40.00",
                    "options": [],
                    "without": [],
                    "note": None,
                    "line_total": "80.00",
                },
                {
                    "item_id": "masala_dosa",
                    "name": "Masala Dosa",
                    "quantity": 1,
                    "unit_price": "90.50",
                    "options": [
                        {
                            "group": "extras",
                            "option": "ghee",
                            "name": "Ghee",
                            "amount": "extra",
                            "count": 2,
                        }
                    ],
                    "without": [{"group": "ingredients", "option": "onion", "name": "onion"}],
                    "note": "crisp please",
                    "line_total": "90.50",
                },
            ],
            "total": "170.50",
            "currency": "INR",
        },
        "quote": None,
        "order": None,
        "llm": {"calls": 1, "prompt_tokens": 410, "completion_tokens": 31, "ms": 212.346},
        "server_ms": 1.235,
        "session_id": "s1",
    }


def test_the_turn_that_placed_an_order() -> None:
    placed = json.loads(record("!press Cash", PLACED, "INR").model_dump_json())
    assert placed["order"] == {
        "order_id": "00000000-0000-0000-0000-000000000315",
        "order_no": 12,
        "total": "170.50",
        "order_type": "take_away",
        "payment_method": "cash",
    }
    assert placed["cart"] == {"lines": [], "total": "0.00", "currency": "INR"}


def test_a_turn_that_never_reached_the_database() -> None:
    turn = json.loads(record("view cart", UNREACHED, "EUR").model_dump_json())
    assert turn["cart"] == {"lines": [], "total": "0.00", "currency": "EUR"}
    assert (turn["order"], turn["session_id"]) == (None, None)
    assert turn["llm"] == {"calls": 0, "prompt_tokens": 0, "completion_tokens": 0, "ms": 0.0}


def test_one_turn_is_one_line() -> None:
    assert "\n" not in record("a\nb", CART, "INR").model_dump_json()
