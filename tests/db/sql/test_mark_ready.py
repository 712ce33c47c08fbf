"""mark_ready: by number, once, told to the outbox and to the customer who asks."""

from collections.abc import Iterator

import pytest
from psycopg import Connection

from tests.support.records import count
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.turns import Caller, line

NOTICES = "select dedupe_key like '%:ready', payload from cold.outbox where topic = 'order_ready'"


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
    ((keyed, payload),) = db.execute(NOTICES).fetchall()
    assert (keyed, payload["order_no"]) == (True, 1)


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
    assert refusal.words == {"number": "1", "status": "completed"}
