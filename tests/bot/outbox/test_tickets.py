"""Tickets of orders in the rooms of a shop, and what is printed when an order changes."""

import psycopg
import pytest

from tests.bot.outbox.post import Post
from tests.bot.outbox.rooms import another_quantity, boards, in_topic, room, says, seen
from tests.support.life import let_cancel, move
from tests.support.open_rooms import waiting
from tests.support.staff import member
from tests.support.tabs import order_at_table, serve, take_seat
from tests.support.turns import Caller, line
from tests.support.ways import put_tables


@pytest.fixture(autouse=True)
def customers_may_change(db: psycopg.Connection) -> None:
    """Until the shop cooks."""
    let_cancel(db, "preparing")


async def test_a_ticket_is_read_at_arms_length_and_edited_as_the_order_goes(post: Post) -> None:
    room(post.db, "kitchen")
    asha = post.customer("Asha", line("idly", 2), line("masala_dosa", note="crisp please"))
    await post.deliver()
    (ticket,) = seen(post, "kitchen")
    assert says(ticket)[:3] == [
        f"#{asha.number} · take-away",
        "2x Idly",
        '1x Masala Dosa ("crisp please")',
    ]
    assert ticket.rows == [
        ["Accept", "Ready"],
        ["Ready in 10", "Ready in 20", "Ready in 30"],
        ["Reject"],
    ]
    move(post.db, asha.order_id, "accepted")
    await post.deliver()
    move(post.db, asha.order_id, "ready")
    await post.deliver()
    (edited,) = seen(post, "kitchen")
    assert edited.message_id == ticket.message_id
    assert says(edited)[-1].startswith("ready ")
    assert edited.rows == []


async def test_what_may_not_be_eaten_heads_the_ticket_and_what_changes_it(post: Post) -> None:
    room(post.db, "kitchen")
    asha = post.customer()
    post.db.execute("""update cold.orders set dietary = '{"allergens": ["peanut"], "diets": []}'""")
    await post.deliver()
    another_quantity(post, asha, 1, 3)
    await post.deliver()
    ticket, delta = seen(post, "kitchen")
    assert says(ticket)[0] == says(delta)[0] == "\N{WARNING SIGN} ALLERGY: peanut"


async def test_each_room_has_the_buttons_of_what_is_done_there(post: Post) -> None:
    room(post.db, "kitchen", "counter")
    asha = post.customer()
    move(post.db, asha.order_id, "ready")
    await post.deliver()
    (kitchen,), (counter,) = seen(post, "kitchen"), seen(post, "counter")
    assert (kitchen.labels, counter.labels) == ([], ["Done", "Paid ₹80 in cash", "Cancel"])
    assert "₹80: pay cash" in counter.text
    assert "₹" not in kitchen.text


async def test_appended_to_twice_only_the_new_parts_are_printed(post: Post) -> None:
    """FloCafe#724: an append printed everything again, "potentially prepared twice"."""
    room(post.db, "kitchen")
    asha = post.customer("Asha", line("idly", 2), line("masala_dosa"))
    await post.deliver()
    another_quantity(post, asha, 1, 3)
    another_quantity(post, asha, 2, 2)
    await post.deliver()
    await post.deliver()
    ticket, *deltas = seen(post, "kitchen")
    head = f"#{asha.number} · take-away"
    assert [says(one) for one in deltas] == [
        [head, "CHANGE 2 → 3 Idly"],
        [head, "CHANGE 1 → 2 Masala Dosa"],
    ]
    assert [one.answers for one in deltas] == [ticket.message_id] * 2
    assert says(ticket)[1:3] == ["3x Idly", "2x Masala Dosa"]


async def test_what_is_added_or_taken_out_names_the_kind_of_order(post: Post) -> None:
    """FloCafe#573: a ticket must show the kind of order and the newly added items."""
    room(post.db, "kitchen")
    asha = post.customer("Asha", line("idly", 2), line("masala_dosa"))
    await post.deliver()
    another_quantity(post, asha, 2, 0)
    await post.deliver()
    _, delta = seen(post, "kitchen")
    assert says(delta) == [f"#{asha.number} · take-away", "CANCEL 1x Masala Dosa"]


async def test_what_the_ticket_had_from_the_start_is_not_printed_again(post: Post) -> None:
    room(post.db, "kitchen")
    asha = post.customer()
    another_quantity(post, asha, 1, 5)
    await post.deliver()
    (ticket,) = seen(post, "kitchen")
    assert says(ticket)[1] == "5x Idly"
    assert waiting(post.db) == []


async def test_a_cancelled_order_is_called_off_where_it_was_printed(post: Post) -> None:
    """odoo#210776: a cancellation was not printed."""
    room(post.db, "kitchen", "counter")
    asha, ravi = post.customer("Asha"), post.customer("Ravi")
    await post.deliver()
    move(post.db, asha.order_id, "cancelled", actor="customer")
    await post.deliver()
    for kind in ("kitchen", "counter"):
        *_, called_off = seen(post, kind)
        assert says(called_off) == [
            f"#{asha.number} · take-away · CANCEL the whole order",
            "2x Idly",
        ]
    (board,) = boards(post, "kitchen")
    assert f"#{ravi.number}" in board
    assert f"#{asha.number} " not in board


async def test_what_was_never_printed_need_not_be_called_off(post: Post) -> None:
    room(post.db, "kitchen")
    asha = post.customer()
    move(post.db, asha.order_id, "cancelled", actor="customer")
    await post.deliver()
    assert in_topic(post, "kitchen") == []


async def test_what_a_waiter_adds_and_takes_off_is_printed_alone(post: Post) -> None:
    """FloCafe#724 by staff: every round, and every change of one, is printed once."""
    room(post.db, "kitchen")
    put_tables(post.db, ["4"])
    with member(post.dsn, post.db, "wanda", "waiter") as wanda:
        serve(wanda, "4", line("idly", 3))
        await post.deliver()
        serve(wanda, "4", line("masala_dosa"))
        await post.deliver()
        wanda.call("remove_from_table", "4", ("idly",), 1)
        await post.deliver()
        serve(wanda, "4", line("idly"))
        wanda.call("undo")
        await post.deliver()
    first, second, changed = seen(post, "kitchen")
    assert (says(first)[1], says(second)[1]) == ("2x Idly", "1x Masala Dosa")
    assert says(changed)[1:] == ["CHANGE 3 → 2 Idly"]
    assert changed.answers == first.message_id


async def test_a_table_that_orders_again_prints_only_the_new_round(post: Post) -> None:
    """FloCafe#573 once more: what is added to a table."""
    room(post.db, "kitchen", "counter")
    put_tables(post.db, ["4"])
    with Caller(post.dsn, "guest") as guest:
        take_seat(guest, "4")
        order_at_table(guest, line("idly", 2))
        await post.deliver()
        order_at_table(guest, line("masala_dosa"))
        await post.deliver()
    first, second = seen(post, "kitchen")
    assert says(first)[0].endswith("· table 4")
    assert (says(first)[1], says(second)[1]) == ("2x Idly", "1x Masala Dosa")
    assert "Idly" not in second.text
    assert seen(post, "counter") == []
