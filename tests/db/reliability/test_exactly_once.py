"""A cart becomes one order, however often and by however many it is confirmed."""

from collections import Counter
from collections.abc import Callable

import psycopg
import pytest

from tests.db.reliability.broken import (
    NO_CLAIM,
    NO_LOCK,
    NO_MEMORY,
    PAUSE,
    Break,
    hold,
    let_go,
    put_in,
    wait_for_waiting,
)
from tests.support.confirmations import MODES, Mode, confirm_many

FINGERS = 8
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
