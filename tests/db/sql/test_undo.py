"""undo: the person's own last command, whole, if nobody has changed the thing since."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from psycopg import Connection

from tests.support.life import cancel, ledger, let_cancel, place
from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.staff import availability_of, grant, member, revoke, stock_of
from tests.support.turns import Caller, line

TABLES = ("cold.menu_item", "cold.menu_item_stock", "hot.session_cart", "cold.orders")


@pytest.fixture
def cook(dsn: str, db: Connection) -> Iterator[Caller]:
    """One of the kitchen."""
    with member(dsn, db, "cook", "manager") as caller:
        yield caller


@pytest.fixture
def other(dsn: str, db: Connection) -> Iterator[Caller]:
    """Another."""
    with member(dsn, db, "other", "manager") as caller:
        yield caller


def things(db: Connection) -> dict[str, list[str]]:
    """Whatever staff can change."""
    rows = everything(db)
    return {table: rows[table] for table in TABLES}


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        ("update_stock", ("idly", "set", 5)),
        ("update_stock", ("vanjaram_fry", "take", 5)),
        ("update_stock", ("vanjaram_fry", "set", 0)),
        ("mark_unavailable", (("idly",), None)),
        ("mark_unavailable", (("idly", "medu_vada"), datetime(2040, 1, 1, tzinfo=UTC))),
        ("mark_available", (("masala_dosa",),)),
    ],
)
def test_all_is_as_it_was(
    cook: Caller, db: Connection, function: str, arguments: tuple[object, ...]
) -> None:
    db.execute(
        """update cold.menu_item set is_available = false, unavailable_until = '2039-05-05 10:00Z'
           where item_id = 'masala_dosa'"""
    )
    before = things(db)
    cook.call(function, *arguments)
    assert things(db) != before
    view = cook.call("undo")
    assert things(db) == before
    assert view.staff is not None
    assert {one.action for one in view.staff.undone} == {function}


def test_of_a_table_the_lines_of_the_command_go(cook: Caller, db: Connection) -> None:
    cook.call("add_to_table", "4", [line("idly", 2)])
    cook.call("add_to_table", "4", [line("idly"), line("filter_coffee")])
    view = cook.call("undo")
    assert view.staff is not None
    assert [(one.item, one.table, one.before.quantity) for one in view.staff.undone] == [
        ("Idly", "4", 2),
        ("Filter Coffee", "4", 0),
    ]
    shown = cook.call("add_to_table", "4", [line("medu_vada")])
    assert [(one.item_name, one.quantity) for one in shown.lines] == [("Idly", 2), ("Medu Vada", 1)]


def test_again_and_again_until_nothing_is_left(cook: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 5)
    cook.call("update_stock", "idly", "add", 5)
    cook.call("mark_unavailable", ("idly",), None)
    cook.call("undo")
    assert availability_of(db, "idly") == (True, None)
    cook.call("undo")
    assert stock_of(db, "idly") == 5
    cook.call("undo")
    assert stock_of(db, "idly") is None
    with refused("OC038"):
        cook.call("undo")


def test_an_undo_is_on_record_beside_what_it_undid(cook: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 5)
    cook.call("undo")
    assert db.execute(
        "select event_no, action, before, after, undoes from cold.staff_event order by 1"
    ).fetchall() == [
        (1, "update_stock", {"quantity": None}, {"quantity": 5}, None),
        (2, "undo", {"quantity": 5}, {"quantity": None}, 1),
    ]


def test_nobody_undoes_what_others_did(cook: Caller, other: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 5)
    with refused("OC038"):
        other.call("undo")
    assert stock_of(db, "idly") == 5


def test_what_another_has_changed_since_stays(cook: Caller, other: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 5)
    other.call("update_stock", "idly", "add", 2)
    with refused("OC040") as refusal:
        cook.call("undo")
    assert refusal.words["item"] == "Idly"
    assert stock_of(db, "idly") == 7


def test_what_another_has_made_the_same_again_stays(
    cook: Caller, other: Caller, db: Connection
) -> None:
    cook.call("mark_unavailable", ("idly",), None)
    other.call("mark_available", ("idly",))
    other.call("mark_unavailable", ("idly",), None)
    with refused("OC040"):
        cook.call("undo")
    assert availability_of(db, "idly") == (False, None)


def test_what_another_has_changed_and_undone_can_be_undone(
    cook: Caller, other: Caller, db: Connection
) -> None:
    cook.call("update_stock", "idly", "set", 5)
    other.call("update_stock", "idly", "add", 2)
    other.call("undo")
    cook.call("undo")
    assert stock_of(db, "idly") is None


def test_what_was_sold_since_is_not_made_up(cook: Caller, asha: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 5)
    asha.add_to_cart([line("idly", 2)])
    asha.checkout()
    asha.choose_payment()
    with refused("OC040"):
        cook.call("undo")
    assert stock_of(db, "idly") == 3


def test_all_of_a_command_or_nothing(cook: Caller, other: Caller, db: Connection) -> None:
    cook.call("mark_unavailable", ("idly", "medu_vada"), None)
    other.call("mark_available", ("medu_vada",))
    with refused("OC040") as refusal:
        cook.call("undo")
    assert refusal.words["item"] == "Medu Vada"
    assert availability_of(db, "idly") == (False, None)


@pytest.mark.parametrize("function", ["accept_order", "start_order", "mark_ready"])
def test_a_step_of_an_order_is_taken_back_by_a_further_one(
    cook: Caller, asha: Caller, db: Connection, function: str
) -> None:
    order = place(asha)
    cook.call(function, 1, *((None, 45) if function == "accept_order" else ()))
    (gone_on,) = asha.order_status().orders
    view = cook.call("undo")
    assert view.staff is not None
    assert [(one.order_no, one.before.status) for one in view.staff.undone] == [(1, "placed")]
    (again,) = asha.order_status().orders
    assert (again.status, again.ready_at, again.may_change) == ("placed", order.ready_at, True)
    assert [step.status for step in again.steps] == ["placed", gone_on.status, "placed"]
    assert ledger(db, order.order_id)[1:3] == (3, 3)
    assert db.execute(
        "select actor from cold.order_event order by seq desc limit 1"
    ).fetchone() == ("staff:test:cook",)
    notices = db.execute("select count(*) from cold.outbox where topic = 'order_status'")
    assert notices.fetchone() == (2,)
    # Taken back, it can be done again.
    cook.call(function, 1)
    assert asha.order_status().orders[0].status == gone_on.status


def test_each_step_by_itself(cook: Caller, asha: Caller) -> None:
    place(asha)
    cook.call("accept_order", 1)
    cook.call("mark_ready", 1)
    for status in ("accepted", "placed"):
        cook.call("undo")
        assert asha.order_status().orders[0].status == status
    with refused("OC038"):
        cook.call("undo")


@pytest.mark.parametrize(
    ("steps", "function", "why"),
    [
        ((), "confirm_payment", "money"),
        (("mark_ready",), "complete_order", "completed"),
        ((), "reject_order", "given_back"),
        (("accept_order",), "cancel_for_customer", "given_back"),
    ],
)
def test_what_has_moved_money_or_stock_is_not_taken_back(
    cook: Caller, asha: Caller, db: Connection, steps: tuple[str, ...], function: str, why: str
) -> None:
    place(asha)
    for step in steps:
        cook.call(step, 1)
    reason = (None, "no gas") if why == "given_back" else ()
    cook.call(function, 1, *reason)
    before = everything(db)
    with refused("OC039") as refusal:
        cook.call("undo")
    assert refusal.words == {"number": "1", "why": why}
    # Nor does it reach for what was done before.
    assert everything(db) == before


@pytest.mark.parametrize(("minute", "possible"), [("14", True), ("16", False)])
def test_a_step_is_taken_back_within_a_quarter_of_an_hour(
    cook: Caller, asha: Caller, minute: str, *, possible: bool
) -> None:
    asha.turn_clock("2026-11-21 12:00+05:30")
    cook.turn_clock("2026-11-21 12:00+05:30")
    place(asha)
    cook.call("accept_order", 1)
    cook.turn_clock(f"2026-11-21 12:{minute}+05:30")
    if possible:
        cook.call("undo")
    else:
        with refused("OC039") as refusal:
            cook.call("undo")
        assert refusal.words == {"number": "1", "why": "late"}


def test_an_order_that_has_gone_on_stays(
    cook: Caller, other: Caller, asha: Caller, db: Connection
) -> None:
    let_cancel(db, "ready")
    first, second = place(asha, line("idly")), place(asha, line("idly"))
    cook.call("accept_order", 1)
    cancel(asha, first.order_id)
    with refused("OC040") as refusal:
        cook.call("undo")
    assert refusal.words == {"order_no": 1}
    cook.call("accept_order", 2)
    other.call("start_order", 2)
    with refused("OC040"):
        cook.call("undo")
    assert ledger(db, first.order_id)[0] == "cancelled"
    assert ledger(db, second.order_id)[0] == "preparing"


def test_a_right_that_is_gone_is_gone_for_undo_too(cook: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 5)
    db.execute("update cold.staff_member set role = 'waiter'")
    with refused("OC031"):
        cook.call("undo")
    assert stock_of(db, "idly") == 5


def test_a_new_grant_does_not_undo_the_old_ones_doings(cook: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 5)
    revoke(db, "cook")
    grant(db, "cook", "manager")
    with refused("OC038"):
        cook.call("undo")


def test_a_repeated_undo_undoes_once(cook: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 5)
    cook.call("update_stock", "idly", "set", 6)
    cook.call("undo", command="once")
    assert cook.call("undo", command="once").replayed
    assert stock_of(db, "idly") == 5


def test_it_does_not_depend_on_a_connections_time_zone(cook: Caller, db: Connection) -> None:
    cook.connection.execute("set time zone 'Asia/Tokyo'")
    cook.call("mark_unavailable", ("idly",), datetime(2040, 1, 1, tzinfo=UTC))
    cook.connection.execute("set time zone 'America/Lima'")
    cook.call("undo")
    assert availability_of(db, "idly") == (True, None)
