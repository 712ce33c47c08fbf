"""mark_ready: by number of the day, once, a step in the order's life, told to the customer."""

from collections.abc import Iterator

import pytest
from psycopg import Connection

from tests.support.records import count
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.turns import Caller, line

NOTICES = "select chat, payload from cold.outbox where topic = 'order_status'"
STEPS = "select status, actor from cold.order_event order by seq"


@pytest.fixture
def cook(dsn: str, db: Connection, asha: Caller) -> Iterator[Caller]:
    """One of the kitchen; order number 1 is placed."""
    asha.add_to_cart([line("idly", 2)])
    asha.checkout()
    asha.choose_payment()
    with member(dsn, db, "cook", "kitchen") as caller:
        yield caller


def test_an_order_is_ready(cook: Caller, asha: Caller, db: Connection) -> None:
    view = cook.call("mark_ready", 1)
    assert view.order is not None
    assert view.staff is not None
    assert (view.order.order_no, view.order.status, view.staff.was) == (1, "ready", "placed")
    assert asha.order_status(1).orders[0].status == "ready"
    ((chat, payload),) = db.execute(NOTICES).fetchall()
    assert (chat, payload["order_no"]) == (asha.chat, 1)
    assert [status for status, _ in db.execute(STEPS).fetchall()] == ["placed", "ready"]
    assert db.execute(STEPS).fetchall()[-1][1] == "staff:test:cook"


def test_it_is_made_ready_once(cook: Caller, db: Connection) -> None:
    for command in ("one", "two", "one"):
        cook.call("mark_ready", 1, command=command)
    assert len(db.execute(NOTICES).fetchall()) == 1
    assert count(db, "cold.staff_event") == 1


@pytest.mark.parametrize("number", [0, 2, -1, 2**40])
def test_a_number_no_order_has(cook: Caller, number: int) -> None:
    with refused("OC036") as refusal:
        cook.call("mark_ready", number)
    assert refusal.words == {"number": str(number)}


@pytest.mark.parametrize("status", ["accepted", "preparing"])
def test_from_any_step_before(cook: Caller, db: Connection, status: str) -> None:
    db.execute("update cold.orders set status = %s", (status,))
    view = cook.call("mark_ready", 1)
    assert view.staff is not None
    assert view.staff.was == status


def test_what_is_completed_stays_so(cook: Caller, db: Connection) -> None:
    db.execute("update cold.orders set status = 'completed'")
    with refused("OC037") as refusal:
        cook.call("mark_ready", 1)
    assert (refusal.words["number"], refusal.words["status"]) == ("1", "completed")
    assert refusal.words["next"] == ""


def test_numbers_begin_anew_each_day(dsn: str, db: Connection, asha: Caller) -> None:
    """Meant is today's; yesterday's while today has none, as a night goes on past midnight."""
    days = ("2026-03-01 12:00+05:30", "2026-03-03 23:50+05:30", "2026-03-04 00:20+05:30")
    for at in days:
        asha.turn_clock(at)
        asha.add_to_cart([line("idly")])
        asha.checkout()
        asha.choose_payment()
    with member(dsn, db, "cook", "kitchen") as cook:
        cook.turn_clock("2026-03-04 00:30+05:30")
        cook.call("mark_ready", 1)
        assert standing(db) == ["placed", "placed", "ready"]
        db.execute("update cold.orders set order_no = 2 where order_day = '2026-03-04'")
        cook.call("mark_ready", 1)
        assert standing(db) == ["placed", "ready", "ready"]
        cook.turn_clock("2026-03-06 12:00+05:30")
        with refused("OC036"):
            cook.call("mark_ready", 1)


def standing(db: Connection) -> list[str]:
    """How the orders stand, by day."""
    rows = db.execute("select status from cold.orders order by order_day").fetchall()
    return [status for (status,) in rows]
