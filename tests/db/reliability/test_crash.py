"""Whatever dies, a cart that was shown comes back and an order that was told is there once."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import closing, suppress
from dataclasses import replace

import psycopg
import pytest

from bot.pg import DatabaseDown
from tests.db.reliability.broken import PAUSE, hold, put_in, wait_for_waiting
from tests.db.reliability.chat import Chat, open_chat
from tests.db.reliability.fold import folded
from tests.db.reliability.hot import hot_rows
from tests.support.crashable import Crashable
from tests.support.together import fresh
from tests.support.turns import Caller, line
from tools.kit.view import SessionView

Crash = Callable[[Crashable], None]
CRASHES: dict[str, Crash] = {
    "one backend": lambda server: server.kill("client backend"),
    "the checkpointer": lambda server: server.kill("checkpointer"),
    "everything": lambda server: server.kill_everything(),
}
SESSION_LOCK = """
select pg_advisory_lock(hashtextextended(tenant_id || ':' || session_id, 0))
from cold.sessions where session_id = %s
"""
COUNT_IDLY = """
insert into cold.menu_item_stock
select tenant_id, item_id, 10 from cold.menu_item where item_id = 'idly'
"""
STOP_WAITING = """
select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and wait_event_type = 'Lock'
"""

HARDEST = ("one backend", "everything")

crashes = pytest.mark.parametrize("crash", CRASHES.values(), ids=CRASHES)
hard_crashes = pytest.mark.parametrize("crash", [CRASHES[name] for name in HARDEST], ids=HARDEST)


def superuser(server: Crashable) -> closing[psycopg.Connection]:
    """A connection that may well break before it is closed."""
    return closing(psycopg.connect(server.dsn, autocommit=True))


def one(db: psycopg.Connection, query: str) -> object:
    row = db.execute(query.encode()).fetchone()
    assert row
    return row[0]


async def add(chat: Chat, item: str = "idly", quantity: int = 2) -> SessionView:
    return await chat.call("add_to_cart", [line(item, quantity)])


async def while_waiting(
    db: psycopg.Connection, call: Coroutine[None, None, SessionView], then: Callable[[], None]
) -> SessionView:
    """Make a call, do `then` as soon as it waits for a lock, and return what it came to."""
    async with asyncio.TaskGroup() as group:
        turn = group.create_task(call)
        await asyncio.to_thread(wait_for_waiting, db, 1)
        await asyncio.to_thread(then)
    return turn.result()


@crashes
async def test_the_next_call_finds_the_cart_as_it_was(crashable: Crashable, crash: Crash) -> None:
    async with open_chat(crashable.dsn, revive=crashable.revive) as asha:
        seen = await add(asha, "masala_dosa")
        other = await add(replace(asha, who="ravi"))
        with superuser(crashable) as db:
            before = hot_rows(db, seen.session_id)
        crashable.flush()
        crash(crashable)
        assert (await asha.call("view_cart")).lines == seen.lines
        with superuser(crashable) as db:
            assert hot_rows(db, seen.session_id) == before
            assert not any(hot_rows(db, other.session_id).values())


async def test_a_clean_restart_keeps_the_hot_rows(crashable: Crashable) -> None:
    async with open_chat(crashable.dsn, revive=crashable.revive) as asha:
        seen = await add(asha)
        other = await add(replace(asha, who="ravi"))
        await asyncio.to_thread(crashable.stop)
        assert (await asha.call("view_cart")).lines == seen.lines
    with superuser(crashable) as db:
        assert hot_rows(db, other.session_id) == folded(db, other.session_id)


@hard_crashes
async def test_a_turn_under_way_is_done_once(crashable: Crashable, crash: Crash) -> None:
    async with open_chat(crashable.dsn, revive=crashable.revive) as asha:
        session_id = (await add(asha)).session_id
        crashable.flush()
        with superuser(crashable) as db:
            db.execute(SESSION_LOCK, [session_id])
            turn = asha.call("add_to_cart", [line("idly", 3)], command="c")
            view = await while_waiting(db, turn, lambda: crash(crashable))
        assert [(one.quantity, view.seq) for one in view.lines] == [(5, 2)]
    with superuser(crashable) as db:
        assert one(db, "select count(*) from cold.turns where command_id = 'c'") == 1
        assert hot_rows(db, session_id) == folded(db, session_id)


@hard_crashes
async def test_an_order_under_way_is_placed_once(crashable: Crashable, crash: Crash) -> None:
    async with open_chat(crashable.dsn, revive=crashable.revive) as asha:
        await add(asha)
        quoted = await asha.call("checkout", None)
        assert quoted.checkout
        with superuser(crashable) as db:
            put_in(db, PAUSE)
            db.execute(COUNT_IDLY)
            hold(db)
            turn = asha.call("choose_payment", "cash", quoted.checkout.checkout_id)
            view = await while_waiting(db, turn, lambda: crash(crashable))
        assert view.order
        assert (view.order.order_no, view.order.total, view.lines) == (1, quoted.total, ())
    with superuser(crashable) as db:
        assert one(db, "select count(*) from cold.orders") == 1
        assert one(db, "select quantity from cold.menu_item_stock where item_id = 'idly'") == 8


@hard_crashes
async def test_an_order_that_was_not_answered_is_found(crashable: Crashable, crash: Crash) -> None:
    command = fresh()
    with Caller(crashable.dsn) as asha:
        asha.add_to_cart([line("idly", 2)])
        quoted = asha.checkout().checkout
        assert quoted
        unheard = asha.choose_payment("cash", quoted.checkout_id, command=command)
        crash(crashable)
    crashable.revive()
    async with open_chat(crashable.dsn) as again:
        heard = await again.call("choose_payment", "cash", quoted.checkout_id, command=command)
        assert heard.order
        assert heard.order == unheard.order
        await add(again, "masala_dosa")
        second = (await again.call("checkout", None)).checkout
        assert second
        placed = await again.call("choose_payment", "cash", second.checkout_id)
        assert placed.order
        assert placed.order.order_no == heard.order.order_no + 1


async def test_a_terminated_connection_is_replaced_in_mid_turn(crashable: Crashable) -> None:
    async with open_chat(crashable.dsn) as asha:
        session_id = (await add(asha)).session_id
        other = await add(replace(asha, who="ravi"))
        with superuser(crashable) as db:
            db.execute(SESSION_LOCK, [session_id])

            def terminate() -> None:
                assert db.execute(STOP_WAITING).fetchall() == [(True,)]
                db.execute("select pg_advisory_unlock_all()")

            view = await while_waiting(db, asha.call("add_to_cart", [line("idly", 3)]), terminate)
            assert [(one.quantity, view.seq) for one in view.lines] == [(5, 2)]
            assert hot_rows(db, other.session_id) == folded(db, other.session_id)


async def test_a_server_that_stays_away_is_reported_in_time(crashable: Crashable) -> None:
    async with open_chat(crashable.dsn, patience=2.0) as asha:
        await asyncio.to_thread(crashable.stop)
        async with asyncio.timeout(20):
            with pytest.raises(DatabaseDown):
                await asha.call("view_cart")
        await asyncio.to_thread(crashable.revive)
        assert (await answered(asha)).lines == ()


async def answered(chat: Chat) -> SessionView:
    """The cart, as soon as the server answers in time again: on a busy machine not at once."""
    async with asyncio.timeout(30):
        while True:
            with suppress(DatabaseDown):
                return await chat.call("view_cart")
