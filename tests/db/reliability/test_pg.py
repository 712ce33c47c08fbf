"""bot/pg against a real server: refusals, trouble that passes, trouble that does not."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import asyncpg
import psycopg
import pytest

from bot.pg import DatabaseDown, Postgres, UnsafeServer
from tests.db.reliability.broken import FAILPOINT, hold, wait_for_waiting
from tests.db.reliability.chat import Chat, open_chat
from tests.support.servers import Server
from tests.support.statements import statements
from tests.support.turns import line
from tools.kit.checkout_errors import UnknownPaymentMethod
from tools.kit.errors import BadArguments, ItemUnavailable

BACKENDS = "select pid from pg_stat_activity where application_name = 'hotcart'"
HALF = "\ud83d"


@pytest.fixture
async def asha(dsn: str) -> AsyncIterator[Chat]:
    """A customer on one connection that waits for at most a second."""
    async with open_chat(dsn, size=1, patience=1.0) as chat:
        yield chat


def backends(db: psycopg.Connection) -> list[int]:
    return [pid for (pid,) in db.execute(BACKENDS + " and datname = current_database()").fetchall()]


def add_function(db: psycopg.Connection, name: str, body: str) -> None:
    """Give the bot a function without arguments that does whatever the test needs."""
    db.execute(
        f"""create function app.{name}() returns jsonb language plpgsql security definer
            as $$ begin {body} return '"done"'; end $$;
            grant execute on function app.{name}() to hotcart_bot""".encode()
    )


async def test_a_refusal_comes_with_its_words(db: psycopg.Connection, asha: Chat) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'masala_dosa'")
    with pytest.raises(ItemUnavailable) as sold_out:
        await asha.call("add_to_cart", [line("masala_dosa")])
    assert sold_out.value.words == {"item": "Masala Dosa", "item_id": "masala_dosa"}
    await asha.call("add_to_cart", [line("idly")])
    await asha.call("checkout", None)
    with pytest.raises(UnknownPaymentMethod) as shells:
        await asha.call("choose_payment", "shells", None)
    assert shells.value.words == {"offered": "cash, card, upi"}


@pytest.mark.parametrize("code", ["OC999", "XX123", "23505"])
async def test_a_code_that_is_not_ours_is_raised_as_it_is(
    db: psycopg.Connection, asha: Chat, code: str
) -> None:
    raises = f"raise exception 'odd' using errcode = '{code}', detail = 'Key (a)=(1) exists.';"
    add_function(db, "fail_oddly", raises)
    with pytest.raises(asyncpg.PostgresError) as odd:
        await asha.postgres.call("fail_oddly")
    assert odd.value.sqlstate == code


async def test_an_argument_out_of_all_bounds_is_refused_at_once(asha: Chat) -> None:
    with pytest.raises(BadArguments):
        await asha.call("order_status", 2**63)
    assert (await asha.call("view_cart")).lines == ()


@pytest.mark.parametrize("code", ["40P01", "40001", "53300", "57P01", "08006"])
async def test_what_passes_is_tried_again(db: psycopg.Connection, asha: Chat, code: str) -> None:
    db.execute("create sequence app.tries")
    raises = f"raise exception 'busy' using errcode = '{code}', detail = 'Process 1 waits.';"
    add_function(db, "fail_twice", f"if nextval('app.tries') < 3 then {raises} end if;")
    assert await asha.postgres.call("fail_twice") == "done"
    assert db.execute("select last_value from app.tries").fetchone() == (3,)


async def test_what_does_not_pass_is_reported_in_time(db: psycopg.Connection, asha: Chat) -> None:
    add_function(db, "fail_always", "raise exception 'busy' using errcode = '40001';")
    with pytest.raises(DatabaseDown, match="busy"):
        await asha.postgres.call("fail_always")


@pytest.mark.parametrize(
    ("text", "stored"), [("less\0 oil", "less oil"), (f"oil {HALF}", "oil ?"), ("தோசை 🌶", "தோசை 🌶")]
)
async def test_text_that_cannot_be_stored_is_stored_without_the_rest(
    db: psycopg.Connection, asha: Chat, text: str, stored: str
) -> None:
    before = backends(db)
    view = await asha.call("add_to_cart", [line("idly", note=text)])
    assert [one.note for one in view.lines] == [stored]
    await asha.call("search_menu", text, None, [], 1, 8)
    found = db.execute(
        "select event_data ->> 'query' from warm.session_events where event_type = 'menu_viewed'"
    )
    assert found.fetchall() == [(stored,)]
    assert backends(db) == before


async def test_lists_numbers_times_and_nothing_arrive(asha: Chat) -> None:
    view = await asha.call("set_dietary_rules", ["pea\0nut"], (f"{HALF} jain",), None)
    assert (view.dietary.allergens, view.dietary.diets) == (("peanut",), ("? jain",))
    view = await asha.call("search_menu", "", None, (1, 2), 1, 8)
    assert view.shown is not None
    assert view.shown.count + view.shown.left_out == 2
    view = await asha.call("search_menu", "", None, None, 1, 8)
    assert view.shown is not None
    assert view.shown.count + view.shown.left_out == 365
    await asha.call("add_to_cart", [], [{"words": f"{HALF}\0", "quantity": 1}])
    assert (await asha.call("record_turn", None)).seq == 4
    soon = datetime.now(UTC) + timedelta(hours=1)  # noqa: TID251 - stands outside the turn
    assert (await asha.call("choose_pickup_time", soon)).pickup_at == soon
    assert (await asha.call("choose_pickup_time", None)).pickup_at is None


async def test_a_name_that_cannot_be_stored_does_not_lock_its_owner_out(asha: Chat) -> None:
    facts = {
        "channel": "test",
        "chat": "1",
        "sender": "1",
        "command": "c",
        "tool": "t",
        "source": "s",
    }
    view = await asha.postgres.call("view_cart", asha.tenant, {**facts, "name": f"a{HALF}\0b"})
    assert isinstance(view, dict)


async def test_a_server_that_may_lose_orders_is_refused(dsn: str) -> None:
    with pytest.raises(UnsafeServer, match="fsync"):
        await Postgres.connect(dsn)


async def test_nobody_there_is_said_at_once() -> None:
    async with asyncio.timeout(20):
        with pytest.raises(DatabaseDown):
            await Postgres.connect("postgresql:///hotcart?host=/no/such/folder", patience=60)


async def test_a_frozen_server_is_reported_in_time_to_all_who_wait(
    db: psycopg.Connection, asha: Chat
) -> None:
    (backend,) = backends(db)
    os.kill(backend, signal.SIGSTOP)
    try:
        async with asyncio.timeout(10):
            # The second has no connection: the pool holds one.
            calls = [asha.call("view_cart"), asha.call("view_cart")]
            answers = await asyncio.gather(*calls, return_exceptions=True)
            assert [str(answer) for answer in answers] == ["no answer in time"] * 2
            assert (await asha.call("view_cart")).lines == ()
    finally:
        os.kill(backend, signal.SIGCONT)


async def test_a_call_that_waits_too_long_is_taken_back(db: psycopg.Connection, asha: Chat) -> None:
    add_function(db, "wait", f"perform pg_advisory_xact_lock_shared({FAILPOINT});")
    hold(db)
    with pytest.raises(DatabaseDown, match="in time"):
        await asha.postgres.call("wait")
    wait_for_waiting(db, 0)
    assert (await asha.call("view_cart")).lines == ()


async def test_a_call_is_one_statement_and_nothing_is_sent_after_it(
    server: Server, dsn: str
) -> None:
    with statements(server, dsn) as log:
        async with open_chat(dsn, size=1) as asha:
            await asha.call("view_cart")
            log.mark()
            await asha.call("add_to_cart", [line("idly")])
            await asha.call("view_cart")
            assert log.sent() == [
                "select app.add_to_cart($1, $2, $3)",
                "select app.view_cart($1, $2)",
            ]


async def test_only_functions_can_be_called(asha: Chat) -> None:
    with pytest.raises(ValueError, match="no function name"):
        await asha.postgres.call("view_cart(); drop table x; --")
