"""The outbox: who is told what, what may be claimed, and what becomes of it."""

from functools import partial

import pytest
from psycopg import Connection

from db.tenants import add_tenant
from tests.support.together import at_once, must
from tests.support.turns import Caller, line
from tools.kit.call import Json
from tools.kit.notice import Notice
from tools.kit.view import Order

STATUSES = "select status from cold.outbox order by position"
QUEUE = """
insert into cold.outbox (tenant_id, topic, dedupe_key, payload, channel, chat, created_at, status)
select t.tenant_id, 'test', %(status)s || chat || ' ' || n, '{}', 'test', 'chat ' || chat, now(),
       %(status)s
from cold.tenants t, generate_series(1, %(length)s) n, generate_series(1, %(chats)s) chat
where t.slug = 'demo' order by n.n, chat
"""
SCANS = "select seq_scan from pg_stat_user_tables where relname = 'outbox'"


def order(caller: Caller) -> Order:
    """Place an order of an idly."""
    caller.add_to_cart([line("idly")])
    caller.checkout()
    placed = caller.choose_payment("cash").order
    assert placed is not None
    return placed


def tell(db: Connection, placed: Order, topic: str = "order_status", **payload: Json) -> None:
    """Take the order a step on, and tell its customer."""
    db.execute("update cold.orders set event_seq = event_seq + 1")
    notify(db, placed, topic, **payload)


def notify(db: Connection, placed: Order, topic: str = "order_status", **payload: Json) -> None:
    """Tell the customer of an order."""
    db.execute(
        """select app.notify_customer(tenant_id, order_id, %s, jsonb_build_object('said', %s::text))
           from cold.orders where order_id = %s""",
        (topic, payload.get("said"), placed.order_id),
    )


def claim(caller: Caller, limit: int = 10, lease: float = 30, chat: str | None = None) -> Json:
    """What claim_notices answers."""
    return caller.json("claim_notices", caller.tenant, "test", limit, lease, chat)


def claimed(
    caller: Caller, limit: int = 10, lease: float = 30, chat: str | None = None
) -> list[Notice]:
    """The notices it leases."""
    answer = claim(caller, limit, lease, chat)
    assert isinstance(answer, dict)
    notices = answer["notices"]
    assert isinstance(notices, list)
    return [Notice.model_validate(notice) for notice in notices]


def mark(caller: Caller, function: str, notice: Notice, *words: object) -> Json:
    """Mark a notice under its own lease."""
    return caller.json(function, caller.tenant, notice.notice_id, notice.token, *words)


def queue(db: Connection, *, chats: int, length: int, status: str = "new") -> None:
    """Notices that wait in so many chats, or did."""
    db.execute(QUEUE, {"chats": chats, "length": length, "status": status})


def test_a_notice_tells_who_is_told_where_and_of_what(asha: Caller, db: Connection) -> None:
    asha.facts = {"language": "ta"}
    placed = order(asha)
    (notice,) = claimed(asha)
    assert (notice.channel, notice.chat, notice.sender) == ("test", "asha", "asha")
    assert (notice.topic, notice.language, notice.attempts) == ("order_placed", "ta", 1)
    assert notice.payload == {"order_id": str(placed.order_id), "order_no": placed.order_no}
    assert notice.order is not None
    assert notice.order.order_id == placed.order_id
    assert [step.status for step in notice.order.steps] == ["placed"]
    assert (notice.command or "").startswith("test:")
    assert notice.message is None


def test_a_step_is_told_of_once(asha: Caller, db: Connection) -> None:
    placed = order(asha)
    tell(db, placed, said="accepted")
    notify(db, placed, said="accepted")
    notify(db, placed, "order_changed")
    topics = db.execute("select topic from cold.outbox order by position").fetchall()
    assert topics == [("order_placed",), ("order_status",), ("order_changed",)]


def test_of_each_chat_only_the_oldest_is_claimed(
    asha: Caller, ravi: Caller, db: Connection
) -> None:
    placed = order(asha)
    tell(db, placed)
    order(ravi)
    first = claimed(asha)
    assert [(one.chat, one.topic) for one in first] == [
        ("asha", "order_placed"),
        ("ravi", "order_placed"),
    ]
    assert claimed(asha) == []
    assert mark(asha, "mark_notice_sent", first[0]) is True
    assert [(one.chat, one.topic) for one in claimed(asha)] == [("asha", "order_status")]


def test_a_claim_takes_no_more_than_it_may_and_one_chat_if_it_says_so(
    asha: Caller, db: Connection
) -> None:
    queue(db, chats=5, length=2)
    assert len(claimed(asha, limit=3)) == 3
    assert claimed(asha, chat="chat 9") == []
    assert [one.chat for one in claimed(asha, chat="chat 5")] == ["chat 5"]
    assert [one.chat for one in claimed(asha)] == ["chat 4"]


def test_a_claim_says_when_to_ask_again(asha: Caller, db: Connection) -> None:
    assert claim(asha) == {"notices": [], "due_in_ms": None}
    queue(db, chats=1, length=1)
    db.execute("update cold.outbox set next_at = now() + interval '10 seconds'")
    answer = claim(asha)
    assert isinstance(answer, dict)
    assert answer["notices"] == []
    assert isinstance(answer["due_in_ms"], int)
    assert 9_000 < answer["due_in_ms"] <= 10_000


def test_a_lease_lasts_thirty_seconds_at_most(asha: Caller, db: Connection) -> None:
    queue(db, chats=1, length=1)
    (notice,) = claimed(asha, lease=3600)
    db.execute("update cold.outbox set lease_until = lease_until - interval '30 seconds'")
    (again,) = claimed(asha)
    assert (again.notice_id, again.attempts) == (notice.notice_id, 2)
    assert mark(asha, "mark_notice_sent", notice) is False
    assert mark(asha, "mark_notice_sent", again) is True


def test_claims_at_once_share_what_there_is(asha: Caller, dsn: str, db: Connection) -> None:
    queue(db, chats=20, length=3)
    callers = [Caller(dsn) for _ in range(4)]
    try:
        shares = must(at_once([partial(claimed, caller, 50) for caller in callers]))
    finally:
        for caller in callers:
            caller.close()
    chats = [one.chat for share in shares for one in share]
    assert len(chats) == len(set(chats))
    assert len(chats) + len(claimed(asha, 50)) == 20


def test_a_message_about_an_order_is_remembered_with_the_mark(asha: Caller, db: Connection) -> None:
    placed = order(asha)
    for number in (7, 8):
        tell(db, placed)
        (notice,) = claimed(asha)
        assert mark(asha, "mark_notice_sent", notice, 111, number) is True
        (following,) = claimed(asha)
        assert following.message is not None
        assert (following.message.bot_id, following.message.message_id) == (111, number)
        assert mark(asha, "hold_notice", following, 0.0) is True


def test_a_failure_waits_or_is_dead_and_can_be_revived(asha: Caller, db: Connection) -> None:
    queue(db, chats=1, length=2)
    (first,) = claimed(asha)
    assert mark(asha, "mark_notice_failed", first, "x" * 900, 60.0, True) is True
    row = "select status, length(error), unsure, next_at > now() + interval '55 s' from cold.outbox"
    assert db.execute(f"{row} order by position").fetchone() == ("new", 500, True, True)
    assert claimed(asha) == []

    db.execute("update cold.outbox set next_at = now()")
    (first,) = claimed(asha)
    assert mark(asha, "mark_notice_failed", first, "blocked", None) is True
    (second,) = claimed(asha)
    assert second.notice_id != first.notice_id

    # The older one is back, but the younger is on its way: one at a time.
    assert asha.json("revive_notices", asha.tenant) == 1
    assert claimed(asha) == []
    assert mark(asha, "mark_notice_sent", second) is True
    (revived,) = claimed(asha)
    assert (revived.notice_id, revived.attempts, revived.unsure) == (first.notice_id, 1, False)


def test_a_hold_is_no_attempt(asha: Caller, db: Connection) -> None:
    queue(db, chats=1, length=1)
    (notice,) = claimed(asha)
    assert mark(asha, "hold_notice", notice, 0.0) is True
    (again,) = claimed(asha)
    assert again.attempts == 1


def test_a_chat_moves_with_all_that_waits_for_it(
    asha: Caller, ravi: Caller, db: Connection
) -> None:
    placed = order(asha)
    order(ravi)
    (notice, _) = claimed(asha)
    mark(asha, "mark_notice_sent", notice, 111, 7)
    tell(db, placed)
    assert asha.json("move_chat", asha.tenant, "test", "asha", "-100") == 1
    (moved,) = claimed(asha)
    assert (moved.chat, moved.sender, moved.message) == ("-100", "asha", None)
    sessions = db.execute("select chat from cold.sessions order by 1").fetchall()
    assert sessions == [("-100",), ("ravi",)]


def test_a_conversation_that_went_on_in_the_new_chat_is_left_alone(
    asha: Caller, db: Connection
) -> None:
    asha.add_to_cart([line("idly")])
    asha.chat = "-100"
    there = asha.add_to_cart([line("idly", 3)])
    assert asha.json("move_chat", asha.tenant, "test", "asha", "-100") == 0
    assert asha.view_cart().lines == there.lines
    sessions = db.execute("select chat from cold.sessions order by opened_at").fetchall()
    assert sessions == [("asha",), ("-100",)]


def test_what_waits_is_seen_in_every_shop(asha: Caller, dsn: str, db: Connection) -> None:
    cafe = add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    assert asha.json("due_notices") == []
    queue(db, chats=2, length=2)
    db.execute(
        """insert into cold.outbox
             (tenant_id, topic, dedupe_key, payload, channel, chat, created_at, next_at)
           values (%s, 'test', 'x', '{}', 'post', '1', now(), now() + interval '1 minute')""",
        (cafe,),
    )
    due = asha.json("due_notices")
    assert isinstance(due, list)
    found = {
        (str(row["tenant_id"]), row["channel"]): row["due_in_ms"]
        for row in due
        if isinstance(row, dict)
    }
    assert set(found) == {(str(asha.tenant), "test"), (str(cafe), "post")}
    assert found[str(asha.tenant), "test"] == 0
    later = found[str(cafe), "post"]
    assert isinstance(later, int)
    assert 50_000 < later <= 60_000


def test_another_shops_notices_cannot_be_marked(asha: Caller, dsn: str, db: Connection) -> None:
    cafe = add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    queue(db, chats=1, length=1)
    (notice,) = claimed(asha)
    asha.tenant, demo = cafe, asha.tenant
    assert mark(asha, "mark_notice_sent", notice) is False
    assert mark(asha, "mark_notice_failed", notice, "no", None) is False
    assert mark(asha, "hold_notice", notice, 9.0) is False
    assert claimed(asha) == []
    asha.tenant = demo
    assert mark(asha, "mark_notice_sent", notice) is True


def test_last_months_notices_are_trimmed_in_every_shop(asha: Caller, db: Connection) -> None:
    queue(db, chats=3, length=1, status="sent")
    queue(db, chats=2, length=1)
    db.execute(
        "update cold.outbox set created_at = now() - interval '31 days' where chat > 'chat 1'"
    )
    assert asha.json("trim_outbox") == 3
    assert sorted(db.execute(STATUSES).fetchall()) == [("new",), ("sent",)]


@pytest.mark.parametrize("length", [1, 2000])
def test_a_claim_reads_by_key(asha: Caller, db: Connection, length: int) -> None:
    queue(db, chats=10, length=2000, status="sent")
    queue(db, chats=10, length=length)
    db.execute("analyze cold.outbox")
    before = db.execute(SCANS).fetchone()
    for notice in claimed(asha, 100):
        mark(asha, "mark_notice_sent", notice)
    for connection in (db, asha.connection):
        connection.execute("select pg_stat_force_next_flush()")
    assert db.execute(SCANS).fetchone() == before


def test_a_notice_is_in_the_language_chosen(asha: Caller) -> None:
    asha.facts = {"language": "ta"}
    order(asha)
    asha.call("choose_language", "hi")
    assert [notice.language for notice in claimed(asha)] == ["hi"]
