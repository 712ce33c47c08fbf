"""What waits for the rooms of a shop: lanes, one row where one is enough, what is judged late."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
import pytest
from psycopg import Connection

from tests.support.life import change, let_cancel, move, place
from tests.support.open_rooms import accept_after, open_room, waiting
from tests.support.staff import member
from tests.support.turns import Caller, line
from tools.kit.notice import Notice

LATER = """
select topic, chat, lane like 'later:%', extract(epoch from next_at - now())::integer
from cold.outbox where next_at > now() and topic <> 'daily_summary' order by next_at
"""

# Like one of them, but long since handed over.
PAST = """
insert into cold.orders
  (tenant_id, order_id, order_no, order_day, customer_id, session_id, checkout_id, command_id,
   order_type_id, order_source_id, payment_method, subtotal, total_amount, currency, created_at,
   status)
select tenant_id, gen_random_uuid(), 1000 + n, order_day, customer_id, session_id,
  gen_random_uuid(), 'past ' || n, order_type_id, order_source_id, 'cash', 0, 0, currency,
  created_at, 'completed'
from (select * from cold.orders limit 1) o, generate_series(1, 20000) n
"""
SCANS = """
select seq_scan from pg_stat_user_tables where schemaname = 'cold' and relname = 'orders'
"""


@pytest.fixture(autouse=True)
def kitchen(db: Connection) -> str:
    """A room of the shop, in the channel of tests."""
    return open_room(db, "kitchen", "-1", channel="test")


def claim(caller: Caller, chat: str | None = "-1") -> list[Notice]:
    """Lease what may go to a room now."""
    answer = caller.json("claim_notices", caller.tenant, "test", 50, 30, chat)
    assert isinstance(answer, dict)
    notices = answer["notices"]
    assert isinstance(notices, list)
    return [Notice.model_validate(one) for one in notices]


def arrive(caller: Caller, notice: Notice, message: int | None) -> None:
    """It is in the room now."""
    token = (notice.tenant_id, notice.notice_id, notice.token)
    done = caller.json("mark_notice_sent", *token, 7, message, notice.event_seq)
    assert done is True


def all_arrive(caller: Caller, message: int = 70) -> list[Notice]:
    """All that may go now goes."""
    notices = claim(caller)
    for notice in notices:
        arrive(caller, notice, message if notice.topic in ("ticket", "board") else None)
    return notices


@contextmanager
def undecided(dsn: str) -> Iterator[Connection]:
    """A transaction of somebody who has not committed yet; it commits in the end."""
    with psycopg.connect(dsn) as connection:
        yield connection


def test_an_order_writes_a_ticket_and_a_board(asha: Caller, db: Connection) -> None:
    placed = place(asha)
    assert waiting(db, "-1") == ["ticket", "board"]
    ticket, board = claim(asha)
    assert ticket.order is not None
    assert ticket.order.order_id == placed.order_id
    assert (ticket.to_room, ticket.sender, ticket.language) == (True, None, None)
    assert ticket.room is not None
    assert (ticket.room.kind, ticket.room.lines) == ("kitchen", (1, 2))
    assert ticket.room.acts == ("accept_order", "start_order", "mark_ready", "reject_order")
    assert board.room is not None
    assert board.room.board is not None
    assert [one.order_no for one in board.room.board] == [placed.order_no]


def test_a_burst_of_changes_leaves_one_board_and_one_ticket_each(
    asha: Caller, db: Connection
) -> None:
    orders = [place(asha) for _ in range(5)]
    for one in orders:
        move(db, one.order_id, "accepted")
        move(db, one.order_id, "preparing")
    assert waiting(db, "-1") == ["ticket"] * 5 + ["board"]


def test_a_ticket_that_is_shown_is_edited_past_the_new_ones(asha: Caller, db: Connection) -> None:
    first = place(asha)
    all_arrive(asha)
    for _ in range(3):
        place(asha)
    move(db, first.order_id, "accepted")
    move(db, first.order_id, "preparing")
    going = claim(asha)
    assert [(one.topic, one.message is not None) for one in going] == [
        ("ticket", False),
        ("board", True),
        ("ticket", True),
    ]
    assert going[2].order is not None
    assert going[2].order.status == "preparing"


def test_a_board_is_shown_again_in_a_minute_while_anything_is_open(
    asha: Caller, db: Connection
) -> None:
    placed = place(asha)
    all_arrive(asha)
    row = "select lane, next_at - now() > interval '50 s' from cold.outbox where status = 'new'"
    again = f"{row} and topic = 'board'"
    assert db.execute(again).fetchall() == [("board", True)]
    move(db, placed.order_id, "accepted")
    assert db.execute(again).fetchall() == [("board", False)]
    move(db, placed.order_id, "ready")
    all_arrive(asha)
    assert db.execute(again).fetchall() == []


def test_what_is_claimed_while_it_changes_is_told_as_it_is_afterwards(
    asha: Caller, dsn: str, db: Connection
) -> None:
    placed = place(asha)
    with undecided(dsn) as other:
        move(other, placed.order_id, "accepted")
        assert claim(asha) == []
    ticket, board = claim(asha)
    assert ticket.order is not None
    assert ticket.order.status == "accepted"
    assert board.room is not None
    assert board.room.board is not None
    assert [one.status for one in board.room.board] == ["accepted"]


def test_what_is_on_its_way_is_told_again_after_a_change(asha: Caller, db: Connection) -> None:
    placed = place(asha)
    ticket, board = claim(asha)
    move(db, placed.order_id, "accepted")
    assert waiting(db, "-1") == ["ticket", "ticket", "board", "board"]
    arrive(asha, ticket, 70)
    arrive(asha, board, 71)
    ticket, board = claim(asha)
    assert ticket.message is not None
    assert board.message is not None
    assert (ticket.message.message_id, board.message.message_id) == (70, 71)
    assert ticket.order is not None
    assert ticket.order.status == "accepted"


def test_two_who_change_orders_at_once_never_wait_for_each_other(
    asha: Caller, dsn: str, db: Connection
) -> None:
    first, second = place(asha), place(asha)
    with undecided(dsn) as one, undecided(dsn) as other:
        other.execute("set local lock_timeout = '2 s'")
        move(one, first.order_id, "accepted")
        move(other, second.order_id, "accepted")
    all_arrive(asha)
    left = "select count(*) from cold.outbox where lane = 'board' and status = 'new'"
    row = db.execute(left).fetchone()
    assert row is not None
    assert row[0] <= 2


def test_a_change_is_told_where_its_line_is_cooked(asha: Caller, db: Connection) -> None:
    db.execute("update cold.room set stations = '{idly_vada}'")
    open_room(db, "kitchen", "-2", stations=["dosa"], channel="test")
    open_room(db, "counter", "-3", channel="test")
    let_cancel(db, "placed")
    placed = place(asha, line("idly", 2), line("masala_dosa", 2))
    for chat in ("-1", "-2", "-3"):
        for notice in claim(asha, chat):
            arrive(asha, notice, 70)
    asked = change(asha, placed.order_id, {"line_no": 2}, 3).change
    assert asked is not None
    change(asha, placed.order_id, {"line_no": 2}, 3, str(asked.total))
    told = "select chat from cold.outbox where topic = 'ticket_delta'"
    assert db.execute(told).fetchall() == [("-2",)]
    move(db, placed.order_id, "cancelled", reason="no gas")
    assert sorted(db.execute(told).fetchall()) == [("-1",), ("-2",), ("-2",), ("-3",)]


def test_an_order_waits_to_be_accepted(asha: Caller, db: Connection) -> None:
    open_room(db, "owner", "-9", channel="test")
    accept_after(db, 7)
    place(asha)
    (call, chat, own, seconds), (to, whose, _, more) = db.execute(LATER).fetchall()
    assert (call, chat, own) == ("order_late", "-9", True)
    assert (to, whose) == ("order_waiting", "asha")
    assert 415 <= seconds <= 420
    assert 835 <= more <= 840


def test_an_order_that_is_accepted_no_more_waits_anew(
    asha: Caller, dsn: str, db: Connection
) -> None:
    open_room(db, "owner", "-9", channel="test")
    accept_after(db, 7)
    place(asha)
    with member(dsn, db, "cook", "kitchen") as cook:
        cook.call("accept_order", 1)
        # Their time came, and there was nothing to tell.
        db.execute("update cold.outbox set status = 'sent', next_at = now() where lane ~ '^later'")
        cook.call("undo")
        assert [(row[0], row[3] > 400) for row in db.execute(LATER).fetchall()] == [
            ("order_late", True),
            ("order_waiting", True),
        ]
        cook.call("accept_order", 1)
        cook.call("undo")
    waits = "select count(*) from cold.outbox where topic in ('order_late', 'order_waiting')"
    assert db.execute(waits).fetchone() == (2,)


def test_where_nobody_hears_of_a_late_order_those_who_have_it_do(
    asha: Caller, db: Connection
) -> None:
    open_room(db, "inventory", "-3", channel="test")
    place(asha)
    late = "select chat from cold.outbox where topic = 'order_late'"
    assert db.execute(late).fetchall() == [("-1",)]


@pytest.mark.parametrize("rooms", [True, False])
def test_nobody_waits_where_nobody_accepts(asha: Caller, db: Connection, rooms: bool) -> None:
    accept_after(db, None if rooms else 5)
    if not rooms:
        db.execute("update cold.room set unbound_at = now(), unbound_by = 'operator'")
    place(asha)
    assert db.execute("select from cold.outbox where next_at > now()").fetchall() == []


def alert(db: Connection, tenant: UUID, kind: str, key: str) -> None:
    """Something a room may want to hear of."""
    db.execute("select app.alert_rooms(%s, %s, %s, '{}')", (tenant, kind, key))


def test_alerts_go_once_to_who_wants_to_hear_them(asha: Caller, db: Connection) -> None:
    for kind in ("owner", "counter", "inventory", "riders"):
        open_room(db, kind, kind, channel="test")
    open_room(db, "kitchen", "-2", alerts=["stock_out"], channel="test")
    open_room(db, "inventory", "-3", alerts=[], channel="test")
    for _ in range(2):
        alert(db, asha.tenant, "stock_out", "idly 1")
    alert(db, asha.tenant, "stock_out", "idly 2")
    told = db.execute("select chat, count(*) from cold.outbox group by 1 order by 1").fetchall()
    assert told == [("-2", 2), ("inventory", 2), ("owner", 2)]


def test_a_board_reads_what_is_open_by_key(asha: Caller, db: Connection) -> None:
    place(asha)
    db.execute("set session_replication_role = replica")
    db.execute(PAST)
    db.execute("analyze cold.orders")
    db.execute("select pg_stat_force_next_flush()")
    before = db.execute(SCANS).fetchone()
    board = all_arrive(asha)[1]
    assert board.room is not None
    assert len(board.room.board or ()) == 1
    for connection in (db, asha.connection):
        connection.execute("select pg_stat_force_next_flush()")
    assert db.execute(SCANS).fetchone() == before
