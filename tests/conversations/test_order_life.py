"""A placed order in Telegram, over HTTP: followed, changed, cancelled, and nothing out of turn."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from tests.bot.telegram.rig import webhook
from tests.fakes.telegram_person import Person
from tests.support.chats import bot_of
from tests.support.life import move
from tests.support.money import short, take_money, to_go_back
from tests.support.records import everything
from tests.support.shop import Shop

Two = tuple[Person, Person]
ORDER = "select order_id from cold.orders order by created_at desc limit 1"
STATUS = "select status from cold.orders order by created_at desc limit 1"


@pytest.fixture
async def two(shop: Shop, db: psycopg.Connection) -> AsyncIterator[Two]:
    """Asha and Ravi with Telegram in hand, before a shop that takes every kind of money."""
    take_money(db)
    async with bot_of(shop, way=webhook) as (telegram, bot):
        yield telegram.person(bot, "Asha"), telegram.person(bot, "Ravi")


async def order(asha: Person) -> None:
    """2 idly and 2 masala dosa, 240 rupees in cash."""
    await asha.says("2 idly and 2 masala dosa")
    await asha.says("takeaway")
    assert "Order #1 - Total: ₹240" in (await asha.presses("Cash")).text


def goes_on(db: psycopg.Connection, *steps: str) -> None:
    """Let the shop take the order to these steps."""
    row = db.execute(ORDER).fetchone()
    assert row is not None
    for step in steps:
        move(db, row[0], step)


def status(db: psycopg.Connection) -> str:
    row = db.execute(STATUS).fetchone()
    assert row is not None
    return str(row[0])


async def test_cancelled_with_words_alone(two: Two, db: psycopg.Connection) -> None:
    asha, _ = two
    await order(asha)
    seen = await asha.says("cancel my order")
    assert seen.text.startswith("Shall I cancel order #1?")
    assert "Nothing has been paid, so nothing goes back." in seen.text
    assert status(db) == "placed"
    assert "Order #1 is cancelled." in (await asha.says("yes")).text
    assert (status(db), short(db)) == ("cancelled", ["cash void 240.00"])
    assert "Order #1: cancelled" in (await asha.says("where is my order")).text


async def test_cancelled_with_buttons_alone(two: Two, db: psycopg.Connection) -> None:
    asha, _ = two
    await order(asha)
    await asha.presses("My orders")
    await asha.presses("Cancel the order")
    kept = await asha.presses("No, keep it")
    assert kept.text.startswith("Order #1: placed")
    await asha.presses("Cancel the order")
    assert "Order #1 is cancelled." in (await asha.presses("Yes, cancel it")).text
    assert status(db) == "cancelled"


async def test_what_was_paid_goes_back(two: Two, db: psycopg.Connection) -> None:
    asha, _ = two
    await asha.says("2 idly")
    await asha.says("takeaway")
    await asha.presses("Pay here")
    await asha.pays()
    asked = await asha.says("cancel order 1")
    assert "₹80 paid by card in Telegram goes back to you." in asked.text
    assert to_go_back(db) == []
    told = await asha.says("yes please")
    assert "₹80 paid by card in Telegram goes back to you." in told.text
    assert to_go_back(db) == ["charge-1"]


async def test_changed_with_words_and_with_buttons(two: Two, db: psycopg.Connection) -> None:
    asha, _ = two
    await order(asha)
    asked = await asha.says("make it 1 masala dosa in order 1")
    assert "then comes to ₹160 (now ₹240)" in asked.text
    assert "Total: ₹160, pay cash." in (await asha.says("yes")).text
    await asha.says("where is my order")
    await asha.presses("Change it")
    assert "Idly would" not in (await asha.presses("+", beside="Idly")).text
    assert "Total: ₹200, pay cash." in (await asha.presses("Yes, change it")).text
    assert short(db) == ["cash due 200.00"]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (("accepted",), "Order #1 is accepted and can't be cancelled or changed here any more."),
        (("ready",), "Order #1 is ready and can't be cancelled or changed here any more."),
        (("ready", "completed"), "Order #1 is completed: nothing was changed."),
        (("rejected",), "Order #1 is declined: nothing was changed."),
    ],
)
async def test_the_button_of_an_earlier_time(
    two: Two, db: psycopg.Connection, steps: tuple[str, ...], words: str
) -> None:
    asha, _ = two
    await order(asha)
    await asha.says("cancel my order")
    goes_on(db, *steps)
    before = everything(db)["cold.orders"]
    answer = await asha.presses("Yes, cancel it")
    assert any(one.text.startswith(words) for one in (answer, *asha.reads()))
    assert everything(db)["cold.orders"] == before


async def test_the_button_pressed_twice(two: Two, db: psycopg.Connection) -> None:
    asha, _ = two
    await order(asha)
    asked = await asha.says("cancel my order")
    ((label, data), _) = asked.buttons[0]
    assert label == "Yes, cancel it"
    for _ in range(3):
        await asha.delivers(asha.press(data, asked.message_id))
    row = db.execute("select count(*) from cold.order_event").fetchone()
    assert (status(db), row) == ("cancelled", (2,))


async def test_the_button_pressed_by_somebody_else(two: Two, db: psycopg.Connection) -> None:
    asha, ravi = two
    await order(asha)
    asked = await asha.says("cancel my order")
    ((_, data), _) = asked.buttons[0]
    await ravi.delivers(ravi.press(data, asked.message_id))
    assert status(db) == "placed"
    assert "I don't find that order" in (await ravi.says("cancel order 1")).text
    assert status(db) == "placed"


async def test_a_forwarded_or_edited_message_confirms_nothing(
    two: Two, db: psycopg.Connection
) -> None:
    asha, _ = two
    await order(asha)
    await asha.says("cancel my order")
    edited = asha.message(text="yes")
    edited["edited_message"] = edited.pop("message")
    await asha.delivers(edited)
    assert status(db) == "placed"


async def test_a_receipt_comes_when_it_is_paid(two: Two, db: psycopg.Connection) -> None:
    asha, _ = two
    await order(asha)
    assert "is there as soon as the order is paid" in (await asha.says("receipt please")).text
    goes_on(db, "ready", "completed")
    seen = await asha.says("my orders")
    assert "Cancel the order" not in seen.labels
    told = await asha.presses("Receipt")
    assert told.text.startswith("Receipt 1\n")
    assert "Total: ₹240" in told.text
    assert "To be paid: ₹240" in told.text
    assert "Receipt 1 (Copy 2)" in (await asha.says("receipt")).text


@pytest.mark.parametrize("words", ["cancel it", "cancel that please", "cancel", "cancel my order"])
async def test_cancel_it_means_the_order_just_placed(
    two: Two, db: psycopg.Connection, words: str
) -> None:
    asha, _ = two
    await order(asha)
    seen = await asha.says(words)
    assert seen.text.startswith("Shall I cancel order #1?")
    await asha.says("yes")
    assert status(db) == "cancelled"


@pytest.mark.parametrize(
    "words", ["how long", "how long will it take", "what's the status", "status", "how much longer"]
)
async def test_how_it_stands_in_few_words(two: Two, words: str) -> None:
    asha, _ = two
    await order(asha)
    assert (await asha.says(words)).text.startswith("Order #1: placed,")


async def test_what_was_ordered_is_no_empty_cart(two: Two) -> None:
    asha, _ = two
    await order(asha)
    seen = await asha.says("change my order")
    assert seen.text == 'Your cart is empty. Say "my orders" to see or change what you ordered.'
    assert (await asha.presses("My orders")).text.startswith("Order #1: placed,")
