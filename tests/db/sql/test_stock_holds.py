"""An open checkout keeps its pieces: for whom, how long, and what lets go of them."""

from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from psycopg import Connection, connect

from tests.db.reliability.hot import evict
from tests.support.refusals import refused
from tests.support.turns import Caller, last, line

Hold: TypeAlias = tuple[str, int]

STOCK = "update cold.menu_item_stock set quantity = %s where item_id = 'vanjaram_fry'"
LEFT = "select quantity from cold.menu_item_stock where item_id = 'vanjaram_fry'"
HOLDS = "select item_id, quantity from cold.stock_hold order by 1, 2"


def holds(db: Connection) -> list[Hold]:
    """What is held, by whomever."""
    return db.execute(HOLDS).fetchall()


@pytest.fixture
def quoted(asha: Caller, db: Connection) -> Caller:
    """A customer with four of the five fishes there are in an open quote."""
    db.execute(STOCK, [5])
    asha.turn_clock("2026-03-02 13:00+05:30")
    asha.add_to_cart([line("vanjaram_fry", 3), line("vanjaram_fry", note="crisp"), line("idly")])
    asha.checkout()
    return asha


def test_a_quote_holds_the_counted_pieces_of_its_lines(quoted: Caller, db: Connection) -> None:
    assert holds(db) == [("vanjaram_fry", 4)]
    held = db.execute(
        """select k.checkout_id = h.checkout_id, k.expires_at = h.expires_at
           from cold.stock_hold h, hot.session_checkout k"""
    )
    assert held.fetchall() == [(True, True)]


def test_others_find_fewer_left(quoted: Caller, ravi: Caller) -> None:
    ravi.turn_clock("2026-03-02 13:01+05:30")
    with refused("OC011") as refusal:
        ravi.add_to_cart([line("vanjaram_fry", 2)])
    assert refusal.words["left"] == 1
    ravi.add_to_cart([line("vanjaram_fry")])
    assert ravi.checkout().checkout is not None
    assert quoted.view_cart().lines[0].refusal is None


def test_what_is_held_may_be_ordered(quoted: Caller, db: Connection) -> None:
    db.execute(STOCK, [4])
    order = quoted.choose_payment("cash").order
    assert order is not None
    assert (holds(db), db.execute(LEFT).fetchall()) == ([], [(0,)])


def test_after_it_has_expired_others_may_have_it(
    quoted: Caller, ravi: Caller, db: Connection
) -> None:
    ravi.turn_clock("2026-03-02 13:14:59+05:30")
    with refused("OC011"):
        ravi.add_to_cart([line("vanjaram_fry", 5)])
    ravi.turn_clock("2026-03-02 13:15+05:30")
    ravi.add_to_cart([line("vanjaram_fry", 5)])
    assert ravi.checkout().checkout is not None

    quoted.turn_clock("2026-03-02 13:16+05:30")
    view = quoted.choose_payment("cash")
    assert [(d.kind, d.item_name, d.left) for d in view.differences] == [
        ("stock", "Vanjaram Fry", 0)
    ]
    assert (view.order, view.checkout) == (None, None)
    assert holds(db) == [("vanjaram_fry", 5)]


@pytest.mark.parametrize("change", ["add", "quantity", "clear", "pickup"])
def test_whatever_ends_the_quote_lets_go(quoted: Caller, db: Connection, change: str) -> None:
    if change == "add":
        quoted.add_to_cart([line("idly")])
    elif change == "quantity":
        quoted.set_quantity(last(), 2)
    elif change == "clear":
        quoted.clear_cart()
    else:
        quoted.choose_pickup_time(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    assert holds(db) == []


def test_looking_lets_nothing_go(quoted: Caller, db: Connection) -> None:
    quoted.search_menu("idly")
    quoted.view_cart()
    quoted.record_turn()
    assert holds(db) == [("vanjaram_fry", 4)]


def test_a_new_quote_takes_the_place_of_the_old(quoted: Caller, db: Connection) -> None:
    quoted.choose_order_type("dine_in")
    assert holds(db) == [("vanjaram_fry", 4)]
    quoted.set_quantity(last(), 2)
    quoted.checkout()
    assert holds(db) == [("vanjaram_fry", 4)]


def test_a_quote_that_cannot_be_given_holds_nothing(quoted: Caller, db: Connection) -> None:
    db.execute(STOCK, [3])
    assert quoted.checkout().checkout is None
    assert holds(db) == []


def test_it_survives_the_hot_rows_and_is_not_doubled(
    quoted: Caller, ravi: Caller, db: Connection
) -> None:
    session = quoted.view_cart().session_id
    before = db.execute("select * from cold.stock_hold").fetchall()
    evict(db, session)
    with refused("OC011"):
        ravi.turn_clock("2026-03-02 13:01+05:30")
        ravi.add_to_cart([line("vanjaram_fry", 2)])
    assert quoted.view_cart().checkout is not None
    assert db.execute("select * from cold.stock_hold").fetchall() == before
    assert quoted.choose_payment("cash").order is not None
    assert holds(db) == []


def test_the_sweep_deletes_what_has_expired(quoted: Caller, db: Connection) -> None:
    quoted.turn_clock("2026-03-02 13:14:59+05:30")
    quoted.json("sweep_idle_sessions")
    assert holds(db) == [("vanjaram_fry", 4)]
    quoted.turn_clock("2026-03-02 13:15+05:30")
    quoted.json("sweep_idle_sessions")
    assert holds(db) == []


def test_the_sweep_waits_for_nobody(quoted: Caller, dsn: str, db: Connection) -> None:
    quoted.turn_clock("2026-03-02 13:15+05:30")
    quoted.connection.execute("set lock_timeout = '5s'")
    with connect(dsn) as somebody:
        somebody.execute("select from cold.stock_hold for update")
        quoted.json("sweep_idle_sessions")
        assert holds(db) == [("vanjaram_fry", 4)]
    quoted.json("sweep_idle_sessions")
    assert holds(db) == []
