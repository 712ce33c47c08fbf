"""Whatever comes out of turn is answered politely and changes nothing, in Telegram and over HTTP.

Beside it: test_order_life.py has a customer's old buttons after each step of the staff,
test_paying.py payments that come again or for a changed cart, test_move_order.py the steps in SQL.
"""

from collections.abc import AsyncIterator
from datetime import timedelta

import psycopg
import pytest

from tests.fakes.telegram_person import Person
from tests.support.life import put_stock, stock
from tests.support.lunch import Lunch, lunch_at
from tests.support.money import short, take_money, to_go_back
from tests.support.records import count, everything
from tests.support.ways import NEARBY, put_delivery, put_order_types
from tools.kit.call import Json

FORWARDED: dict[str, Json] = {
    "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Ravi"}
}
TABLES = (
    *("cold.orders", "cold.order_item", "cold.order_event", "cold.order_adjustment"),
    *("cold.payments", "cold.receipt", "cold.outbox", "cold.staff_event", "cold.menu_item_stock"),
    *("cold.customer_contact", "hot.session_cart", "hot.session_checkout"),
)
DAY = timedelta(days=1)
COLD = "cancel order 1, the oven is cold"
NO_GAS = "reject order 1, no gas"
DONE = ("order 1 is ready", "order 1 picked up")


@pytest.fixture
async def lunch(dsn: str, db: psycopg.Connection) -> AsyncIterator[Lunch]:
    """A shop that takes every kind of money and has counted its idlies."""
    take_money(db)
    put_stock(db, "idly", 20)
    async with lunch_at(dsn, db) as lunch:
        yield lunch


@pytest.fixture
def asha(lunch: Lunch) -> Person:
    """Somebody with Telegram in hand."""
    return lunch.guest("Asha")


def effects(db: psycopg.Connection) -> dict[str, list[str]]:
    """All that a turn may change besides its own record."""
    found = everything(db)
    return {table: found[table] for table in TABLES}


async def quoted(asha: Person) -> None:
    """Two idlies, and the question how to pay them."""
    await asha.says("2 idly")
    assert "comes to ₹80" in (await asha.says("takeaway")).text


async def ordered(asha: Person) -> None:
    """Two idlies, to be paid in cash."""
    await quoted(asha)
    assert "Order #1 - Total: ₹80" in (await asha.presses("Cash")).text


def data_of(asha: Person, label: str) -> tuple[str, int]:
    """What the newest such button sends, and on which message it is."""
    for message in reversed(asha.reads()):
        for row in message.buttons:
            for text, data in row:
                if label in text:
                    return data, message.message_id
    raise AssertionError(f"no button {label!r}")


STAFF: dict[tuple[str, ...], dict[str, str]] = {
    (): {
        "order 1 picked up": "Order #1 is placed, so I left it",
        "refund order 1": "Nothing was paid beyond what order #1 costs",
        "cancel order 1": "Why? The customer reads it.",
        "order 7 is ready": "There is no order #7",
    },
    ("accept order 1",): {"accept order 1": "Order #1 was accepted already: 2x Idly."},
    ("order 1 paid",): {"order 1 paid": "Order #1 is paid already. Nothing was changed."},
    ("order 1 is ready",): {
        "accept order 1": "Order #1 is ready, so I left it",
        "start order 1": "Order #1 is ready, so I left it",
        "order 1 is on its way": "Order #1 is ready, so I left it",
    },
    DONE: {
        COLD: "Order #1 is completed, so I left it",
        "order 1 is ready": "Order #1 is completed, so I left it",
    },
    (COLD,): {
        "order 1 is ready": "Order #1 is cancelled, so I left it",
        "accept order 1": "Order #1 is cancelled, so I left it",
        "order 1 paid": "Order #1 is cancelled, so there is nothing to pay.",
    },
    (NO_GAS,): {"accept order 1": "Order #1 is declined, so I left it"},
}
CUSTOMER: dict[tuple[str, ...], dict[str, str]] = {
    (): {
        "receipt please": "The receipt of order #1 is there as soon as the order is paid.",
        "cancel order 7": "I don't find that order among yours.",
    },
    ("order 1 is ready",): {
        "cancel my order": "Order #1 is ready and can't be cancelled",
        "make it 3 idly in my placed order": "Order #1 is ready and can't be",
    },
    DONE: {
        "cancel my order": "Order #1 is completed: nothing was changed.",
        "remove idly from order 1": "Order #1 is completed: nothing was changed.",
    },
    (COLD,): {
        "cancel my order": "Order #1 is cancelled.",
        "make it 3 idly in order 1": "Order #1 is cancelled: nothing was changed.",
        "receipt of order 1": "Order #1 is cancelled: there is no receipt for it.",
    },
}


@pytest.mark.parametrize(("before", "answers"), STAFF.items())
async def test_what_the_staff_say(
    lunch: Lunch, asha: Person, before: tuple[str, ...], answers: dict[str, str]
) -> None:
    await ordered(asha)
    for said in before:
        await lunch.staff.says(said)
        if said.endswith(" paid"):
            await lunch.staff.presses("Yes, #1: ₹80 in cash")
    held = effects(lunch.db)
    for words, answer in answers.items():
        assert answer in (await lunch.staff.says(words)).text
        assert effects(lunch.db) == held


@pytest.mark.parametrize(("before", "answers"), CUSTOMER.items())
async def test_what_a_customer_says(
    lunch: Lunch, asha: Person, before: tuple[str, ...], answers: dict[str, str]
) -> None:
    await ordered(asha)
    for said in before:
        await lunch.staff.says(said)
    held = effects(lunch.db)
    for words, answer in answers.items():
        assert answer in (await asha.says(words)).text
        await asha.says("yes")
        assert effects(lunch.db) == held


async def test_cancelled_twice_in_words_and_given_back_once(lunch: Lunch, asha: Person) -> None:
    await ordered(asha)
    assert stock(lunch.db, "idly") == 18
    await asha.says("cancel my order")
    assert "Order #1 is cancelled." in (await asha.says("yes")).text
    held = effects(lunch.db)
    await asha.says("yes")
    assert "Order #1 is cancelled." in (await asha.says("cancel my order")).text
    assert "Order #1 is cancelled." in (await asha.says("cancel order 1")).text
    assert (effects(lunch.db), stock(lunch.db, "idly")) == (held, 20)


async def test_confirmed_twice_and_by_the_button_of_another_quote(
    lunch: Lunch, asha: Person
) -> None:
    await quoted(asha)
    older, message = data_of(asha, "Cash")
    await asha.says("1 masala dosa")
    await asha.says("checkout")
    newer, other = data_of(asha, "Cash")
    assert older != newer
    await asha.delivers(asha.press(older, message))
    assert count(lunch.db, "cold.orders") == 0
    assert "That checkout is no longer open." in "".join(one.text for one in asha.reads())
    for _ in range(2):
        await asha.delivers(asha.press(newer, other))
    held = effects(lunch.db)
    await asha.delivers(asha.press(older, message))
    await asha.delivers(asha.press(newer, other))
    assert (effects(lunch.db), count(lunch.db, "cold.orders")) == (held, 1)


@pytest.mark.parametrize("label", ["Cash", "UPI", "Pay here"])
async def test_the_quote_of_yesterday(lunch: Lunch, asha: Person, label: str) -> None:
    await quoted(asha)
    await lunch.clock.pass_by(DAY)
    seen = await asha.presses(label)
    assert "comes to ₹80. How would you like to pay?" in seen.text
    assert (count(lunch.db, "cold.orders"), asha.bot.invoices) == (0, [])
    assert "Order #1 - Total: ₹80" in (await asha.presses("Cash")).text


async def test_the_invoice_of_yesterday(lunch: Lunch, asha: Person) -> None:
    await quoted(asha)
    await asha.presses("Pay here")
    await lunch.clock.pass_by(DAY)
    held = effects(lunch.db)
    answer = await asha.asks_to_pay()
    assert answer.error == 'This invoice is no longer good. Say "checkout" for a new one.'
    assert effects(lunch.db) == held


@pytest.mark.parametrize("said", ["add 1 masala dosa", "clear my cart", "make it 3 idly"])
async def test_an_invoice_of_a_cart_that_has_changed(lunch: Lunch, asha: Person, said: str) -> None:
    await quoted(asha)
    await asha.presses("Pay here")
    await asha.says(said)
    held = effects(lunch.db)
    answer = await asha.asks_to_pay()
    assert answer.error is not None
    assert 'Say "checkout"' in answer.error
    assert effects(lunch.db) == held


async def test_an_invoice_of_an_order_that_was_placed_otherwise(lunch: Lunch, asha: Person) -> None:
    await quoted(asha)
    await asha.presses("Pay here")
    await asha.presses("Cash")
    held = effects(lunch.db)
    answer = await asha.asks_to_pay()
    assert answer.error == "This order is placed already. Nothing was charged."
    assert effects(lunch.db) == held


@pytest.mark.parametrize("by", ["customer", "staff"])
async def test_money_for_an_order_that_was_cancelled_goes_back(
    lunch: Lunch, asha: Person, by: str
) -> None:
    await quoted(asha)
    await asha.presses("Pay here")
    await asha.presses("Cash")
    if by == "staff":
        await lunch.staff.says(COLD)
    else:
        await asha.says("cancel my order")
        await asha.says("yes")
    orders = effects(lunch.db)["cold.orders"]
    payment = asha.payment()
    for _ in range(2):
        await asha.delivers(payment)
        assert asha.sees().text.startswith("We have received ₹80 for order #1")
        assert "will give you the money back" in asha.sees().text
    assert sorted(short(lunch.db)) == ["cash void 80.00", "telegram refund_due 80.00"]
    assert to_go_back(lunch.db) == ["charge-1"]
    assert effects(lunch.db)["cold.orders"] == orders
    assert stock(lunch.db, "idly") == 20
    assert "the shop has to give it back to you" in (await asha.says("/paysupport")).text


async def test_what_is_forwarded_says_nothing(lunch: Lunch, asha: Person) -> None:
    put_delivery(lunch.db)
    put_order_types(lunch.db, "take_away", "delivery")
    ravi = lunch.guest("Ravi")
    await quoted(asha)
    await asha.presses("Pay here")
    await ravi.says("hi")
    held = effects(lunch.db)
    money = ravi.payment(asha.bot.invoices[-1], charge="forwarded")
    message = money["message"]
    assert isinstance(message, dict)
    await ravi.delivers({**money, "message": {**message, **FORWARDED}})
    assert "forwarded" in ravi.sees().text
    for text in ("cash", "yes", "/checkout", "1 masala dosa"):
        assert "forwarded" in (await asha.says(text, **FORWARDED)).text
    assert effects(lunch.db) == held

    await asha.says("home delivery please")
    held = effects(lunch.db)
    place: dict[str, Json] = {}
    place |= dict(zip(("latitude", "longitude"), NEARBY, strict=True))  # type: ignore[arg-type]
    number: Json = {"phone_number": "+919845012345", "first_name": "A", "user_id": asha.user_id}
    await asha.sends(location=place, **FORWARDED)
    await asha.sends(contact=number, **FORWARDED)
    assert [one.text for one in asha.reads()[-2:]] == [asha.sees().text] * 2
    assert effects(lunch.db) == held

    await asha.says("take away")
    await asha.presses("Cash")
    await asha.says("cancel my order")
    held = effects(lunch.db)
    assert "forwarded" in (await asha.says("yes", **FORWARDED)).text
    assert effects(lunch.db) == held
    # The question is still open.
    assert "Order #1 is cancelled." in (await asha.says("yes")).text


async def test_what_is_edited_says_nothing(lunch: Lunch, asha: Person) -> None:
    await quoted(asha)
    held = effects(lunch.db)
    for text in ("cash", "5 idly", "/cancel"):
        edited = asha.message(text=text, edit_date=2)
        edited["edited_message"] = edited.pop("message")
        await asha.delivers(edited)
        assert "send a new one" in asha.sees().text
    assert effects(lunch.db) == held


async def test_the_buttons_of_somebody_else(lunch: Lunch, asha: Person) -> None:
    ravi = lunch.guest("Ravi")
    await ravi.says("hi")
    await quoted(asha)
    await ravi.says("1 masala dosa")
    held = effects(lunch.db)
    for message in asha.reads():
        for row in message.buttons:
            for _, data in row:
                update = ravi.press(data, message.message_id)
                await ravi.delivers(update)
                query = update["callback_query"]
                assert isinstance(query, dict)
                assert "has expired" in ravi.bot.answers[str(query["id"])]
    assert effects(lunch.db) == held


@pytest.mark.parametrize("end", [DONE, (COLD,), (NO_GAS,)])
async def test_every_old_button_of_an_order_a_day_later(
    lunch: Lunch, asha: Person, end: tuple[str, ...]
) -> None:
    await ordered(asha)
    await lunch.deliver()
    for said in ("cancel my order", "make it 3 idly in my placed order", "my orders"):
        await asha.says(said)
    await lunch.deliver()
    old = [
        (label, data, message.message_id)
        for message in asha.reads()
        for row in message.buttons
        for label, data in row
    ]
    assert {"Yes, cancel it", "Yes, change it", "Cancel the order", "Change it"} <= {
        label for label, _, _ in old
    }
    for said in end:
        await lunch.staff.says(said)
    await lunch.deliver()
    await lunch.clock.pass_by(DAY)
    held = {table: effects(lunch.db)[table] for table in TABLES if table.startswith("cold.")}
    for _, data, message_id in old:
        answered = len(lunch.telegram.calls)
        await asha.delivers(asha.press(data, message_id))
        assert len(lunch.telegram.calls) > answered
    now = effects(lunch.db)
    assert {table: now[table] for table in held} == held
