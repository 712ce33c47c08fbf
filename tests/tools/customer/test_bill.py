"""The quote in words: every line, fee, tax, discount, the total, and when it will be ready."""

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, line, turn, view
from tools.customer.apply_coupon import apply_coupon
from tools.customer.checkout import checkout
from tools.customer.choose_payment import choose_payment
from tools.customer.remove_coupon import remove_coupon
from tools.kit.call import Call, Json
from tools.kit.result import CartCard, OrderCard

SAY = PlainSpeech()
LINES: list[Json] = [line(1, "Idly", 2, 40), line(2, "Masala Dosa", 1, 80)]
ORDER_ID = "0197f0e2b5c17bd4a3a5a4b6c1d2e3f4"
QUOTE: dict[str, Json] = {
    "subtotal": "160.00",
    "discount": {"code": "SAVE10", "amount": "16.00"},
    "fees": [{"name": "Packaging", "amount": "10.00"}, {"name": "Delivery", "amount": "30.00"}],
    "taxes": [
        {"name": "CGST", "rate": "2.50", "base": "184", "amount": "4.60", "included": False},
        {"name": "SGST", "rate": "2.5", "base": "184", "amount": "4.60", "included": False},
    ],
    "rounding": "-0.20",
    "total": "193.00",
    "ready_at": "2026-01-18T11:00:00Z",
}
INCLUDED: dict[str, Json] = {
    "subtotal": "160.00",
    "taxes": [{"name": "VAT", "rate": "20", "base": "133.33", "amount": "26.67", "included": True}],
    "total": "160.00",
    "ready_at": "2026-01-18T10:50:00Z",
}
PLAIN: dict[str, Json] = {
    "subtotal": "160.00",
    "total": "160.00",
    "ready_at": "2026-01-18T10:50:00Z",
}


def quoted(quote: dict[str, Json], order_type: str = "take_away", **more: Json) -> dict[str, Json]:
    """The cart with that quote in an open checkout."""
    opened: Json = {
        "checkout_id": ORDER_ID,
        "order_type": order_type,
        "total": quote["total"],
        "expires_at": "2026-01-18T11:00:00Z",
        "quote": quote,
    }
    return view(**{"lines": LINES, "total": "160.00", "checkout": opened, "quote": quote, **more})


async def test_every_part_is_told() -> None:
    result = await checkout(turn(RecordingDatabase(quoted(QUOTE, "delivery"))))
    assert result.text(SAY).splitlines() == [
        "2x Idly — ₹80",
        "1x Masala Dosa — ₹80",
        "Discount SAVE10 — -₹16",
        "Packaging — ₹10",
        "Delivery — ₹30",
        "CGST 2.5% — ₹4.60",
        "SGST 2.5% — ₹4.60",
        "Rounding — -₹0.20",
        "With you at about 11:00.",
        "Your delivery order comes to ₹193. How would you like to pay?",
    ]
    card = result.card(SAY)
    assert isinstance(card, CartCard)
    assert (str(card.total), card.told, card.ready) == ("193.00", True, "With you at about 11:00.")


async def test_included_tax_is_told_as_part_of_the_total() -> None:
    result = await checkout(turn(RecordingDatabase(quoted(INCLUDED))))
    assert result.text(SAY).splitlines()[2:] == [
        "Total: ₹160, of which VAT 20% ₹26.67.",
        "Ready at about 10:50.",
        "Your take-away order comes to ₹160. How would you like to pay?",
    ]


async def test_dishes_alone_need_one_sentence() -> None:
    result = await checkout(turn(RecordingDatabase(quoted(PLAIN))))
    assert result.text(SAY) == "Your take-away order comes to ₹160. How would you like to pay?"
    card = result.card(SAY)
    assert isinstance(card, CartCard)
    assert (card.told, card.ready) == (False, "Ready at about 10:50.")


async def test_a_time_beyond_midnight_says_the_day() -> None:
    late = {**INCLUDED, "ready_at": "2026-01-19T00:10:00Z"}
    result = await checkout(turn(RecordingDatabase(quoted(late))))
    assert "Ready tomorrow 00:10." in result.text(SAY)


async def test_a_new_quote_tells_what_moved_and_its_parts() -> None:
    moved: Json = {
        "kind": "charge",
        "charge": "fee",
        "item_name": "Packaging",
        "was": "5.00",
        "now": "10.00",
    }
    database = RecordingDatabase(quoted(QUOTE, differences=[moved]))
    text = (await choose_payment(turn(database), "cash", ORDER_ID)).text(SAY).splitlines()
    assert text[0] == "Packaging is now ₹10 (was ₹5)."
    assert text[4] == "Packaging — ₹10"
    assert text[-1] == "Shall I place it at ₹193?"


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            {"kind": "minimum_order", "least": "200.00", "missing": "40.00"},
            "An order like this starts at ₹200: please add ₹40 more.",
        ),
    ],
)
async def test_what_is_in_the_way_is_said(problem: Json, sentence: str) -> None:
    blocked = quoted({**PLAIN, "problems": [problem]}, checkout=None)
    result = await checkout(turn(RecordingDatabase(blocked)))
    assert result.text(SAY) == sentence
    assert "Cash" not in [button.label for row in result.buttons(SAY) for button in row]


async def test_a_code_is_told_with_the_new_quote() -> None:
    taken: Json = {"code": "SAVE10", "amount": "16.00"}
    database = RecordingDatabase(quoted(QUOTE, discount=taken))
    result = await apply_coupon(turn(database), "save10")
    assert database.calls == [("apply_coupon", "save10")]
    text = result.text(SAY).splitlines()
    assert text[0] == "SAVE10 takes ₹16 off."
    assert text[-1].endswith("How would you like to pay?")
    labels = [button.label for row in result.buttons(SAY) for button in row]
    assert "Without SAVE10" in labels


async def test_before_a_quote_there_is_only_the_code() -> None:
    taken: Json = {"code": "SAVE10", "amount": "16.00"}
    result = await apply_coupon(
        turn(RecordingDatabase(view(lines=LINES, total="160.00", discount=taken))), "SAVE10"
    )
    assert result.text(SAY) == "SAVE10 takes ₹16 off when you check out."
    empty = RecordingDatabase(view(discount={"code": "SAVE10", "amount": "0.00"}))
    assert (await apply_coupon(turn(empty), "SAVE10")).text(SAY) == (
        "SAVE10 is kept for your order."
    )


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ({"reason": "unknown"}, 'We have no promo code "SAVE10". Please check how it is written.'),
        ({"reason": "not_yet"}, "SAVE10 is not valid yet."),
        ({"reason": "expired"}, "SAVE10 is no longer valid."),
        ({"reason": "used_up"}, "SAVE10 has been used up."),
        ({"reason": "already_used"}, "You have used SAVE10 already."),
        (
            {"reason": "too_many"},
            "That were many codes. Please try again in an hour, or ask the shop.",
        ),
        (
            {"reason": "minimum", "least": "300.00", "missing": "140.00"},
            "SAVE10 counts from ₹300: ₹140 more to go.",
        ),
        (
            {"reason": "order_type", "offered": ["dine_in", "delivery"]},
            "SAVE10 is for dine-in and delivery orders only.",
        ),
        (
            {"reason": "item", "item": "Filter Coffee"},
            "SAVE10 gives you one Filter Coffee free: add it to your cart.",
        ),
    ],
)
async def test_why_a_code_does_not_count(reason: dict[str, Json], sentence: str) -> None:
    refused: Json = {"code": "SAVE10", **reason}
    answered = view(lines=LINES, total="160.00", coupon=refused)
    result = await apply_coupon(turn(RecordingDatabase(answered)), "SAVE10")
    assert result.text(SAY) == sentence
    kept = quoted({**PLAIN, "coupon": refused})
    asked = await checkout(turn(RecordingDatabase(kept)))
    assert asked.text(SAY) == (
        f"{sentence} Your take-away order comes to ₹160. How would you like to pay?"
    )


async def test_a_code_that_is_not_said_is_asked_for() -> None:
    database = RecordingDatabase(view())
    result = await apply_coupon(turn(database))
    assert database.calls == [("record_turn",)]
    assert result.text(SAY) == 'Which promo code do you have? Say for example "code SAVE10".'


async def test_without_the_code() -> None:
    result = await remove_coupon(turn(RecordingDatabase(quoted(PLAIN))))
    assert result.text(SAY).startswith("Your order is without a promo code now.\nYour take-away")
    bare = await remove_coupon(turn(RecordingDatabase(view(lines=LINES))))
    assert bare.text(SAY) == "Your order is without a promo code now."
    assert bare.buttons(SAY)[0][1].call == Call("checkout")


async def test_a_placed_order_has_its_charges_and_its_time_on_its_card() -> None:
    placed: dict[str, Json] = {
        "order_id": ORDER_ID,
        "order_no": 3,
        "status": "placed",
        "order_type": "take_away",
        "payment_method": "cash",
        "total": "170.00",
        "created_at": "2026-01-18T10:31:00Z",
        "ready_at": "2026-01-18T10:51:00Z",
        "charges": [{"kind": "fee", "name": "Packaging", "amount": "10.00"}],
        "lines": LINES,
    }
    result = await choose_payment(turn(RecordingDatabase(view(order=placed))), "cash")
    assert result.text(SAY).endswith("Please pay cash when you pick up. Thank you!")
    card = result.card(SAY)
    assert isinstance(card, OrderCard)
    assert card.ready == "Ready at about 10:51."
