"""Events of a session are numbered 1, 2, 3 … whoever writes them, whatever is swept meanwhile."""

from functools import partial
from threading import Event

import psycopg

from tests.db.reliability.fold import folded
from tests.db.reliability.hot import hot_rows
from tests.support.together import at_once, fresh, must, phones
from tests.support.turns import Caller, line
from tools.kit.view import SessionView

PHONES = 20
TURNS = 3


def sessions(db: psycopg.Connection) -> list[str]:
    return [row[0] for row in db.execute("select session_id from cold.sessions").fetchall()]


def numbers(db: psycopg.Connection) -> list[int]:
    found = db.execute("select seq from warm.session_events order by seq").fetchall()
    return [row[0] for row in found]


def add_several(phone: Caller) -> SessionView:
    for _ in range(TURNS):
        view = phone.add_to_cart([line("idly")], command=fresh())
    return view


def test_no_number_is_skipped_or_used_twice(dsn: str, db: psycopg.Connection) -> None:
    with phones(dsn, PHONES) as callers:
        must(at_once([partial(add_several, phone) for phone in callers]))
        (session_id,) = sessions(db)
        assert numbers(db) == list(range(1, PHONES * TURNS + 1))
        assert [one.quantity for one in callers[0].view_cart().lines] == [PHONES * TURNS]
    assert hot_rows(db, session_id) == folded(db, session_id)


def test_two_first_messages_make_one_customer(dsn: str, db: psycopg.Connection) -> None:
    with phones(dsn, 8) as callers:
        looks = [partial(phone.view_cart, command=fresh()) for phone in callers]
        assert len({view.session_id for view in must(at_once(looks))}) == 1
    assert db.execute("select count(*) from cold.customers").fetchone() == (1,)


def test_one_command_at_once_is_done_once(dsn: str) -> None:
    with phones(dsn, 8) as callers:
        adds = [partial(phone.add_to_cart, [line("idly")], command="c") for phone in callers]
        views = must(at_once(adds))
        assert sorted(view.replayed for view in views) == [False] + [True] * 7
        assert {view.lines[0].quantity for view in views} == {1}


def test_a_sweep_in_between_loses_nothing(dsn: str, db: psycopg.Connection) -> None:
    done, swept = Event(), Event()

    def sweep() -> None:
        db.execute("select set_config('app.fake_now', (now() + interval '25 hours')::text, false)")
        while not done.is_set():
            row = db.execute("select app.sweep_idle_sessions()").fetchone()
            assert row
            if row[0]:
                swept.set()

    with phones(dsn, 5) as callers:

        def add_all() -> None:
            adds = [partial(add_several, phone) for phone in callers[1:]]
            try:
                must(at_once(adds))
                # A sweep passes over who is at work: only a pause lets it have the session.
                assert swept.wait(30)
                must(at_once(adds))
            finally:
                done.set()

        callers[0].add_to_cart([line("idly")])
        must(at_once([sweep, add_all]))
        assert [one.quantity for one in callers[0].view_cart().lines] == [8 * TURNS + 1]
    assert numbers(db) == list(range(1, 8 * TURNS + 2))
