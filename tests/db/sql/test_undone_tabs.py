"""What staff did with tables, taken back: the tables are as before, logs apart."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.life import cancel
from tests.support.refusals import refused
from tests.support.staff import member, stock_of
from tests.support.standing import left_over, standing
from tests.support.tabs import (
    bills,
    money,
    move_rounds,
    open_tabs,
    order_at_table,
    serve,
    tab_of,
    take_seat,
    told,
)
from tests.support.turns import Caller, line
from tests.support.ways import put_tables


@pytest.fixture
def waiter(dsn: str, db: Connection) -> Iterator[Caller]:
    """Who serves at a shop with tables."""
    put_tables(db, ("4", "5", "7"))
    with member(dsn, db, "waiter", "waiter") as caller:
        yield caller


def test_a_bill_that_was_good_is_good_again(waiter: Caller, db: Connection) -> None:
    serve(waiter, "4", line("idly", 2))
    serve(waiter, "5")
    waiter.call("bill_tab", "4")
    before = standing(db)
    waiter.call("merge_tabs", "4", "5")
    waiter.call("undo")
    assert left_over(before, standing(db)) == {}


def test_a_round_is_cancelled_exactly(waiter: Caller, db: Connection) -> None:
    db.execute("insert into cold.menu_item_stock select tenant_id, 'idly', 9 from cold.tenants")
    serve(waiter, "4", line("idly", 2))
    before = tab_of(waiter.call("show_tab", "4"))
    serve(waiter, "4", line("idly", 3), line("masala_dosa"))
    view = waiter.call("undo")
    assert view.staff is not None
    assert [(one.item, one.table) for one in view.staff.undone] == [
        ("3x Idly, 1x Masala Dosa", "4")
    ]
    assert tab_of(waiter.call("show_tab", "4")) == before
    assert stock_of(db, "idly") == 7
    due = "select sum(amount) from cold.payments where status = 'due'"
    assert str(db.execute(due).fetchone()[0]) == "80.00"  # type: ignore[index]
    last = "select actor, reason from cold.order_event order by at desc, seq desc limit 1"
    assert db.execute(last).fetchone() == ("staff:test:waiter", "taken back")


def test_a_tab_opened_by_it_is_closed_again(waiter: Caller, db: Connection) -> None:
    serve(waiter, "4")
    waiter.call("undo")
    assert open_tabs(db) == 0


def test_what_was_taken_off_is_on_again(waiter: Caller, db: Connection) -> None:
    db.execute("insert into cold.menu_item_stock select tenant_id, 'idly', 9 from cold.tenants")
    serve(waiter, "4", line("idly", 2), line("masala_dosa"))
    before = tab_of(waiter.call("show_tab", "4"))
    waiter.call("remove_from_table", "4", ("idly",), None)
    waiter.call("undo")
    assert tab_of(waiter.call("show_tab", "4")) == before
    assert stock_of(db, "idly") == 7


def test_a_cancelled_round_rises(waiter: Caller, db: Connection) -> None:
    serve(waiter, "4")
    serve(waiter, "4", line("masala_dosa"))
    before = tab_of(waiter.call("show_tab", "4"))
    waiter.call("remove_from_table", "4", ("masala_dosa",), None)
    waiter.call("undo")
    assert tab_of(waiter.call("show_tab", "4")) == before


def test_what_a_guest_ordered_at_merged_tables_goes_back_with_him(
    waiter: Caller, asha: Caller, db: Connection
) -> None:
    take_seat(asha, "4", "Asha")
    order_at_table(asha)
    serve(waiter, "5")
    waiter.call("merge_tabs", "4", "5")
    order = order_at_table(asha, line("masala_dosa"))
    assert order.table_no == "5"
    waiter.call("undo")
    assert told(tab_of(waiter.call("show_tab", "4"))) == [
        ("Idly", 1, "Asha"),
        ("Masala Dosa", 1, "Asha"),
    ]
    assert told(tab_of(waiter.call("show_tab", "5"))) == [("Idly", 1, None)]


def test_a_bill_that_was_paid_by_mistake_is_open_again(waiter: Caller, db: Connection) -> None:
    move_rounds(db, serve(waiter, "4").tab_id, "ready", "completed")
    waiter.call("bill_tab", "4")
    waiter.call("pay_bill", "4", 1, "cash", "40.00")
    assert open_tabs(db) == 0
    view = waiter.call("undo")
    assert view.staff is not None
    assert {(one.table, one.amount) for one in view.staff.undone} == {("4", Decimal(40))}
    tab = tab_of(waiter.call("show_tab", "4"))
    assert (money(tab), bills(tab)) == (("40.00", "0.00", "40.00"), [("Table", "40.00", False)])


def test_a_bill_is_not_taken_from_under_who_paid_it(
    waiter: Caller, dsn: str, db: Connection
) -> None:
    serve(waiter, "4", line("idly", 2))
    waiter.call("split_tab", "4", "equal", 2)
    with member(dsn, db, "other", "waiter") as other:
        other.call("pay_bill", "4", 1, "cash", "40.00")
    with refused("OC089") as refusal:
        waiter.call("undo")
    assert refusal.words["why"] == "paid"


def test_what_is_owed_is_not_left_at_a_closed_table(
    waiter: Caller, dsn: str, db: Connection
) -> None:
    tab = serve(waiter, "4").tab_id
    waiter.call("pay_bill", "4", None, "cash", "40.00")
    # What was still cooking is done, so the table closes; then it was paid for after all.
    move_rounds(db, tab, "ready", "completed")
    assert open_tabs(db) == 0
    with refused("OC089") as refusal:
        waiter.call("undo")
    assert refusal.words == {"why": "closed", "table": "4"}


def test_a_table_is_free_when_all_of_it_is_taken_back(
    waiter: Caller, dsn: str, db: Connection
) -> None:
    serve(waiter, "4")
    with member(dsn, db, "other", "waiter") as other:
        serve(other, "4")
        waiter.call("undo")
        assert open_tabs(db) == 1
        other.call("undo")
        assert open_tabs(db) == 0


def test_a_table_that_was_open_stays_open(waiter: Caller, asha: Caller, db: Connection) -> None:
    take_seat(asha, "4")
    cancel(asha, order_at_table(asha).order_id)
    assert open_tabs(db) == 0
    serve(waiter, "4")
    tab = tab_of(waiter.call("show_tab", "4"))
    take_seat(asha, "4")
    order_at_table(asha)
    waiter.call("remove_from_table", "4", ("idly",), None)
    assert open_tabs(db) == 0
    waiter.call("undo")
    assert tab_of(waiter.call("show_tab", "4")).tab_id == tab.tab_id


def test_a_round_that_was_paid_since_stays(waiter: Caller, dsn: str, db: Connection) -> None:
    serve(waiter, "4")
    with member(dsn, db, "other", "waiter") as other:
        other.call("pay_bill", "4", None, "cash", "10.00")
    with refused("OC040") as refusal:
        waiter.call("undo")
    assert refusal.words["table"] == "4"
    assert money(tab_of(waiter.call("show_tab", "4"))) == ("40.00", "10.00", "30.00")


def test_a_table_that_is_taken_by_now_is_not_given_back(
    waiter: Caller, asha: Caller, db: Connection
) -> None:
    serve(waiter, "4")
    waiter.call("transfer_tab", "4", "7")
    take_seat(asha, "4")
    order_at_table(asha)
    with refused("OC087") as refusal:
        waiter.call("undo")
    assert refusal.words["table"] == "4"
    assert open_tabs(db) == 2
