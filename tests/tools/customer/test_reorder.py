"""reorder: an old order again, at today's prices, and everything told that is not as it was."""

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, cart, line, turn
from tools.customer.reorder import reorder
from tools.kit.call import Call, Json

SAY = PlainSpeech()
GHEE: Json = {"group_id": "extras", "option_id": "ghee", "name": "Ghee"}
ONION: Json = {"group_id": "ingredients", "option_id": "onion", "name": "Onion"}
OLD: dict[str, Json] = {
    "order_id": "0197f0e2-b5c1-7bd4-a3a5-a4b6c1d2e3f4",
    "order_no": 12,
    "status": "completed",
    "order_type": "take_away",
    "payment_method": "cash",
    "total": "180.00",
    "created_at": "2026-01-10T10:31:00Z",
    "lines": [
        line(1, "Idly", 2, 40),
        line(2, "Masala Dosa", 1, 100, options=[GHEE], without=[ONION], note="crisp"),
    ],
}


async def test_what_was_added_and_what_is_dearer() -> None:
    dearer: Json = {
        "kind": "price",
        "item_name": "Idly",
        "line_no": 1,
        "was": "40.00",
        "now": "45.00",
    }
    again = cart(line(1, "Idly", 2, 45, delta=2), differences=[dearer], orders=[OLD])
    database = RecordingDatabase(again)
    result = await reorder(turn(database))
    assert database.calls == [("reorder", None)]
    assert result.text(SAY) == (
        "Added from order #12: 2x Idly. Idly is now ₹45 (was ₹40). Total: ₹90."
    )


async def test_what_was_in_the_cart_at_another_price_is_told() -> None:
    again = cart(line(1, "Idly", 3, 40, delta=2, was="35.00"), orders=[OLD])
    result = await reorder(turn(RecordingDatabase(again)))
    assert "Idly is now ₹40 (was ₹35)." in result.text(SAY)


async def test_what_cannot_be_had_is_left_out_and_said_why() -> None:
    told: Json = [
        {"kind": "not_served", "item_name": "Parotta", "when": "19:00-22:30"},
        {"kind": "unavailable", "item_name": "Vada"},
    ]
    again = cart(line(1, "Idly", 2, 40, delta=2), differences=told, orders=[OLD])
    result = await reorder(turn(RecordingDatabase(again)), 12)
    assert result.text(SAY) == (
        "Added from order #12: 2x Idly. Left out: Parotta is only served 19:00-22:30. "
        "Left out: Vada is sold out. Total: ₹80."
    )
    assert result.buttons(SAY)[0][0].label == "Order for 19:00-22:30"


async def test_what_goes_against_the_rules_is_left_out_until_he_says_so() -> None:
    clash: Json = {
        "index": 1,
        "item_id": "masala_dosa",
        "item_name": "Masala Dosa",
        "conflicts": [{"kind": "allergen", "what": "dairy", "because": "Ghee"}],
    }
    again = cart(line(1, "Idly", 2, 40, delta=2), conflicts=[clash], orders=[OLD])
    result = await reorder(turn(RecordingDatabase(again)))
    assert "Left out: Masala Dosa with Ghee contains dairy" in result.text(SAY)
    button = result.buttons(SAY)[0][0]
    assert button.label == "Add Masala Dosa anyway"
    assert button.call == Call(
        "add_to_cart",
        {
            "lines": [
                {
                    "item": "#4",
                    "quantity": 1,
                    "options": ["#6"],
                    "without": ["#3"],
                    "note": "crisp",
                    "accept": ["allergen:dairy"],
                }
            ]
        },
    )


async def test_nothing_of_it_can_be_had() -> None:
    gone: Json = [{"kind": "unavailable", "item_name": "Idly"}]
    result = await reorder(turn(RecordingDatabase(cart(differences=gone, orders=[OLD]))))
    assert result.text(SAY) == "Nothing of order #12 was added. Left out: Idly is sold out."
    assert [button.label for row in result.buttons(SAY) for button in row] == ["Menu"]


async def test_a_repetition_only_shows_the_cart() -> None:
    result = await reorder(turn(RecordingDatabase(cart(line(1, "Idly", 2, 40), replayed=True))))
    assert result.text(SAY).startswith("Your cart: 2x Idly")
