"""Paying in the chat: the buttons, the invoice, the code, and what becomes of money."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import NOON, RecordingDatabase, line, turn, view
from tools.customer.choose_payment import choose_payment
from tools.customer.payment_help import payment_help
from tools.kit.call import Call, Json
from tools.kit.checkout_errors import UnknownPaymentMethod
from tools.kit.enclosure import Invoice, PayCode
from tools.kit.view import Payment, SessionView
from tools.results.charged import charged, payment_refused

SAY = PlainSpeech()
QUOTE = "0197f0e2b5c17bd4a3a5a4b6c1d2e3f4"
TENDER = "4c85ba72-f59b-4287-bf91-e53f49ed0b9d"
OPEN: Json = {
    "checkout_id": QUOTE,
    "order_type": "delivery",
    "total": "262.50",
    "expires_at": "2026-01-18T11:00:00Z",
    "payment_ways": [
        {"method": "cash"},
        {"method": "upi", "now": True},
        {"method": "telegram", "now": True},
    ],
    "quote": {
        "subtotal": "240.00",
        "discount": {"code": "SAVE", "amount": "20.00"},
        "fees": [{"name": "Delivery", "amount": "30.00"}],
        "taxes": [
            {"name": "CGST", "rate": "2.5", "base": "240", "amount": "12.50", "included": False},
            {"name": "SGST", "rate": "2.5", "base": "240", "amount": "5.86", "included": True},
        ],
        "total": "262.50",
    },
}
PAID: dict[str, Json] = {"method": "telegram", "status": "paid", "amount": "240.00"}


def order(**more: Json) -> dict[str, Json]:
    return {
        "order_id": QUOTE,
        "order_no": 12,
        "status": "placed",
        "order_type": "delivery",
        "payment_method": "upi",
        "total": "240.00",
        "created_at": "2026-01-18T10:31:00Z",
        "lines": [line(1, "Idly", 2, 120)],
        **more,
    }


async def test_an_invoice_has_every_line_and_charge() -> None:
    tender: Json = {"payment_id": TENDER, "amount": "262.50", "currency": "INR", "digits": 2}
    lines: list[Json] = [line(1, "Idly" * 20, 2, 40), line(2, "Masala Dosa", 2, 80)]
    seen = view(lines=lines, checkout=OPEN, invoice=tender)
    result = await choose_payment(turn(RecordingDatabase(seen)), "pay here", QUOTE)
    assert result.text(SAY) == (
        "Here is your invoice for ₹262.50. Your order is placed as soon as it is paid."
    )
    assert [row[0].label for row in result.buttons(SAY)] == ["Cash", "UPI", "Pay here by card"]
    invoice = result.enclosure(SAY)
    assert isinstance(invoice, Invoice)
    assert (invoice.title, invoice.total, invoice.currency) == ("Tiffin Room", 26250, "INR")
    assert [amount for _, amount in invoice.prices] == [8000, 16000, -2000, 3000, 1250]
    assert len(invoice.prices[0][0]) == 64
    assert len(invoice.description) <= 255


async def test_a_code_pays_this_order() -> None:
    asked: Json = {
        "method": "upi",
        "status": "pending",
        "amount": "240.00",
        "reference": "HC20260118-12",
        "pay_to": {"upi_id": "tiffin.room@okaxis", "name": "Tiffin & Room"},
    }
    placed = order(payments=[asked])
    result = await choose_payment(turn(RecordingDatabase(view(order=placed))), "upi")
    assert "Please pay ₹240 by UPI with the code; the reference is HC20260118-12." in (
        result.text(SAY)
    )
    code = result.enclosure(SAY)
    assert isinstance(code, PayCode)
    assert code.link.startswith("upi://pay?pa=tiffin.room@okaxis&pn=Tiffin%20%26%20Room&")
    assert parse_qs(urlsplit(code.link).query) == {
        "pa": ["tiffin.room@okaxis"],
        "pn": ["Tiffin & Room"],
        "am": ["240.00"],
        "cu": ["INR"],
        "tn": ["HC20260118-12"],
    }
    assert code.caption == "₹240, reference HC20260118-12"


async def test_what_is_paid_needs_no_code() -> None:
    placed = order(payments=[PAID])
    result = await choose_payment(turn(RecordingDatabase(view(order=placed))), "upi")
    assert "It is paid." in result.text(SAY)
    assert result.enclosure(SAY) is None


def test_the_ways_to_pay_have_names() -> None:
    refusal = UnknownPaymentMethod(offered="cash, upi, telegram, shells")
    assert refusal.text(SAY) == (
        "We can't take that payment. You can pay by: cash, UPI, card in our Telegram chat, shells."
    )
    called = [row[0].call for row in refusal.buttons(SAY)]
    assert called[2] == Call("choose_payment", {"method": "telegram"})
    assert [row[0].label for row in refusal.buttons(SAY)][:2] == ["Cash", "UPI"]


@pytest.mark.parametrize(
    ("said", "method"),
    [
        ("pay here by card", "telegram"),
        ("card, online", "telegram"),
        ("card", "card"),
        ("cash, here", "cash"),
    ],
)
async def test_a_card_here_is_an_invoice(said: str, method: str) -> None:
    database = RecordingDatabase(view(checkout=OPEN))
    await choose_payment(turn(database), said)
    assert database.calls == [("choose_payment", method, None)]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, None),
        ({"payment_refusal": "placed"}, "This order is placed already. Nothing was charged."),
        ({"payment_refusal": "gone"}, 'This invoice is no longer good. Say "checkout" for a new'),
        (
            {
                "payment_refusal": "changed",
                "differences": [{"kind": "unavailable", "item_name": "Idly"}],
            },
            'Idly is sold out. Nothing was charged. Say "checkout" to go on.',
        ),
        (
            {
                "payment_refusal": "changed",
                "quote": {"problems": [{"kind": "slot_full"}]},
            },
            "We can take no more orders for that time.",
        ),
    ],
)
def test_why_an_invoice_may_not_be_paid(more: dict[str, Json], words: str | None) -> None:
    told = payment_refused(SAY, SessionView.model_validate(view(**more)))
    assert told is None if words is None else told is not None and told.startswith(words)


@pytest.mark.parametrize(
    ("status", "placed", "words"),
    [
        ("paid", True, "Order placed successfully! Order #12"),
        ("refund_due", True, "We have received ₹240 for order #12, which needs no payment any"),
        ("refund_due", False, "We have received ₹240, but your order can no longer be placed"),
        ("refunded", False, "Your payment of ₹240 was given back."),
    ],
)
def test_what_became_of_a_payment(status: str, placed: bool, words: str) -> None:
    payment = Payment.model_validate({**PAID, "status": status})
    seen = SessionView.model_validate(view(**({"order": order(payments=[PAID])} if placed else {})))
    assert charged(seen, payment, NOON).text(SAY).startswith(words)


async def test_help_with_payments() -> None:
    owed: dict[str, Json] = {**PAID, "status": "refund_due", "reference": "p-1"}
    owed["to_refund"] = "40.00"
    seen = view(payments=[PAID, owed, {**PAID, "status": "refunded"}])
    told = (await payment_help(turn(RecordingDatabase(seen)))).text(SAY)
    assert told.splitlines() == [
        "₹240: paid.",
        "₹40 (p-1): the shop has to give it back to you.",
        "₹240: given back.",
        "If something is wrong with a payment, please call Tiffin Room: "
        "every payment is on record.",
    ]
    none = (await payment_help(turn(RecordingDatabase(view())))).text(SAY)
    assert none.startswith("No payment of yours has arrived here.")
