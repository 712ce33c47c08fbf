"""From checkout to the order's status."""

from uuid import UUID

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, line, turn, view
from tools.customer.checkout import checkout
from tools.customer.choose_order_type import choose_order_type
from tools.customer.choose_payment import choose_payment
from tools.customer.order_status import order_status
from tools.kit.call import Call, Json
from tools.kit.checkout_errors import CheckoutExpired
from tools.kit.result import CartCard, OrderCard

SAY = PlainSpeech()
QUOTE = "0197f0e2b5c17bd4a3a5a4b6c1d2e3f4"
OPEN: Json = {
    "checkout_id": QUOTE,
    "order_type": "take_away",
    "total": "240.00",
    "expires_at": "2026-01-18T11:00:00Z",
    "payment_ways": [{"method": "cash"}, {"method": "card"}, {"method": "upi"}],
}


def quoted(**more: Json) -> dict[str, Json]:
    """A cart of two lines with an open checkout."""
    lines: list[Json] = [line(1, "Idly", 2, 40), line(2, "Masala Dosa", 2, 80)]
    return view(**{"lines": lines, "total": "240.00", "checkout": OPEN, **more})


def order(**more: Json) -> dict[str, Json]:
    """A placed order of two lines."""
    return {
        "order_id": QUOTE,
        "order_no": 1234,
        "status": "placed",
        "order_type": "take_away",
        "payment_method": "cash",
        "total": "240.00",
        "created_at": "2026-01-18T10:31:00Z",
        "lines": [line(1, "Idly", 2, 40), line(2, "Masala Dosa", 2, 80)],
        **more,
    }


@pytest.mark.parametrize(
    ("words", "order_type"),
    [
        (None, None),
        ("", None),
        ("takeaway", "take_away"),
        ("Take-Away", "take_away"),
        ("parcel", "take_away"),
        ("dine in", "dine_in"),
        ("home delivery", "delivery"),
        ("place my order for takeaway", "take_away"),
        ("takeaway or delivery", "takeaway_or_delivery"),
        ("drive through", "drive_through"),
    ],
)
async def test_the_cart_is_quoted_for_an_order_type(
    words: str | None, order_type: str | None
) -> None:
    database = RecordingDatabase(quoted())
    result = await checkout(turn(database), words)
    assert database.calls == [("checkout", order_type)]
    assert result.asks
    assert result.text(SAY) == ("Your take-away order comes to ₹240. How would you like to pay?")
    card = result.card(SAY)
    assert isinstance(card, CartCard)
    assert not card.editable


async def test_each_button_pays_the_very_quote_that_is_shown() -> None:
    result = await checkout(turn(RecordingDatabase(quoted())))
    assert [(row[0].label, row[0].call) for row in result.buttons(SAY)] == [
        ("Cash", Call("choose_payment", {"method": "cash", "checkout": QUOTE})),
        ("Card at the counter", Call("choose_payment", {"method": "card", "checkout": QUOTE})),
        ("UPI at the counter", Call("choose_payment", {"method": "upi", "checkout": QUOTE})),
    ]


async def test_another_order_type_is_another_quote() -> None:
    database = RecordingDatabase(quoted())
    await choose_order_type(turn(database), "I'll eat here")
    assert database.calls == [("choose_order_type", "dine_in")]


@pytest.mark.parametrize(
    ("words", "method"),
    [
        ("cash", "cash"),
        ("COD", "cash"),
        ("debit card", "card"),
        ("G-Pay", "upi"),
        ("google pay", "upi"),
        ("UPI", "upi"),
        ("I'll pay cash", "cash"),
        ("card or cash", "card or cash"),
        ("bitcoin", "bitcoin"),
    ],
)
async def test_ways_to_pay_go_by_many_names(words: str, method: str) -> None:
    database = RecordingDatabase(quoted(order=order()))
    await choose_payment(turn(database), words, QUOTE)
    assert database.calls == [("choose_payment", method, UUID(QUOTE))]


@pytest.mark.parametrize(
    ("method", "order_type", "sentence"),
    [
        ("cash", "take_away", "Please pay cash when you pick up."),
        ("card", "take_away", "Please pay by card when you pick up."),
        ("upi", "take_away", "Please pay by UPI when you pick up."),
        ("cash", "dine_in", "Please pay cash at the counter."),
        ("upi", "dine_in", "Please pay by UPI at the counter."),
        ("cash", "delivery", "Please pay cash when it arrives."),
    ],
)
async def test_a_placed_order_says_how_to_pay(method: str, order_type: str, sentence: str) -> None:
    placed = order(payment_method=method, order_type=order_type)
    result = await choose_payment(turn(RecordingDatabase(view(order=placed))), method)
    assert result.text(SAY) == (
        f"Order placed successfully! Order #1234 - Total: ₹240. {sentence} Thank you!"
    )
    assert isinstance(result.card(SAY), OrderCard)
    assert not result.asks


async def test_without_an_open_checkout_the_cart_is_quoted() -> None:
    database = RecordingDatabase(quoted())
    result = await choose_payment(turn(database), "cash")
    assert database.calls == [("choose_payment", "cash", None)]
    assert result.asks
    assert result.buttons(SAY)[0][0].call.args["checkout"] == QUOTE


@pytest.mark.parametrize(
    ("difference", "sentence"),
    [
        (
            {"kind": "price", "item_name": "Masala Dosa", "was": "80.00", "now": "90.00"},
            "Masala Dosa is now ₹90 (was ₹80).",
        ),
        ({"kind": "unavailable", "item_name": "Idly"}, "Idly is sold out."),
        ({"kind": "stock", "item_name": "Idly", "left": 1}, "Only 1 of Idly left."),
        (
            {"kind": "option", "item_name": "Idly", "option": "Ghee"},
            "Ghee can no longer be had for Idly.",
        ),
        ({"kind": "cart", "item_name": "Idly"}, "Idly has changed."),
    ],
)
async def test_what_has_changed_is_said_before_anything_is_placed(
    difference: Json, sentence: str
) -> None:
    changed = quoted(differences=[difference])
    result = await choose_payment(turn(RecordingDatabase(changed)), "cash", QUOTE)
    assert result.text(SAY) == f"{sentence} Shall I place it at ₹240?"
    assert result.asks


PEANUT: Json = {"kind": "allergen", "what": "peanut", "because": "Idly"}


@pytest.mark.parametrize(
    ("difference", "sentence", "ways"),
    [
        ({"kind": "unavailable"}, "Idly is sold out.", ["Remove Idly"]),
        (
            {"kind": "unavailable", "removed": True},
            "Idly is no longer on the menu.",
            ["Remove Idly"],
        ),
        (
            {"kind": "unavailable", "when": "tomorrow from 07:00"},
            "Idly is sold out; it should be back tomorrow from 07:00.",
            ["Remove Idly"],
        ),
        ({"kind": "stock", "left": 0}, "Idly is sold out.", ["Remove Idly"]),
        (
            {"kind": "not_served", "when": "07:00-11:30"},
            "Idly is only served 07:00-11:30.",
            ["Remove Idly", "Order for 07:00-11:30"],
        ),
        (
            {"kind": "closed", "when": "tomorrow from 07:00", "item_name": "", "line_no": None},
            "We are closed at that time; we are open tomorrow from 07:00.",
            ["Order for tomorrow 07:00"],
        ),
        ({"kind": "order_type"}, "Idly can't be had for this kind of order.", ["Remove Idly"]),
        (
            {"kind": "order_type", "item_name": "", "line_no": None},
            "We don't take this kind of order.",
            [],
        ),
        (
            {"kind": "option", "option": "Ghee"},
            "Ghee can no longer be had for Idly.",
            ["Remove Idly"],
        ),
        ({"kind": "cart", "option": "Size"}, "Idly needs another choice of Size.", ["Remove Idly"]),
        (
            {"kind": "conflict", "conflicts": [PEANUT]},
            "Idly contains peanut, which you told me to avoid.",
            ["Keep Idly anyway", "Remove Idly"],
        ),
    ],
)
async def test_a_cart_that_cannot_be_had_says_why_and_offers_the_ways_out(
    difference: dict[str, Json], sentence: str, ways: list[str]
) -> None:
    told: Json = {"item_name": "Idly", "line_no": 1, **difference}
    blocked = quoted(differences=[told], checkout=None)
    result = await choose_payment(turn(RecordingDatabase(blocked)), "cash", QUOTE)
    assert result.text(SAY) == f"{sentence} Please change your cart, then check out again."
    labels = [button.label for row in result.buttons(SAY) for button in row]
    assert labels == [*ways, "View cart", "Menu"]


async def test_a_line_with_two_troubles_has_one_row_of_buttons() -> None:
    troubles: Json = [
        {"kind": "not_served", "item_name": "Idly", "line_no": 1, "when": "07:00-11:30"},
        {"kind": "conflict", "item_name": "Idly", "line_no": 1, "conflicts": [PEANUT]},
    ]
    blocked = quoted(differences=troubles, checkout=None)
    result = await checkout(turn(RecordingDatabase(blocked)))
    labels = [[button.label for button in row] for row in result.buttons(SAY)]
    assert labels[:2] == [["Keep Idly anyway", "Remove Idly"], ["Order for 07:00-11:30"]]


async def test_the_quote_tells_when_it_is_for() -> None:
    later: Json = {**OPEN, "pickup_at": "2026-01-19T09:00:00Z"} if isinstance(OPEN, dict) else {}
    result = await checkout(turn(RecordingDatabase(quoted(checkout=later))))
    assert result.text(SAY) == (
        "Your take-away order for tomorrow 09:00 comes to ₹240. How would you like to pay?"
    )
    dearer: Json = {"kind": "price", "item_name": "Idly", "was": "40.00", "now": "45.00"}
    changed = quoted(checkout=later, differences=[dearer])
    result = await checkout(turn(RecordingDatabase(changed)))
    assert result.text(SAY) == (
        "Idly is now ₹45 (was ₹40). It is for tomorrow 09:00. Shall I place it at ₹240?"
    )


async def test_an_order_is_headed_by_its_time_the_allergies_and_what_was_accepted() -> None:
    placed = order(
        pickup_at="2026-01-19T09:00:00Z",
        dietary={"allergens": ["peanut"], "diets": ["jain"], "unchecked": ["garlic"]},
        lines=[line(1, "Lemon Rice", 1, 85, note="hot", accepted=["allergen:peanut", "diet:jain"])],
    )
    head = (
        "For tomorrow 09:00.\n"
        "⚠ ALLERGY: peanut, garlic. DIET: Jain\n"
        'Accepted for Lemon Rice ("hot"): peanut and Jain.'
    )
    result = await choose_payment(turn(RecordingDatabase(view(order=placed))), "cash")
    assert result.text(SAY).endswith(f"Thank you!\n{head}")
    shown = await order_status(turn(RecordingDatabase(view(orders=[placed]))))
    assert head in shown.text(SAY)
    again = shown.buttons(SAY)[0][0]
    assert (again.label, again.call) == ("Order again", Call("reorder", {"order_no": 1234}))


@pytest.mark.parametrize("words", ["nonsense", "12", "0197f0e2"])
async def test_a_quote_that_is_none_has_expired(words: str) -> None:
    database = RecordingDatabase(quoted())
    with pytest.raises(CheckoutExpired):
        await choose_payment(turn(database), "cash", words)
    assert database.calls == []


async def test_orders_newest_first() -> None:
    two = view(orders=[order(), order(order_no=7, status="ready", payment_method="upi")])
    result = await order_status(turn(RecordingDatabase(two)))
    assert result.text(SAY) == (
        "Order #1234: placed, 2x Idly, 2x Masala Dosa — ₹240, pay cash.\n"
        "Order #7: ready, 2x Idly, 2x Masala Dosa — ₹240, pay by UPI."
    )
    assert result.card(SAY) is None


async def test_one_order_has_its_card() -> None:
    database = RecordingDatabase(view(orders=[order()]))
    result = await order_status(turn(database), 1234)
    assert database.calls == [("order_status", 1234)]
    assert isinstance(result.card(SAY), OrderCard)


async def test_no_orders_is_no_error() -> None:
    result = await order_status(turn(RecordingDatabase(view())))
    assert result.text(SAY).startswith("You have no orders yet.")
