"""Cancelling and changing a placed order, how it stands, and its receipt, in words."""

from uuid import UUID

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, line, turn, view
from tools.customer.cancel_order import cancel_order
from tools.customer.change_order import change_order
from tools.customer.issue_receipt import issue_receipt
from tools.customer.order_status import order_status
from tools.kit.call import Call, Json
from tools.kit.errors import ToolError
from tools.kit.order_errors import (
    NothingLeft,
    OrderNotFound,
    OrderPastThat,
    ReceiptNotYet,
    TooLateToChange,
    TooLittleLeft,
)
from tools.kit.result import Result

SAY = PlainSpeech()
ORDER = "0197f0e2b5c17bd4a3a5a4b6c1d2e3f4"
OTHER = "4c85ba72f59b4287bf91e53f49ed0b9d"
PAID: dict[str, Json] = {"method": "telegram", "status": "paid", "amount": "240.00"}
OWED: dict[str, Json] = {"method": "telegram", "status": "refund_due", "amount": "240.00"}
DUE: dict[str, Json] = {"method": "cash", "status": "due", "amount": "240.00"}


def order(**more: Json) -> dict[str, Json]:
    return {
        "order_id": ORDER,
        "order_no": 12,
        "status": "placed",
        "order_type": "take_away",
        "payment_method": "cash",
        "total": "240.00",
        "created_at": "2026-01-18T10:31:00Z",
        "lines": [line(1, "Idly", 2, 40), line(2, "Masala Dosa", 2, 80)],
        "payments": [DUE],
        "may_change": True,
        **more,
    }


def labels(result: Result) -> list[str]:
    return [button.label for row in result.buttons(SAY) for button in row]


async def test_before_it_is_cancelled_what_goes_back_is_told() -> None:
    database = RecordingDatabase(view(orders=[order(payments=[PAID])]))
    result = await cancel_order(turn(database), 12)
    assert database.calls == [("cancel_order", 12, None, False)]
    assert result.text(SAY).splitlines() == [
        "Shall I cancel order #12?",
        "2x Idly — ₹80",
        "2x Masala Dosa — ₹160",
        "Total: ₹240",
        "₹240 paid by card in Telegram goes back to you.",
    ]
    assert labels(result) == ["Yes, cancel it", "No, keep it"]
    sure = Call("cancel_order", {"order": ORDER, "sure": True})
    assert (result.asks, result.if_yes(), result.buttons(SAY)[0][0].call) == (True, sure, sure)
    assert result.if_no() == Call("order_status", {"order_no": 12})


@pytest.mark.parametrize(
    ("payment", "words"),
    [
        (DUE, "Nothing has been paid, so nothing goes back."),
        (OWED, "₹240 paid by card in Telegram goes back to you."),
        (
            {**OWED, "status": "refunded", "refunded": "240.00"},
            "₹240 paid by card in Telegram has gone back to you.",
        ),
    ],
)
async def test_it_is_cancelled(payment: Json, words: str) -> None:
    gone = order(status="cancelled", may_change=False, payments=[payment])
    database = RecordingDatabase(view(orders=[gone]))
    result = await cancel_order(turn(database), order=ORDER, sure=True)
    assert database.calls == [("cancel_order", None, UUID(ORDER), True)]
    assert result.text(SAY) == f"Order #12 is cancelled.\n{words}"
    assert (result.asks, result.if_yes(), labels(result)) == (False, None, ["Menu", "My orders"])


async def test_which_of_several_and_the_cart_beside_them() -> None:
    several: list[Json] = [order(), order(order_id=OTHER, order_no=13)]
    seen = view(orders=several, lines=[line(1, "Idly", 1, 40)])
    result = await cancel_order(turn(RecordingDatabase(seen)))
    assert result.text(SAY) == "Which order shall I cancel?"
    assert labels(result) == ["Order #12 — ₹240", "Order #13 — ₹240", "Only empty my cart"]
    assert result.buttons(SAY)[1][0].call == Call("cancel_order", {"order": OTHER})


async def test_without_an_order_the_cart_is_empty() -> None:
    result = await cancel_order(turn(RecordingDatabase(view())))
    assert result.text(SAY) == "Your cart is empty now. What would you like to order?"
    assert not result.asks


@pytest.mark.parametrize("handle", ["nonsense", "12", "0197f0e2"])
async def test_a_handle_that_is_none(handle: str) -> None:
    for tool in (cancel_order, change_order, issue_receipt):
        database = RecordingDatabase(view())
        with pytest.raises(OrderNotFound):
            await tool(turn(database), order=handle)
        assert database.calls == []


async def test_a_change_is_agreed_to_at_its_total() -> None:
    asked: Json = {
        "line_no": 2,
        "item_name": "Masala Dosa",
        "was": 2,
        "quantity": 1,
        "total_was": "240.00",
        "total": "160.00",
    }
    database = RecordingDatabase(view(orders=[order(payments=[PAID])], change=asked))
    result = await change_order(turn(database), 12, item="masala dosa", quantity=1)
    (called,) = database.calls
    assert called[:3] == ("change_order", 12, None)
    assert called[4:] == (1, None)
    assert result.text(SAY).splitlines() == [
        "Masala Dosa: 1 instead of 2.",
        "₹80 goes back to you.",
        "Order #12 then comes to ₹160 (now ₹240). Shall I change it?",
    ]
    yes = Call("change_order", {"order": ORDER, "line": 2, "quantity": 1, "total": "160.00"})
    assert (result.asks, result.if_yes(), result.buttons(SAY)[0][0].call) == (True, yes, yes)

    assert isinstance(asked, dict)
    left: list[Json] = [line(1, "Idly", 2, 40), line(2, "Masala Dosa", 1, 80)]
    now = order(total="160.00", lines=left, payments=[OWED])
    done = RecordingDatabase(view(orders=[now], change={**asked, "made": True}))
    made = await change_order(turn(done), order=ORDER, line=2, quantity=1, total="160.00")
    assert made.text(SAY).splitlines() == [
        "Order #12 now is:",
        "2x Idly — ₹80",
        "1x Masala Dosa — ₹80",
        "Total: ₹160, paid.",
        "₹80 goes back to you.",
    ]
    assert (made.asks, made.if_yes()) == (False, None)


async def test_its_lines_can_be_changed_by_buttons_alone() -> None:
    result = await change_order(turn(RecordingDatabase(view(orders=[order()]))), order=ORDER)
    assert labels(result) == ["− Idly", "+", "− Masala Dosa", "+", "Cancel the order", "My orders"]
    fewer = Call("change_order", {"order": ORDER, "line": 1, "quantity": 1})
    assert result.buttons(SAY)[0][0].call == fewer


async def test_which_line_is_asked() -> None:
    two: list[Json] = [line(1, "Idly", 2, 40), line(2, "Idly", 1, 40)]
    seen = view(orders=[order(lines=two)], ask_lines=[1, 2])
    result = await change_order(turn(RecordingDatabase(seen)), 12, item="idly", quantity=0)
    assert result.text(SAY) == "Which one do you mean?"
    assert labels(result) == ["2x Idly", "1x Idly"]


async def test_how_an_order_stands() -> None:
    steps: list[Json] = [
        {"status": "placed", "at": "2026-01-18T10:31:00Z"},
        {"status": "accepted", "at": "2026-01-18T10:35:00Z"},
    ]
    shown = order(status="accepted", steps=steps, ready_at="2026-01-18T12:30:00Z", has_receipt=True)
    result = await order_status(turn(RecordingDatabase(view(orders=[shown]))))
    assert result.text(SAY).splitlines() == [
        "Order #12: accepted, 2x Idly, 2x Masala Dosa — ₹240, pay cash.",
        "placed 10:31 → accepted 10:35",
        "Ready at about 12:30.",
    ]
    assert labels(result) == ["Change it", "Cancel the order", "Receipt", "Order again", "Menu"]


@pytest.mark.parametrize(
    ("payments", "total", "words"),
    [
        ([DUE], "240.00", "pay cash"),
        ([PAID], "240.00", "paid"),
        ([PAID], "320.00", "₹80 still to pay"),
        ([{**OWED, "refunded": "80.00"}], "160.00", "paid"),
    ],
)
async def test_how_it_is_paid(payments: list[Json], total: str, words: str) -> None:
    shown = order(total=total, payments=payments)
    result = await order_status(turn(RecordingDatabase(view(orders=[shown]))))
    assert result.text(SAY).endswith(f", {words}.")


@pytest.mark.parametrize(
    ("refusal", "words", "button"),
    [
        (OrderPastThat(number="12", status="completed"), "Order #12 is completed: nothing", None),
        (
            TooLateToChange(number="12", status="preparing"),
            "Order #12 is being prepared and can't be cancelled or changed here any more.",
            None,
        ),
        (NothingLeft(number="12", order=ORDER), "That is all there is in order #12.", ORDER),
        (
            TooLittleLeft(number="12", least="200.00", order=ORDER),
            "Such an order comes to at least ₹200, so I changed nothing.",
            ORDER,
        ),
        (ReceiptNotYet(number="12", status="ready"), "The receipt of order #12 is there as", None),
        (
            ReceiptNotYet(number="12", status="rejected"),
            "Order #12 is declined: there is no receipt for it.",
            None,
        ),
    ],
)
def test_refusals_say_what_is_and_what_can_be_done(
    refusal: ToolError, words: str, button: str | None
) -> None:
    assert refusal.text(SAY).startswith(words)
    calls = [one.call for row in refusal.buttons(SAY) for one in row]
    assert calls == [Call("cancel_order", {"order": button}) if button else Call("order_status")]
