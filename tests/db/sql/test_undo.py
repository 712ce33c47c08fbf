"""undo: the person's own last command, whole, if nobody has changed the thing since."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from psycopg import Connection

from tests.support.busy_shop import EVENING, NOON
from tests.support.charges import Coupon, put_coupon
from tests.support.life import cancel, ledger, let_cancel, place, put_stock
from tests.support.money import Payer, short, take_money
from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.staff import availability_of, grant, member, revoke, stock_of
from tests.support.turns import Caller, line
from tests.support.ways import put_slots

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
        ("1x Idly, 1x Filter Coffee", "4", 0)
    ]
    tab = cook.call("add_to_table", "4", [line("medu_vada")]).tab
    assert tab is not None
    assert [(one.item_name, one.quantity) for one in tab.lines] == [("Idly", 2), ("Medu Vada", 1)]


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


@pytest.mark.parametrize("function", ["reject_order", "cancel_for_customer"])
def test_what_was_off_stands_again(
    cook: Caller, asha: Caller, db: Connection, function: str
) -> None:
    put_stock(db, "idly", 5)
    place(asha)
    cook.call(function, 1, None, "no gas")
    assert (stock_of(db, "idly"), short(db)) == (5, ["cash void 240.00"])
    cook.call("undo")
    assert (stock_of(db, "idly"), short(db)) == (3, ["cash due 240.00"])
    (again,) = asha.order_status().orders
    assert (again.status, again.may_change) == ("placed", True)
    cook.call("mark_ready", 1)
    cook.call("complete_order", 1)
    assert stock_of(db, "idly") == 3


def test_what_cannot_be_had_any_more_stays_off(
    cook: Caller, asha: Caller, ravi: Caller, db: Connection
) -> None:
    put_stock(db, "idly", 2)
    place(asha)
    cook.call("reject_order", 1, None, "no gas")
    place(ravi, line("idly"))
    before = everything(db)
    with refused("OC089") as refusal:
        cook.call("undo")
    assert refusal.words == {"why": "dishes", "number": "1", "items": "Idly"}
    assert everything(db) == before


def test_a_code_that_is_used_up_by_now_stays_used(
    cook: Caller, asha: Caller, ravi: Caller, db: Connection
) -> None:
    put_coupon(db, Coupon("SAVE", "10", total_limit=1))
    for person in (asha, ravi):
        person.add_to_cart([line("idly", 2)])
        person.apply_coupon("SAVE")
    asha.checkout("take_away")
    asha.choose_payment("cash")
    cook.call("reject_order", 1, None, "no gas")
    ravi.checkout("take_away")
    ravi.choose_payment("cash")
    with refused("OC089") as refusal:
        cook.call("undo")
    assert refusal.words == {"why": "coupon", "number": "1", "items": "SAVE"}


def test_a_slot_that_is_full_by_now_stays_full(
    cook: Caller, asha: Caller, ravi: Caller, db: Connection
) -> None:
    put_slots(db, 30, 1)
    for person in (cook, asha, ravi):
        person.turn_clock(NOON)
    for person in (asha, ravi):
        person.add_to_cart([line("idly")])
        person.choose_pickup_time(EVENING)
    asha.checkout("take_away")
    asha.choose_payment("cash")
    cook.call("reject_order", 1, None, "no gas")
    assert ravi.checkout("take_away").checkout
    with refused("OC089") as refusal:
        cook.call("undo")
    assert refusal.words == {"why": "slot", "number": "1"}


def test_money_that_is_back_already_is_not_asked_for_again(
    cook: Caller, other: Caller, db: Connection, dsn: str
) -> None:
    take_money(db)
    with Payer(dsn) as payer:
        payer.add_to_cart([line("idly")])
        payer.checkout("take_away")
        payer.pays(payer.invoice())
    cook.call("reject_order", 1, None, "no gas")
    assert short(db) == ["telegram refund_due 40.00"]
    other.call("refund_payment", 1)
    with refused("OC040"):
        cook.call("undo")
    other.call("undo")
    cook.call("undo")
    assert short(db) == ["telegram paid 40.00"]


def test_money_booked_by_mistake_is_due_again(cook: Caller, asha: Caller, db: Connection) -> None:
    place(asha)
    cook.call("confirm_payment", 1, None, "upi")
    assert short(db) == ["upi paid 240.00"]
    cook.call("undo")
    assert short(db) == ["cash due 240.00"]
    assert [step.status for step in asha.order_status().orders[0].steps] == ["placed"]


def test_a_receipt_keeps_its_number(cook: Caller, asha: Caller, db: Connection) -> None:
    """A number that was given out is not given out again, and its order keeps it."""
    place(asha)
    cook.call("mark_ready", 1)
    cook.call("complete_order", 1)
    number = "select receipt_no, order_id from cold.receipt"
    given = db.execute(number).fetchall()
    cook.call("undo")
    assert asha.order_status().orders[0].status == "ready"
    assert db.execute(number).fetchall() == given
    cook.call("complete_order", 1)
    assert db.execute(number).fetchall() == given


@pytest.mark.parametrize(("minute", "possible"), [("14", True), ("16", False)])
@pytest.mark.parametrize(
    ("function", "args"),
    [("accept_order", (1,)), ("confirm_payment", (1,)), ("update_stock", ("idly", "set", 5))],
)
def test_it_is_taken_back_within_a_quarter_of_an_hour(
    cook: Caller,
    asha: Caller,
    function: str,
    args: tuple[object, ...],
    minute: str,
    *,
    possible: bool,
) -> None:
    asha.turn_clock("2026-11-21 12:00+05:30")
    cook.turn_clock("2026-11-21 12:00+05:30")
    place(asha)
    cook.call(function, *args)
    cook.turn_clock(f"2026-11-21 12:{minute}+05:30")
    if possible:
        cook.call("undo")
    else:
        with refused("OC039"):
            cook.call("undo")


def test_what_others_did_to_it_besides_does_not_matter(
    cook: Caller, other: Caller, asha: Caller, db: Connection
) -> None:
    place(asha)
    cook.call("accept_order", 1)
    other.call("confirm_payment", 1)
    cook.call("undo")
    assert asha.order_status().orders[0].status == "placed"
    assert short(db) == ["cash paid 240.00"]


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
