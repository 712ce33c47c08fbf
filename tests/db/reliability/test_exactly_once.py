"""A cart becomes one order, however often and by however many it is confirmed."""

from collections import Counter
from collections.abc import Callable
from contextlib import closing

import psycopg
import pytest

from tests.db.reliability.broken import (
    NO_CLAIM,
    NO_LOCK,
    NO_MEMORY,
    PAUSE,
    ROW_LOCK,
    Break,
    hold,
    let_go,
    put_in,
    wait_for_waiting,
)
from tests.db.reliability.hot import evict
from tests.db.reliability.naive import COUNTER, KEY, put_naive
from tests.support.confirmations import MODES, Mode, confirm_across, confirm_many
from tests.support.crashable import Crashable
from tests.support.turns import Caller, line

FINGERS = 8
ACROSS = (
    Mode("one button"),
    Mode("two buttons", two_buttons=True),
    Mode("the same command", same_command=True),
)
BUTTON, TYPED = Mode("button"), Mode("typed", typed=True)
DROP_KEY = "alter table cold.orders drop constraint orders_tenant_id_checkout_id_key"


@pytest.fixture
def together_at_pause(db: psycopg.Connection) -> Callable[[], None]:
    """Whoever comes to PAUSE goes on when all fingers wait, there or behind one who does."""
    hold(db)

    def release() -> None:
        wait_for_waiting(db, FINGERS)
        let_go(db)

    return release


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_a_cart_becomes_one_order(dsn: str, mode: Mode) -> None:
    assert confirm_many(dsn, mode, sessions=10, fingers=2) == Counter()
    assert confirm_many(dsn, mode, sessions=25, fingers=FINGERS) == Counter()


@pytest.mark.parametrize("mode", ACROSS, ids=lambda mode: mode.name)
def test_a_cart_becomes_one_order_across_crashes(crashable: Crashable, mode: Mode) -> None:
    def crash() -> None:
        with closing(psycopg.connect(crashable.dsn)):
            crashable.kill("client backend")
        crashable.revive()

    assert confirm_across(crashable.dsn, mode, crash, sessions=25, fingers=FINGERS) == Counter()


@pytest.mark.parametrize("mode", [BUTTON, TYPED], ids=lambda mode: mode.name)
def test_all_fingers_inside_at_once_still_place_one_order(
    dsn: str, db: psycopg.Connection, mode: Mode, together_at_pause: Callable[[], None]
) -> None:
    put_in(db, PAUSE)
    assert confirm_many(dsn, mode, sessions=1, meanwhile=together_at_pause) == Counter()


@pytest.mark.parametrize(
    ("breaks", "mode"),
    [
        ([NO_LOCK], BUTTON),
        ([NO_LOCK], TYPED),
        ([NO_LOCK, NO_CLAIM], TYPED),
        ([NO_MEMORY], BUTTON),
        ([NO_MEMORY], TYPED),
    ],
    ids=["no lock", "no lock, typed", "no lock, no claim", "no memory", "no memory, typed"],
)
def test_a_missing_wall_is_noticed(
    dsn: str,
    db: psycopg.Connection,
    breaks: list[Break],
    mode: Mode,
    together_at_pause: Callable[[], None],
) -> None:
    put_in(db, *breaks, PAUSE)
    problems = confirm_many(dsn, mode, sessions=1, meanwhile=together_at_pause)
    assert problems["refused"] > 0
    assert problems["orders doubled"] == 0


def test_without_any_wall_orders_are_doubled(
    dsn: str, db: psycopg.Connection, together_at_pause: Callable[[], None]
) -> None:
    put_in(db, NO_LOCK, NO_CLAIM, PAUSE)
    db.execute(DROP_KEY)
    problems = confirm_many(dsn, TYPED, sessions=1, meanwhile=together_at_pause)
    assert problems["orders doubled"] == FINGERS - 1


def test_a_row_lock_on_a_row_that_is_absent_is_noticed(
    dsn: str, db: psycopg.Connection, together_at_pause: Callable[[], None]
) -> None:
    put_in(db, ROW_LOCK, PAUSE)
    problems = confirm_many(
        dsn, Mode("absent", evicted=True), sessions=1, meanwhile=together_at_pause
    )
    assert problems["refused"] > 0


def test_a_key_alone_doubles_orders(
    dsn: str, db: psycopg.Connection, together_at_pause: Callable[[], None]
) -> None:
    put_in(db, NO_LOCK)
    put_naive(db, KEY)
    one = Mode("two buttons", two_buttons=True)
    problems = confirm_many(dsn, one, sessions=1, meanwhile=together_at_pause)
    assert problems["orders doubled"] == 1


def two_orders_with_a_loss_between(db: psycopg.Connection, asha: Caller) -> list[int]:
    """The numbers told for two orders of one session whose hot rows are lost in between."""
    numbers = []
    for dish in ("idly", "masala_dosa"):
        asha.add_to_cart([line(dish)])
        quoted = asha.checkout()
        assert quoted.checkout
        placed = asha.choose_payment("cash", quoted.checkout.checkout_id)
        assert placed.order
        numbers.append(placed.order.order_no)
        evict(db, placed.session_id)
        db.execute("delete from hot.counter")
    return numbers


@pytest.mark.parametrize("naive", [False, True], ids=["as it is", "a counter in the hot row"])
def test_the_order_after_a_loss_is_a_new_one(
    db: psycopg.Connection, asha: Caller, naive: bool
) -> None:
    db.execute("create unlogged table hot.counter (session_id text primary key, number integer)")
    db.execute("grant all on hot.counter to hotcart_api")
    if naive:
        put_naive(db, COUNTER)
    assert two_orders_with_a_loss_between(db, asha) == ([1, 1] if naive else [1, 2])
