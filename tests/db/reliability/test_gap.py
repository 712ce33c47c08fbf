"""A log with a hole is never guessed at, and hot rows that are half gone are not believed."""

import psycopg
import pytest

from tests.db.reliability.fold import folded
from tests.db.reliability.hot import evict, hot_rows
from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.turns import Caller, items, last, line


def five_events(customer: Caller) -> str:
    customer.add_to_cart([line("idly", 5)])
    for quantity in (4, 3, 2, 1):
        view = customer.set_quantity(last(), quantity)
    assert view.seq == 5
    return view.session_id


def forget_event(db: psycopg.Connection, session_id: str, seq: int) -> None:
    gone = db.execute(
        "delete from warm.session_events where session_id = %s and seq = %s", [session_id, seq]
    )
    assert gone.rowcount == 1


@pytest.mark.parametrize("seq", [1, 3])
def test_a_missing_event_stops_the_session(db: psycopg.Connection, asha: Caller, seq: int) -> None:
    session_id = five_events(asha)
    forget_event(db, session_id, seq)
    evict(db, session_id)
    before = everything(db)
    for _ in range(2):
        with refused("OC015"):
            asha.view_cart()
        with refused("OC015"):
            asha.add_to_cart([line("idly")])
        with refused("OC015"):
            asha.choose_payment()
    assert everything(db) == before
    assert not any(hot_rows(db, session_id).values())


def test_a_missing_last_event_shows_where_a_checkout_followed(
    db: psycopg.Connection, asha: Caller
) -> None:
    session_id = five_events(asha)
    asha.checkout()
    forget_event(db, session_id, 5)
    evict(db, session_id)
    with refused("OC015"):
        asha.choose_payment()


def test_other_sessions_go_on(db: psycopg.Connection, dsn: str, asha: Caller) -> None:
    session_id = five_events(asha)
    forget_event(db, session_id, 3)
    evict(db, session_id)
    with Caller(dsn, "ravi") as ravi:
        assert ravi.add_to_cart([line("idly")]).seq == 1


def test_a_cart_without_its_state_is_not_believed(db: psycopg.Connection, asha: Caller) -> None:
    session_id = asha.add_to_cart([line("idly", 2), line("masala_dosa")]).session_id
    before = hot_rows(db, session_id)
    db.execute("delete from hot.session_state")
    db.execute("update hot.session_cart set quantity = 99, line_no = line_no + 7")
    asha.view_cart()
    assert hot_rows(db, session_id) == before


@pytest.mark.parametrize("lost", ["idly", "%"])
def test_half_a_cart_is_never_sold(db: psycopg.Connection, asha: Caller, lost: str) -> None:
    asha.add_to_cart([line("idly", 2), line("masala_dosa")])
    quoted = asha.checkout()
    before = hot_rows(db, quoted.session_id)
    db.execute("delete from hot.session_cart where item_id like %s", [lost])
    assert quoted.checkout
    view = asha.choose_payment("cash", quoted.checkout.checkout_id)
    assert (view.order, view.checkout, view.lines) == (None, quoted.checkout, quoted.lines)
    assert hot_rows(db, quoted.session_id) == before
    order = asha.choose_payment("cash", quoted.checkout.checkout_id).order
    assert order
    assert order.total == quoted.total


def test_the_sweep_takes_state_and_cart_together(db: psycopg.Connection, asha: Caller) -> None:
    quoted = asha.add_to_cart([line("idly", 2)])
    asha.checkout()
    before = hot_rows(db, quoted.session_id)
    db.execute("select set_config('app.fake_now', (now() + interval '25 hours')::text, false)")
    assert db.execute("select app.sweep_idle_sessions()").fetchone() == (1,)
    assert not any(hot_rows(db, quoted.session_id).values())
    assert asha.view_cart().lines == quoted.lines
    assert hot_rows(db, quoted.session_id) == before


def test_what_is_lost_twice_comes_back_twice(db: psycopg.Connection, asha: Caller) -> None:
    session_id = five_events(asha)
    for quantity in (7, 8):
        evict(db, session_id)
        assert asha.set_quantity(items("idly"), quantity).lines[0].quantity == quantity
        assert hot_rows(db, session_id) == folded(db, session_id)
