"""Boards, alerts and orders nobody accepts, in the rooms of a shop in Telegram."""

import psycopg
import pytest

from tests.bot.outbox.post import Post
from tests.bot.outbox.rooms import another_quantity, boards, room, says, seen
from tests.support.life import let_cancel, move
from tests.support.open_rooms import accept_after, open_room, waiting

LATE = "update cold.outbox set next_at = now() where topic = %s and status = 'new'"


@pytest.fixture(autouse=True)
def customers_may_change(db: psycopg.Connection) -> None:
    """Until the shop cooks."""
    let_cancel(db, "preparing")


async def test_the_board_is_one_message_of_what_is_open_oldest_first(post: Post) -> None:
    room(post.db, "kitchen")
    first, second = post.customer("Asha"), post.customer("Ravi")
    post.db.execute(
        "update cold.orders set created_at = now() - interval '14 minutes' where order_id = %s",
        (first.order_id,),
    )
    await post.deliver()
    assert boards(post, "kitchen") == [
        "Open: 2, the oldest for 14 min\n"
        f"#{first.number} · 14 min · take-away · placed\n"
        f"#{second.number} · 0 min · take-away · placed"
    ]
    for one in (first, second):
        move(post.db, one.order_id, "ready")
    await post.deliver()
    assert boards(post, "kitchen") == ["Nothing is open."]
    assert waiting(post.db) == []


async def test_an_order_nobody_accepts_is_called_out_and_then_its_customer_may_go(
    post: Post,
) -> None:
    room(post.db, "kitchen", "owner")
    accept_after(post.db, 5)
    asha = post.customer()
    await post.deliver()
    assert seen(post, "owner") == []
    post.db.execute(LATE, ("order_late",))
    await post.deliver()
    (call,) = seen(post, "owner")
    assert call.text == f"Order #{asha.number} has not been accepted for 5 minutes."
    assert "Accept" in call.labels
    assert len(asha.texts) == 1

    post.db.execute(LATE, ("order_waiting",))
    await post.deliver()
    told = post.bot.chats.of(asha.chat)[-1]
    assert told.text.startswith(f"Sorry, the shop has not accepted order #{asha.number} yet.")
    assert told.labels == ["Cancel the order"]


async def test_one_that_was_accepted_in_time_is_not_called_out(post: Post) -> None:
    room(post.db, "kitchen", "owner")
    asha = post.customer()
    move(post.db, asha.order_id, "accepted")
    post.time_passes()
    await post.deliver()
    assert seen(post, "owner") == []
    assert len(asha.texts) == 1
    assert "is accepted" in asha.texts[0]


async def test_a_room_that_refuses_holds_up_nobody(post: Post) -> None:
    """FloCafe#700: a dead printer blocked the sending."""
    open_room(post.db, "kitchen", "-66")
    room(post.db, "counter")
    post.telegram.fail("sendMessage", 403, "Forbidden: bot was kicked", chat=-66)
    post.telegram.fail("sendMessage", 403, "Forbidden: bot was kicked", chat=-66)
    asha = post.customer()
    await post.deliver()
    assert len(asha.texts) == 1
    assert [says(one)[0] for one in seen(post, "counter")] == [f"#{asha.number} · take-away"]
    assert post.bot.chats.of(-66) == []
    dead = "select topic from cold.outbox where chat = '-66' and status = 'dead' order by topic"
    assert post.db.execute(dead).fetchall() == [("board",), ("ticket",)]

    # Back again, it gets what it has missed, once, and the board as it is.
    another_quantity(post, asha, 1, 3)
    move(post.db, asha.order_id, "accepted")
    await post.deliver()
    texts = [one.text for one in post.bot.chats.of(-66)]
    assert sum("3x Idly" in text for text in texts) == 1
    assert sum(text.startswith("Open: 1") for text in texts) == 1
    assert len(texts) == 2
    assert "is accepted" in asha.texts[0]


async def test_a_sender_that_dies_leaves_the_board_right(post: Post) -> None:
    room(post.db, "kitchen")
    asha = post.customer()
    await post.deliver()
    ravi = post.customer("Ravi")
    # Both rows are with a sender that is killed before, or after, it has shown them.
    await post.postgres.call("claim_notices", post.tenant, "telegram", 50, 30.0)
    move(post.db, asha.order_id, "ready")
    post.db.execute("update cold.outbox set lease_until = now() where lease_until is not null")
    await post.deliver()
    await post.deliver()
    (board,) = boards(post, "kitchen")
    assert board.splitlines()[1:] == [f"#{ravi.number} · 0 min · take-away · placed"]
    assert len(seen(post, "kitchen")) == 2


async def test_what_was_told_of_by_itself_goes_to_who_hears_it(post: Post) -> None:
    room(post.db, "kitchen", "counter", "owner")
    post.db.execute(
        """select app.alert_rooms(tenant_id, 'stock_out', 'milk', '{"item": "Milk"}'),
             app.alert_rooms(tenant_id, 'bad_review', '1', '{"stars": 2, "words": "cold"}')
           from cold.tenants"""
    )
    await post.deliver()
    assert [one.text for one in seen(post, "owner")] == [
        "Milk has run out.",
        "No order: 2 of 5 stars. cold",
    ]
    assert (seen(post, "kitchen"), seen(post, "counter")) == ([], [])
