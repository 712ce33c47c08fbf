"""Several buyers of the last place in a slot: one gets it, whatever is locked and wherever."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from functools import partial

import psycopg
import pytest

from tests.db.reliability.broken import (
    FAILPOINT,
    PAUSE_BEFORE_QUOTE,
    Break,
    put_in,
    quote_past_the_pause,
)
from tests.support.shop import right_now
from tests.support.together import at_once, must
from tests.support.turns import Caller, line
from tests.support.ways import put_slots

BUYERS = 8
AT = (right_now() + timedelta(hours=3)).replace(minute=10, second=0, microsecond=0)
NO_SLOT_LOCK = Break("lock_slot", " s.slot_at = v_slot for update;", " s.slot_at = v_slot;")
PAUSE_BEFORE_BOOKING = Break(
    "book_slot",
    "  delete from cold.slot_booking b\n",
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n  delete from cold.slot_booking b\n",
)
# What others have booked must be read by a statement that begins when the lock is had.
LOCKED_TOO_LATE = (
    Break("offer_checkout", "  perform app.lock_slot(p_turn, v_order_type);\n", ""),
    Break(
        "book_slot",
        "  delete from cold.slot_booking b\n",
        "  perform app.lock_slot(p_turn, p_checkout.order_type);\n"
        "  delete from cold.slot_booking b\n",
    ),
)


@pytest.fixture
def buyers(dsn: str, db: psycopg.Connection) -> Iterator[list[Caller]]:
    """Eight customers who want the same slot; it has been booked and given back before."""
    put_slots(db, 60, 1)
    with ExitStack() as stack:
        callers = [stack.enter_context(Caller(dsn, f"buyer {n}")) for n in range(BUYERS)]
        for caller in callers:
            caller.add_to_cart([line("idly")])
            caller.choose_pickup_time(AT)
        callers[0].checkout()
        callers[0].set_quantity({"last": True}, 2)
        yield callers


def booked(db: psycopg.Connection) -> int:
    """How many places are taken."""
    row = db.execute("select count(*) from cold.slot_booking").fetchone()
    assert row
    return int(row[0])


@pytest.mark.parametrize("places", [1, 3])
def test_the_last_places_are_booked_once(
    db: psycopg.Connection, buyers: list[Caller], places: int
) -> None:
    put_slots(db, 60, places)
    views = must(at_once([partial(buyer.checkout) for buyer in buyers]))
    assert [view.checkout is not None for view in views].count(True) == places
    assert booked(db) == places
    for view in views:
        if view.checkout is None:
            assert view.quote is not None
            assert [one.kind for one in view.quote.problems] == ["slot_full"]
    confirmed = must(at_once([partial(buyer.choose_payment, "cash") for buyer in buyers]))
    assert [view.order is not None for view in confirmed].count(True) == places
    assert booked(db) == places
    assert db.execute("select count(*) from cold.orders").fetchone() == (places,)


def test_two_at_once_between_counting_and_booking(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    put_in(db, PAUSE_BEFORE_QUOTE)
    assert quote_past_the_pause(db, buyers) == 1
    assert booked(db) == 1


@pytest.mark.parametrize("broken", [(NO_SLOT_LOCK,), LOCKED_TOO_LATE], ids=["none", "too late"])
def test_a_missing_lock_is_noticed(
    db: psycopg.Connection, buyers: list[Caller], broken: tuple[Break, ...]
) -> None:
    put_in(db, *broken, PAUSE_BEFORE_BOOKING)
    assert quote_past_the_pause(db, buyers) == 2
    assert booked(db) == 2


def test_changing_slots_in_opposite_directions_blocks_nobody(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    put_slots(db, 60, BUYERS)
    times = (AT, AT + timedelta(hours=1))

    def swap(buyer: Caller, first: int) -> bool:
        for turn in range(6):
            buyer.choose_pickup_time(times[(first + turn) % 2])
            assert buyer.checkout().checkout is not None
        return buyer.choose_payment("cash").order is not None

    assert all(must(at_once([partial(swap, buyer, n) for n, buyer in enumerate(buyers)])))
    assert booked(db) == BUYERS
