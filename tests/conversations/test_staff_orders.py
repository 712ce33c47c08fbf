"""Orders run in plain sentences: their whole life, their money, and what the customer reads."""

import psycopg
import pytest

from bot.outbox import NoticeWords
from tests.support.life import put_stock, stock
from tests.support.money import short, take_money
from tests.support.records import everything
from tests.support.shop import Person, Shop
from tests.support.staff import grant
from tests.support.ways import LAKE, put_delivery
from tools.kit.notice import Notice

LAST_NOTICE = """
select app.notice_view(o) || jsonb_build_object('token', gen_random_uuid())
from cold.outbox o where channel is not null order by position desc limit 1
"""
STATUS = "select status from cold.orders"


@pytest.fixture
def asha(shop: Shop, db: psycopg.Connection) -> Person:
    """The owner, at the counter."""
    grant(db, "asha", "owner")
    return shop.member("asha")


async def order(shop: Shop, *texts: str) -> Person:
    """A guest with an order: 2 idly, 80 rupees."""
    guest = shop.person("guest")
    for text in ("2 idly", "checkout", *texts):
        await guest.says(text)
    assert "Order placed successfully! Order #1" in guest.reply.text
    return guest


def told(shop: Shop, db: psycopg.Connection) -> str:
    """The customer's one message about his order, as it was edited last."""
    row = db.execute(LAST_NOTICE).fetchone()
    assert row is not None
    words = NoticeWords(shop.rooms)(Notice.model_validate(row[0]))
    assert words is not None
    return words.text


def labels(person: Person) -> list[str]:
    """What the last reply lets him press."""
    return [button.label for row in person.reply.buttons for button in row]


async def books(person: Person, text: str) -> str:
    """Say that money has come or gone, and confirm what is asked; what is answered then."""
    await person.says(text)
    assert person.reply.text.startswith("Book ")
    return (await person.presses("Yes")).text


def status(db: psycopg.Connection) -> str:
    """How the order stands."""
    row = db.execute(STATUS).fetchone()
    assert row is not None
    return str(row[0])


async def test_a_take_away_in_words(shop: Shop, asha: Person, db: psycopg.Connection) -> None:
    await order(shop, "cash")
    reply = await asha.says("accept order 1, ready in 20")
    assert reply.text.startswith("Order #1 is accepted: 2x Idly. Its customer expects it ")
    assert told(shop, db).startswith("Order #1 is accepted.")
    assert "Ready at about" in told(shop, db)
    for text, answer, customer in (
        ("start 1", "Order #1 is being prepared: 2x Idly.", "Order #1 is being prepared."),
        ("order 1 is ready", "Order #1 is ready: 2x Idly.", "Order #1 is ready."),
        ("1 paid", "Order #1 is paid: ₹80 in cash.", "It is paid."),
        ("1 picked up", "Order #1 is completed: 2x Idly.", "Order #1 is completed. Thank you!"),
    ):
        said = await books(asha, text) if text == "1 paid" else (await asha.says(text)).text
        assert said == answer
        assert customer in told(shop, db)
    assert short(db) == ["cash paid 80.00"]
    assert labels(asha) == []


async def test_a_delivery_in_words(shop: Shop, asha: Person, db: psycopg.Connection) -> None:
    put_delivery(db, LAKE)
    guest = await order(shop, "delivery", "12 Lake Road, 560034", "cash")
    for text in ("accept 1", "preparing 1", "1 ready"):
        await asha.says(text)
    # It is on its way before it is there.
    reply = await asha.says("1 delivered")
    assert reply.text == "Order #1 is ready, so I left it as it is."
    assert labels(asha) == ["Out", "Paid", "Cancel"]
    assert (await asha.says("1 out for delivery")).text.startswith("Order #1 is on its way: ")
    assert "on its way" in (await guest.says("where is my order")).text
    reply = await asha.says("done 1")
    assert reply.text == "Order #1 is completed: 2x Idly. ₹110 in cash is still to be paid."
    await asha.presses("Paid")
    assert asha.reply.text == "Order #1 is paid: ₹110 in cash."
    assert (status(db), short(db)) == ("completed", ["cash paid 110.00"])


async def test_upi_is_confirmed_once(shop: Shop, asha: Person, db: psycopg.Connection) -> None:
    take_money(db)
    guest = await order(shop, "upi")
    assert short(db) == ["upi pending 80.00"]
    assert await books(asha, "upi received for 1") == "Order #1 is paid: ₹80 by UPI."
    assert "It is paid." in told(shop, db)
    reply = await asha.says("1 paid")
    assert reply.text == "Order #1 is paid already. Nothing was changed."
    assert labels(asha) == ["Accept", "Preparing", "Ready", "Reject", "Cancel"]
    assert "paid" in (await guest.says("where is my order")).text
    for text in ("accept 1", "1 ready", "1 collected"):
        await asha.says(text)
    assert (status(db), short(db)) == ("completed", ["upi paid 80.00"])


async def test_with_buttons_alone(shop: Shop, asha: Person, db: psycopg.Connection) -> None:
    assert (await asha.says("open orders")).text == "No order is under way."
    await order(shop, "cash")
    reply = await asha.says("orders")
    assert reply.text.startswith("Order #1: placed, 2x Idly — ₹80, pay cash. Expected ")
    await asha.presses("#1")
    assert asha.reply.text == reply.text
    paid = "Paid ₹80 in cash"
    assert labels(asha) == ["Accept", "Preparing", "Ready", paid, "Reject", "Cancel"]
    await asha.presses("Accept")
    assert labels(asha) == ["Preparing", "Ready", paid, "Reject", "Cancel", "Undo"]
    for label in ("Preparing", "Ready", "Paid", "Done"):
        await asha.presses(label)
    assert (await asha.says("orders")).text == "No order is under way."
    assert (status(db), short(db)) == ("completed", ["cash paid 80.00"])


async def test_what_is_cancelled_goes_back(
    shop: Shop, asha: Person, db: psycopg.Connection
) -> None:
    put_stock(db, "idly", 5)
    guest = await order(shop, "cash")
    await asha.says("accept 1")
    await books(asha, "cash taken for 1")
    reply = await asha.says("cancel 1 customer did not come")
    assert reply.text == "Order #1 is cancelled: 2x Idly. ₹80 paid in cash has to go back."
    assert stock(db, "idly") == 5
    assert "Reason: customer did not come" in told(shop, db)
    assert "₹80 paid in cash goes back to you." in told(shop, db)
    text = await books(asha, "refund 30 for 1")
    assert text == "₹30 of order #1 has gone back. ₹50 still has to go back."
    reply = await asha.says("refund 51 for 1")
    assert reply.text == "At most ₹50 of that payment has to go back. Nothing was changed."
    await asha.says("order 1")
    await asha.presses("Refunded")
    assert asha.reply.text == "₹50 of order #1 has gone back."
    assert "₹80 paid in cash has gone back to you." in told(shop, db)
    reply = await asha.says("refund 1")
    assert reply.text == (
        "Order #1 is cancelled, and no money of it is left to go back. Nothing was changed."
    )
    reply = await asha.says("1 paid")
    assert reply.text.startswith("Order #1 is cancelled, so there is nothing to pay.")
    assert "cancelled" in (await guest.says("where is my order")).text


async def test_a_rejected_order_has_a_reason(
    shop: Shop, asha: Person, db: psycopg.Connection
) -> None:
    await order(shop, "cash")
    reply = await asha.says("reject 1")
    assert reply.text == 'Why? The customer reads it. Say for example "reject 1 no gas".'
    assert status(db) == "placed"
    await asha.presses("We are too busy")
    assert told(shop, db).startswith("Sorry, the shop cannot take order #1.")
    assert "Reason: We are too busy" in told(shop, db)


async def test_out_of_turn_is_answered_and_nothing_done(
    shop: Shop, asha: Person, db: psycopg.Connection
) -> None:
    await order(shop, "cash")
    await asha.says("accept 1")
    assert (await asha.says("accept 1")).text.startswith("Order #1 was accepted already: 2x Idly.")
    for text in ("1 ready", "1 picked up"):
        await asha.says(text)
    before = everything(db)
    for text in ("accept 1", "start 1", "1 ready", "reject 1 no gas", "cancel 1 nobody came"):
        reply = await asha.says(text)
        assert reply.text == "Order #1 is completed, so I left it as it is.", text
    assert (await asha.says("refund 1")).text == (
        "Nothing was paid beyond what order #1 costs, so nothing has to go back. It is completed,"
        " so it can't be cancelled or changed any more. Nothing was changed."
    )
    assert (await asha.says("accept 2")).text.startswith("There is no order #2")
    after = everything(db)
    for table in ("cold.orders", "cold.order_event", "cold.payments", "cold.outbox"):
        assert after[table] == before[table]


async def test_what_is_paid_exactly_stays_and_why_is_told(
    shop: Shop, asha: Person, db: psycopg.Connection
) -> None:
    await order(shop, "cash")
    await books(asha, "1 paid")
    before = everything(db)
    for text in ("refund 50 for 1", "refund 1"):
        assert (await asha.says(text)).text == (
            "Nothing was paid beyond what order #1 costs, so nothing has to go back. Say"
            ' "cancel 1" with the reason, and all that was paid has to go back; or its customer'
            " takes something out of it in his chat, and what that costs has to go back. Nothing"
            " was changed."
        )
        assert labels(asha) == ["Accept", "Preparing", "Ready", "Reject", "Cancel"]
    assert everything(db)["cold.payments"] == before["cold.payments"]
    await asha.says("cancel 1, the oven is cold")
    assert "Reason: the oven is cold" in told(shop, db)
    assert (await books(asha, "refund 50 for 1")).startswith("₹50 of order #1 has gone back.")


async def test_handed_over_and_paid_in_one_breath(
    shop: Shop, asha: Person, db: psycopg.Connection
) -> None:
    await order(shop, "cash")
    await asha.says("1 ready")
    reply = await asha.says("1 picked up and paid by card")
    assert reply.text == (
        "Order #1 is completed: 2x Idly. ₹80 in cash is still to be paid.\n"
        "Book ₹80 by card for order #1?"
    )
    assert labels(asha) == ["Yes, #1: ₹80 by card", "No, leave it"]
    assert short(db) == ["cash due 80.00"]
    await asha.presses("Yes")
    assert (status(db), short(db)) == ("completed", ["card paid 80.00"])


async def test_what_comes_after_a_refusal_is_not_taken_for_done(
    shop: Shop, asha: Person, db: psycopg.Connection
) -> None:
    await order(shop, "cash")
    await asha.says("1 ready")
    await books(asha, "1 paid")
    reply = await asha.says("1 paid and picked up")
    assert reply.text == (
        "Order #1 is paid already. Nothing was changed.\n"
        "What you said after it was not done either: please say it again."
    )
    assert labels(asha) == ["Done", "Cancel"]
    await asha.presses("Done")
    assert status(db) == "completed"


async def test_what_was_done_with_two_orders_is_looked_at_one_by_one(
    shop: Shop, asha: Person
) -> None:
    for name in ("guest", "ravi"):
        guest = shop.person(name)
        for text in ("2 idly", "checkout", "cash"):
            await guest.says(text)
    reply = await asha.says("accept 1 and 2")
    assert "Order #1 is accepted" in reply.text
    assert "Order #2 is accepted" in reply.text
    assert labels(asha) == ["#1", "#2"]
    await asha.presses("#1")
    assert asha.reply.text.startswith("Order #1: accepted, 2x Idly")


async def test_an_unknown_order_leads_to_those_there_are(shop: Shop, asha: Person) -> None:
    await order(shop, "cash")
    assert (await asha.says("accept 7")).text.startswith("There is no order #7 in this shop.")
    await asha.presses("Open orders")
    assert asha.reply.text.startswith("Order #1: placed")


async def test_the_customer_was_quicker(shop: Shop, asha: Person, db: psycopg.Connection) -> None:
    guest = await order(shop, "cash")
    await guest.says("cancel my order")
    await guest.says("yes")
    reply = await asha.says("accept 1")
    assert reply.text == "Order #1 is cancelled, so I left it as it is."
    assert status(db) == "cancelled"


async def test_undo_where_it_can_be(shop: Shop, asha: Person, db: psycopg.Connection) -> None:
    guest = await order(shop, "cash")
    await asha.says("accept 1")
    await asha.presses("Undo")
    assert asha.reply.text == "Undone. Order #1 is placed again."
    assert told(shop, db).startswith("Order #1 is placed.")
    assert "Shall I cancel order #1?" in (await guest.says("cancel my order")).text
    await books(asha, "1 paid")
    reply = await asha.says("undo")
    assert reply.text == "Undone. ₹80 of order #1 is still to be paid."
    await asha.says("1 ready")
    await asha.says("1 picked up")
    assert (await asha.says("undo")).text == "Undone. Order #1 is ready again."
    assert "VOID" not in (await guest.says("receipt")).text
    await asha.says("cancel 1 no gas")
    assert told(shop, db).startswith("Order #1 is cancelled.")
    assert "VOID: the order was cancelled." in (await guest.says("receipt")).text
    assert (await asha.says("undo")).text == "Undone. Order #1 is ready again."
    assert "That it is off was a mistake: the shop has taken it up again." in told(shop, db)


async def test_a_waiter_hands_out_and_takes_the_money(
    shop: Shop, asha: Person, db: psycopg.Connection
) -> None:
    await order(shop, "cash")
    grant(db, "ravi", "waiter")
    ravi = shop.member("ravi")
    for text in ("accept 1", "reject 1 no gas", "refund 1", "cancel 1 nobody came"):
        assert "That is not for waiter" in (await ravi.says(text)).text
    await asha.says("1 ready")
    assert await books(ravi, "1 paid by card") == "Order #1 is paid: ₹80 by card."
    assert (await ravi.says("1 picked up")).text == "Order #1 is completed: 2x Idly."
