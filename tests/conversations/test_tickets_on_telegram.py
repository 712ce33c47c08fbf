"""Orders run by the buttons of their tickets, by several people in the rooms of one group."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from bot.pg import Postgres
from tests.bot.outbox.rooms import another_quantity, boards, says
from tests.conversations.counter import Counter, counter_of
from tests.support.life import let_cancel
from tests.support.money import short
from tests.support.shop import Shop
from tests.support.staff import stock_of
from tests.support.ways import LAKE, NEARBY, put_delivery

STATUS = "select status from cold.orders order by order_no desc limit 1"
MAP = "https://maps.google.com/?q=12.975,77.6"


@pytest.fixture
async def counter(
    dsn: str, db: psycopg.Connection, postgres: Postgres, shop: Shop
) -> AsyncIterator[Counter]:
    """A shop with a kitchen, a counter, riders and the owner's room."""
    let_cancel(db, "preparing")
    rooms = ("kitchen", "counter", "riders", "owner")
    async with counter_of(dsn, db, postgres, shop, *rooms) as opened:
        yield opened


def status(db: psycopg.Connection) -> str:
    """How the last order stands."""
    row = db.execute(STATUS).fetchone()
    assert row is not None
    return str(row[0])


async def test_an_order_goes_its_way_by_the_buttons_of_its_tickets(counter: Counter) -> None:
    guest = await counter.customer()
    ravi = counter.at("Ravi", "kitchen", "kitchen")
    asha = counter.at("Asha", "counter", "counter")
    before = {kind: len(counter.tickets(kind)) for kind in ("kitchen", "counter")}
    await ravi.presses("Ready in 20")
    assert (ravi.notice or "").startswith("Order #1 is accepted: 2x Idly. Its customer expects it")
    await counter.post.deliver()
    for kind, steps in (("kitchen", [["Ready"], ["Reject"]]), ("counter", [])):
        (ticket,) = counter.tickets(kind)
        assert any(row.startswith("accepted ") for row in says(ticket)), kind
        assert ticket.rows[:2] == steps or kind == "counter"
    assert guest.texts[-1].startswith("Order #1 is accepted.")
    assert "Ready at about" in guest.texts[-1]

    await ravi.presses("Ready")
    await counter.post.deliver()
    (kitchen,), (at_counter,) = counter.tickets("kitchen"), counter.tickets("counter")
    assert kitchen.rows == []
    assert at_counter.rows == [["Done"], ["Paid ₹80 in cash"], ["Cancel"]]
    assert "is ready" in guest.texts[-1]
    assert boards(counter.post, "kitchen") == ["Nothing is open."]

    await asha.presses("Paid")
    assert asha.notice == "Order #1 is paid: ₹80 in cash."
    await counter.post.deliver()
    assert counter.tickets("counter")[0].labels == ["Done", "Cancel"]
    assert "It is paid." in guest.texts[-1]
    await asha.presses("Done")
    await counter.post.deliver()
    assert (status(counter.db), short(counter.db)) == ("completed", ["cash paid 80.00"])
    # All of it was read in the messages there were: nobody got a new one.
    assert {kind: len(counter.tickets(kind)) for kind in before} == before
    assert len(guest.texts) == 1
    assert [one.text for one in counter.tickets("owner")] == ["Order #1: ₹80 is paid in cash."]


async def test_who_presses_is_judged_and_the_ticket_is_left_to_the_others(counter: Counter) -> None:
    await counter.customer()
    told = [one.text for kind in ("kitchen", "counter") for one in counter.tickets(kind)]
    for name, role, room, label in (
        ("Wim", "waiter", "kitchen", "Accept"),
        ("Rita", "rider", "kitchen", "Ready"),
        ("Ian", "inventory", "counter", "Reject"),
        ("Carl", "kitchen", "counter", "Paid"),
    ):
        person = counter.at(name, room, role)
        await person.presses(label)
        assert f"not for {role}" in (person.notice or ""), name
    eve = counter.office.person("Eve")
    counter.office.at("Eve", "kitchen")
    await eve.presses("Accept")
    assert "not on the staff" in (eve.notice or "")
    await counter.post.deliver()
    assert status(counter.db) == "placed"
    assert [one.text for kind in ("kitchen", "counter") for one in counter.tickets(kind)] == told


async def test_the_second_press_finds_it_done(counter: Counter) -> None:
    await counter.customer()
    asha = counter.at("Asha", "counter", "counter")
    mira = counter.at("Mira", "counter", "manager")
    await asha.presses("Paid")
    await mira.presses("Paid")
    assert mira.notice == "Order #1 is paid already. Nothing was changed."
    await asha.presses("Accept")
    await mira.presses("Accept")
    assert (mira.notice or "").startswith("Order #1 was accepted already")
    assert short(counter.db) == ["cash paid 80.00"]


async def test_an_old_sum_books_nothing(counter: Counter) -> None:
    guest = await counter.customer()
    another_quantity(counter.post, guest, 1, 3)
    asha = counter.at("Asha", "counter", "counter")
    # The ticket still shows ₹80.
    await asha.presses("Paid ₹80")
    assert "has changed, it is ₹120 now" in (asha.notice or "")
    assert short(counter.db) == ["cash due 120.00"]
    await counter.post.deliver()
    await asha.presses("Paid ₹120")
    assert short(counter.db) == ["cash paid 120.00"]


async def test_rejected_with_a_reason_by_buttons(counter: Counter) -> None:
    guest = await counter.customer()
    ravi = counter.at("Ravi", "kitchen", "kitchen")
    await ravi.presses("Reject")
    asked = ravi.sees()
    assert asked.text == "Why? The customer reads it."
    assert asked.answers == counter.tickets("kitchen")[0].message_id
    assert asked.labels == [
        "We are too busy",
        "We are about to close",
        "Something is sold out",
        "Write it",
    ]
    assert status(counter.db) == "placed"
    # Who else is in the kitchen may answer as well.
    await counter.at("Mina", "kitchen", "manager").presses("too busy")
    await counter.post.deliver()
    assert "Reason: We are too busy" in guest.texts[-1]
    assert "declined" in counter.tickets("counter")[0].text


async def test_rejected_with_a_reason_in_his_own_words(counter: Counter) -> None:
    guest = await counter.customer()
    ravi = counter.at("Ravi", "kitchen", "kitchen")
    await ravi.presses("Reject")
    await ravi.presses("Write it")
    assert ravi.sees().text.startswith("Write why, as your next message here.")
    # What others say, or he elsewhere, is no reason.
    mina = counter.at("Mina", "kitchen", "kitchen")
    await mina.sends(text="where are my keys")
    await counter.at("Ravi", "counter", "kitchen").sends(text="hello there")
    assert status(counter.db) == "placed"
    ravi = counter.at("Ravi", "kitchen", "kitchen")
    answer = await ravi.says("the idly steamer is broken, sorry")
    assert answer.text == "Order #1 is declined: 2x Idly."
    await counter.post.deliver()
    assert "Reason: the idly steamer is broken, sorry" in guest.texts[-1]
    # It was the next message, and no other.
    before = counter.office.said()
    await ravi.sends(text="the gas is gone too")
    assert counter.office.said() == before


async def test_what_is_no_reason_is_done_and_the_order_stays(counter: Counter) -> None:
    await counter.customer()
    await counter.customer(name="Second")
    ravi = counter.at("Ravi", "kitchen", "kitchen")
    for words in ("1 ready", "orders", "no"):
        await ravi.presses("Reject")
        await ravi.presses("Write it")
        await ravi.says(words)
        assert status(counter.db) == "placed", words
        await ravi.sends(text="whatever this may be")
        assert status(counter.db) == "placed", words


async def test_cancelled_at_the_counter_and_paid_back(counter: Counter) -> None:
    guest = await counter.customer()
    ravi = counter.at("Ravi", "kitchen", "kitchen")
    mira = counter.at("Mira", "counter", "manager")
    await ravi.presses("Ready")
    await counter.post.deliver()
    await mira.presses("Paid")
    await counter.post.deliver()
    await mira.presses("Cancel")
    await mira.presses("Nobody came")
    await counter.post.deliver()
    assert "Reason: Nobody came" in guest.texts[-1]
    assert any("CANCEL the whole order" in one.text for one in counter.tickets("kitchen"))
    ticket = counter.tickets("counter")[0]
    assert ticket.labels == ["Refunded ₹80"]
    # Whose role lacks it cannot, whatever the room shows.
    asha = counter.at("Asha", "counter", "counter")
    assert "not for counter" in await counter.presses(asha, ticket, "Refunded")
    assert await counter.presses(mira, ticket, "Refunded") == "₹80 of order #1 has gone back."
    assert "no money of it is left" in await counter.presses(mira, ticket, "Refunded")
    await counter.post.deliver()
    assert counter.tickets("counter")[0].labels == []
    assert short(counter.db) == ["cash refunded 80.00"]


async def test_money_that_is_only_spoken_of_waits_for_a_button_of_his(counter: Counter) -> None:
    await counter.customer()
    asha = counter.at("Asha", "counter", "owner")
    seen = await asha.says("1 paid by card")
    assert (seen.text, seen.labels) == (
        "Book ₹80 by card for order #1?",
        ["Yes, #1: ₹80 by card", "No, leave it"],
    )
    for text in ("yes", "Yes, #1: ₹80 by card", "ok book it"):
        await asha.sends(text=text)
    mira = counter.at("Mira", "counter", "manager")
    await mira.presses("Yes")
    assert "somebody else's" in (mira.notice or "")
    assert short(counter.db) == ["cash due 80.00"]
    await counter.at("Asha", "counter", "owner").presses("Yes")
    assert short(counter.db) == ["card paid 80.00"]
    await asha.says("cancel 1 nobody came")
    seen = await asha.says("refund 30 for 1")
    assert seen.text == "Book that ₹30 of order #1 has gone back?"
    await asha.presses("No, leave it")
    assert short(counter.db) == ["card refund_due 80.00"]
    # Two people speak of the same thirty rupees: they go back once.
    hers, his = await asha.says("refund 30 for 1"), await mira.says("refund 30 for 1")
    await counter.presses(asha, hers, "Yes")
    assert "has changed, it is ₹50 now" in await counter.presses(mira, his, "Yes")


async def test_where_a_delivery_goes_riders_read_and_cooks_never(
    counter: Counter, db: psycopg.Connection
) -> None:
    put_delivery(db, LAKE)
    guest = counter.office.telegram.person(counter.office.bot, "Meena")
    number = counter.delivery(guest, "12 Lake Road, 560034", "+919845012345")
    db.execute("update cold.order_contact set latitude = %s, longitude = %s", NEARBY)
    await counter.customer(name="Another")
    await counter.post.deliver()
    (ticket,) = counter.tickets("riders")
    secrets = ["12 Lake Road, 560034", "+919845012345", MAP]
    assert [row for row in says(ticket) if row in secrets] == secrets
    assert any(row.startswith("Paid") for row in ticket.labels)
    rita = counter.at("Rita", "riders", "rider")
    told = (await rita.says(f"order {number}")).text.splitlines()
    assert [row for row in told if row in secrets] == secrets
    asha = counter.at("Asha", "owner", "owner")
    told = (await asha.says(f"order {number}")).text.splitlines()
    assert [row for row in told if row in secrets] == secrets
    ravi = counter.at("Ravi", "kitchen", "owner")
    for text in (f"order {number}", "orders", f"accept {number}", f"{number} ready"):
        await ravi.says(text)
    await counter.post.deliver()
    await counter.at("Rita", "riders", "rider").presses("Out")
    await counter.post.deliver()
    read = [
        *(one.text for one in counter.office.at("Ravi", "kitchen").reads()),
        *(one.text for one in counter.tickets("counter")),
        *(
            one.text
            for person in counter.office.bot.chats._chats
            if not person.startswith("-") and person != str(guest.user_id)
            for one in counter.office.bot.chats.of(int(person))
        ),
    ]
    assert len(read) > 4
    assert not any(secret in text for text in read for secret in (*secrets, "560034", "98450"))


EVERYBODY = """
create or replace function app.sees_contact(p_turn app.turn, p_member cold.staff_member)
  returns boolean language sql as 'select true'
"""


async def test_the_broken_variant_tells_a_cook_where_it_goes(
    counter: Counter, db: psycopg.Connection
) -> None:
    put_delivery(db, LAKE)
    guest = counter.office.telegram.person(counter.office.bot, "Meena")
    number = counter.delivery(guest, "12 Lake Road, 560034", "+919845012345")
    db.execute(EVERYBODY)
    ravi = counter.at("Ravi", "kitchen", "kitchen")
    assert "12 Lake Road" in (await ravi.says(f"order {number}")).text


async def test_a_room_that_is_bound_shows_at_once_what_is_open(
    counter: Counter, db: psycopg.Connection
) -> None:
    first, second = await counter.customer(), await counter.customer(name="Second")
    db.execute("update cold.room set unbound_at = now(), unbound_by = 'x' where kind = 'kitchen'")
    owner = counter.at("Asha", "lobby", "owner")
    before = len(counter.tickets("counter"))
    await owner.says("/bind kitchen")
    await owner.presses("Yes, make it")
    await counter.post.deliver()
    here = [one.text for one in owner.reads()]
    numbers = [f"#{one.number} · take-away" for one in (first, second)]
    assert [text.splitlines()[0] for text in here if text.startswith("#")] == numbers
    assert [text for text in here if text.startswith("Open: 2, ")]
    assert len(counter.tickets("counter")) == before
    await owner.presses("Accept")
    await counter.post.deliver()
    assert sum("accepted " in one.text for one in counter.tickets("counter")) == 1
    # Bound again, with other categories, nothing is posted twice.
    told = len(owner.reads())
    await owner.says("/bind kitchen Idly & Vada")
    await counter.post.deliver()
    assert len([one for one in owner.reads() if one.text.startswith(("#", "Open"))]) == 3
    assert len(owner.reads()) == told + 1


async def test_an_empty_room_has_its_board_from_the_start(counter: Counter) -> None:
    owner = counter.at("Asha", "lobby", "owner")
    await owner.says("/bind riders")
    await owner.presses("Yes, make it")
    await counter.post.deliver()
    assert owner.sees().text == "Nothing is open."


async def test_anothers_undo_takes_nothing_back(counter: Counter, db: psycopg.Connection) -> None:
    await counter.customer()
    ravi = counter.at("Ravi", "kitchen", "kitchen")
    mina = counter.at("Mina", "kitchen", "manager")
    await mina.says("/stock idly 20")
    assert "Order #1 is accepted" in (await ravi.says("accept order 1")).text
    await mina.presses("Undo")
    assert "somebody else's" in (mina.notice or "")
    assert (status(db), stock_of(db, "idly")) == ("accepted", 20)
    await ravi.presses("Undo")
    assert status(db) == "placed"
