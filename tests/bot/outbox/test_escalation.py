"""An order nobody accepts, as the clock goes on: the managers are called, then its customer."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from psycopg import sql

from bot.pg import Postgres
from tests.bot.outbox.post import Post
from tests.bot.outbox.rooms import room, seen
from tests.support.back_office import employ
from tests.support.life import let_cancel, move
from tests.support.open_rooms import accept_after

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SEEN = """
insert into cold.person_seen (tenant_id, channel, sender, name, seen_at)
select tenant_id, 'telegram', %s, %s, now() from cold.tenants
"""
MIRA = '<a href="tg://user?id=5001">Mira &amp; Co</a>'


class Afternoon:
    """The outbox at a time of the day; whoever connects has that time."""

    def __init__(self, post: Post) -> None:
        self.post = post

    async def is_at(self, minutes: float) -> None:
        """Let it be so many minutes past noon, and deliver what is due then."""
        at = (NOON + timedelta(minutes=minutes)).isoformat()
        db = self.post.db
        name = sql.Identifier(db.info.dbname)
        db.execute(sql.SQL("alter database {} set app.fake_now = {}").format(name, sql.Literal(at)))
        db.execute("select set_config('app.fake_now', %s, false)", (at,))
        postgres = await Postgres.connect(self.post.dsn, trust_unsafe=True)
        self.post.postgres, before = postgres, self.post.postgres
        try:
            await self.post.deliver()
        finally:
            self.post.postgres = before
            await postgres.close()


@pytest.fixture
async def afternoon(post: Post) -> Afternoon:
    """A kitchen, the owner's room, Mira who manages, and the owner."""
    let_cancel(post.db, "preparing")
    room(post.db, "kitchen", "owner")
    for who, role in ((5001, "manager"), (5002, "owner"), (5003, "kitchen")):
        employ(post.db, who, role)
    post.db.execute(SEEN, ("5001", "Mira & Co"))
    opened = Afternoon(post)
    await opened.is_at(0)
    return opened


async def test_minute_by_minute(post: Post, afternoon: Afternoon) -> None:
    accept_after(post.db, 7)
    asha = post.customer()
    for minutes in (0.5, 6.9):
        await afternoon.is_at(minutes)
        assert seen(post, "owner") == []
    await afternoon.is_at(7.1)
    (call,) = seen(post, "owner")
    late = f"Order #{asha.number} has not been accepted for 7 minutes."
    assert call.html == f"{MIRA}\n{late}"
    assert call.rows[0] == ["Accept", "Ready"]
    assert len(asha.texts) == 1
    await afternoon.is_at(13.9)
    assert len(asha.texts) == 1
    await afternoon.is_at(14.1)
    told = post.bot.chats.of(asha.chat)[-1]
    assert told.text.startswith(f"Sorry, the shop has not accepted order #{asha.number} yet.")
    assert told.labels == ["Cancel the order"]
    # Neither comes again.
    await afternoon.is_at(60)
    assert (len(seen(post, "owner")), len(asha.texts)) == (1, 2)


@pytest.mark.parametrize("step", ["accepted", "ready", "cancelled"])
async def test_what_is_taken_on_in_time_calls_nobody(
    post: Post, afternoon: Afternoon, step: str
) -> None:
    asha = post.customer()
    await afternoon.is_at(4)
    move(post.db, asha.order_id, step, actor="customer" if step == "cancelled" else "staff:1")
    for minutes in (5.1, 10.1):
        await afternoon.is_at(minutes)
    assert not [one for one in seen(post, "owner") if "not been accepted" in one.text]
    assert len(asha.texts) == 1


async def test_one_accepted_after_the_call_spares_its_customer(
    post: Post, afternoon: Afternoon
) -> None:
    asha = post.customer()
    await afternoon.is_at(5.1)
    assert len(seen(post, "owner")) == 1
    move(post.db, asha.order_id, "accepted")
    await afternoon.is_at(10.1)
    assert len(asha.texts) == 1


def _manager_gone(post: Post) -> None:
    post.db.execute(
        "update cold.staff_member set revoked_at = now(), revoked_by = 'x' where role = 'manager'"
    )


def _all_gone(post: Post) -> None:
    post.db.execute("update cold.staff_member set revoked_at = now(), revoked_by = 'x'")


@pytest.mark.parametrize(
    ("happens", "head"),
    [(_manager_gone, '<a href="tg://user?id=5002">owner</a>\n'), (_all_gone, "")],
)
async def test_who_is_called_is_read_when_it_goes_out(
    post: Post, afternoon: Afternoon, happens: Callable[[Post], None], head: str
) -> None:
    asha = post.customer()
    happens(post)
    await afternoon.is_at(5.1)
    (call,) = seen(post, "owner")
    assert call.html == f"{head}Order #{asha.number} has not been accepted for 5 minutes."


async def test_never_is_never(post: Post, afternoon: Afternoon) -> None:
    accept_after(post.db, None)
    asha = post.customer()
    await afternoon.is_at(120)
    assert (seen(post, "owner"), len(asha.texts)) == ([], 1)
