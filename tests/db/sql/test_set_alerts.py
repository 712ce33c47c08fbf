"""What a room is told of by itself: who changes it, what it is then, and that it is taken back."""

from collections.abc import Iterator

import pytest
from psycopg import Connection

from tests.support.back_office import address, bind, employ
from tests.support.records import count, everything
from tests.support.refusals import refused
from tests.support.turns import Caller
from tools.kit.staff.alerts import Alerts

COUNTER = ("order_paid", "payment_failed", "refund_due", "bill_asked")
HEARD = "select alerts from cold.room where chat = %s and unbound_at is null"


@pytest.fixture
def maya(dsn: str, db: Connection) -> Iterator[Caller]:
    """A manager who speaks at the counter."""
    bind(db, "counter")
    employ(db, "7", "manager")
    with Caller(dsn, "7") as caller:
        caller.facts = {"channel": "telegram", "chat": address("counter"), "sender": "7"}
        yield caller


def shown(maya: Caller, *alerts: str, on: bool = True, command: str | None = None) -> Alerts:
    staff = maya.call("set_alerts", tuple(alerts), on, command=command).staff
    assert staff is not None
    assert staff.alerts is not None
    return staff.alerts


def kept(db: Connection) -> object:
    row = db.execute(HEARD, (address("counter"),)).fetchone()
    assert row is not None
    return row[0]


def test_only_looked_at_it_stays_what_is_usual(maya: Caller, db: Connection) -> None:
    alerts = shown(maya)
    assert (alerts.heard, alerts.changed) == (COUNTER, False)
    assert set(alerts.all) > set(COUNTER)
    assert kept(db) is None
    assert count(db, "cold.staff_event") == 0


def test_turned_on_and_off(maya: Caller, db: Connection) -> None:
    assert shown(maya, "stock_low").heard == (*COUNTER, "stock_low")
    assert shown(maya, "order_paid", "stock_low", on=False).heard == COUNTER[1:]
    assert shown(maya, "order_paid", on=False).heard == COUNTER[1:]
    assert kept(db) == list(COUNTER[1:])
    assert count(db, "cold.staff_event") == 2, "what is so already is no change"
    ledger = "select actorid, nodeid from cold.orevents where opcode = 640 limit 1"
    assert db.execute(ledger).fetchone() == ("staff:telegram:7", f"telegram:{address('counter')}")


def test_undone_it_is_as_it_was_even_where_it_was_as_usual(maya: Caller, db: Connection) -> None:
    before = everything(db)["cold.room"]
    shown(maya, "stock_low")
    first = everything(db)["cold.room"]
    shown(maya, "order_paid", on=False)
    maya.call("undo")
    assert everything(db)["cold.room"] == first
    maya.call("undo")
    assert everything(db)["cold.room"] == before
    with refused("OC038"):
        maya.call("undo")


def test_a_repeated_command_changes_nothing(maya: Caller, db: Connection) -> None:
    shown(maya, "stock_low", command="test:1")
    shown(maya, "stock_low", on=False)
    assert "stock_low" not in shown(maya, "stock_low", command="test:1").heard
    assert count(db, "cold.staff_event") == 2


def test_what_is_no_alert_is_refused(maya: Caller, db: Connection) -> None:
    with refused("OC072"):
        shown(maya, "order_paid", "full_moon")
    assert kept(db) is None


def test_it_is_not_for_cooks_and_not_for_a_chat_that_is_no_room(
    maya: Caller, db: Connection, dsn: str
) -> None:
    maya.facts = {"channel": "telegram", "chat": address("lobby"), "sender": "7"}
    with refused("OC070"):
        shown(maya, "stock_low")
    employ(db, "8", "kitchen")
    with Caller(dsn, "8") as cook:
        cook.facts = {"channel": "telegram", "chat": address("counter"), "sender": "8"}
        with refused("OC031"):
            shown(cook, "stock_low")
