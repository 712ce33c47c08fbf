"""A room that cannot be reached any more, and a table that moves: who is told, and how often."""

import psycopg
import pytest

from tests.bot.outbox.post import Post
from tests.bot.outbox.rooms import room, says, seen
from tests.support.back_office import address, employ
from tests.support.life import move
from tests.support.open_rooms import open_room, waiting
from tests.support.staff import member
from tests.support.tabs import order_at_table, serve, take_seat
from tests.support.turns import Caller, line
from tests.support.ways import put_order_types, put_tables

KICKED = "Forbidden: bot was kicked from the supergroup chat"
GONE = "Bad Request: message thread not found"
LOST = "select lost_at is not null from cold.room where chat = %s and unbound_at is null"
ROOMS = "select chat, kind from cold.room where unbound_at is null order by chat"


def unreachable(post: Post, words: str = KICKED, times: int = 20) -> None:
    """Whatever is sent to the kitchen at -66 is refused from now on."""
    for _ in range(times):
        post.telegram.fail("sendMessage", 400 if "Bad" in words else 403, words, chat=-66)


@pytest.mark.parametrize("words", [KICKED, GONE])
async def test_the_owner_is_told_once_and_gets_the_orders(post: Post, words: str) -> None:
    open_room(post.db, "kitchen", "-66/3")
    room(post.db, "owner")
    unreachable(post, words)
    asha, ravi = post.customer(), post.customer("Ravi")
    await post.deliver()
    await post.deliver()
    texts = [one.text for one in seen(post, "owner")]
    assert texts[0] == (
        "I can't reach the kitchen any more, so orders for it are told here. Let me into the group"
        " again, or write /bind kitchen in a topic where I can write."
    )
    assert sorted(text.splitlines()[0] for text in texts[1:]) == [
        f"#{asha.number} · take-away",
        f"#{ravi.number} · take-away",
    ]
    # No order is held up, nothing waits for the room, and nobody is told again.
    third = post.customer("Meena")
    await post.deliver()
    assert waiting(post.db, "-66/3") == []
    assert [one.text for one in seen(post, "owner")][:3] == texts
    assert says(seen(post, "owner")[3])[0] == f"#{third.number} · take-away"
    assert len(third.texts) == 1


async def test_what_arrives_again_makes_it_a_room_again_and_its_next_loss_is_news(
    post: Post,
) -> None:
    open_room(post.db, "kitchen", "-66")
    room(post.db, "counter", "owner")
    unreachable(post, times=2)  # ticket and board
    missed = post.customer()
    await post.deliver()
    assert len(seen(post, "owner")) == 2
    assert post.db.execute(LOST, ("-66",)).fetchone() == (True,)
    news = post.customer()
    await post.deliver()
    await post.deliver()
    assert post.db.execute(LOST, ("-66",)).fetchone() == (False,)
    tickets = [says(one)[0] for one in post.bot.chats.of(-66) if one.text.startswith("#")]
    assert tickets == [f"#{one.number} · take-away" for one in (news, missed)]
    unreachable(post)
    post.customer()
    await post.deliver()
    told = [one.text for one in seen(post, "owner") if "can't reach" in one.text]
    assert len(told) == 2


async def test_a_customer_who_blocks_the_bot_is_no_room(post: Post) -> None:
    room(post.db, "owner")
    asha = post.customer()
    post.telegram.fail("sendMessage", 403, "Forbidden: bot was blocked", chat=asha.chat)
    await post.deliver()
    assert not any("can't reach" in one.text for one in seen(post, "owner"))


async def test_one_bound_anew_stands_in_for_the_one_that_is_lost(post: Post) -> None:
    open_room(post.db, "kitchen", "-66/3")
    open_room(post.db, "kitchen", "-66/4", stations=("dosa",))
    unreachable(post)
    post.customer()
    await post.deliver()
    employ(post.db, "7", "owner")
    with Caller(post.dsn, "7") as owner:
        owner.facts = {"channel": "telegram", "chat": address("kitchen"), "sender": "7"}
        owner.call("bind_room", "kitchen", (), True)
        bound = post.db.execute(ROOMS).fetchall()
        assert sorted(bound) == sorted([(address("kitchen"), "kitchen"), ("-66/4", "kitchen")])
        owner.facts = {**owner.facts, "chat": address("kitchen")}
        owner.call("undo")
        assert sorted(post.db.execute(ROOMS).fetchall()) == [
            ("-66/3", "kitchen"),
            ("-66/4", "kitchen"),
        ]


async def test_a_table_that_moves_is_told_once_and_its_tickets_follow(
    post: Post, db: psycopg.Connection
) -> None:
    room(post.db, "kitchen", "counter")
    put_order_types(db, "dine_in", usual="dine_in")
    put_tables(db, ("4", "5", "7"))
    with member(post.dsn, db, "wanda", "waiter") as wanda, Caller(post.dsn, "guest") as guest:
        serve(wanda, "4", line("idly", 2))
        take_seat(guest, "4")
        done = order_at_table(guest, line("masala_dosa"))
        serve(wanda, "5", line("idly"))
        await post.deliver()
        wanda.call("transfer_tab", "4", "7")
        await post.deliver()
        heads = [says(one)[0] for one in seen(post, "kitchen")]
        assert heads == [
            "#1 · table 7",
            f"#{done.order_no} · table 7",
            "#3 · table 5",
            "Table 4 moved to 7",
        ]
        wanda.call("undo")
        await post.deliver()
        heads = [says(one)[0] for one in seen(post, "kitchen")]
        assert heads[0] == "#1 · table 4"
        assert heads[4:] == ["Table 7 moved to 4"]
        # A kitchen that has nothing of it to cook any more is not told.
        for order in {row[0] for row in db.execute("select order_id from cold.orders")}:
            move(db, order, "ready")
            move(db, order, "completed")
        await post.deliver()
        assert len(seen(post, "kitchen")) == 5
        assert "moved" not in " ".join(one.text for one in seen(post, "counter"))


async def test_what_can_be_edited_but_not_written_to_stays_lost(post: Post) -> None:
    """A topic that was closed: it is not found again with every edit, and lost with every order."""
    open_room(post.db, "kitchen", "-66")
    room(post.db, "owner")
    asha = post.customer()
    await post.deliver()
    unreachable(post, "Bad Request: TOPIC_CLOSED")
    for step in ("accepted", "preparing", "ready"):
        post.customer()
        move(post.db, asha.order_id, step)
        await post.deliver()
    assert sum("can't reach" in one.text for one in seen(post, "owner")) == 1
    assert says(post.bot.chats.of(-66)[0])[-1].startswith("ready"), "what can be shown is shown"
