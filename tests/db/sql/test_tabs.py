"""Tabs: what a table has from sitting down to paying, by rounds of staff and guests."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from psycopg import Connection

from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.staff import member, stock_of
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
from tools.kit.view import SessionView, Tab

TABLES = ("4", "5", "7")


@pytest.fixture
def waiter(dsn: str, db: Connection) -> Iterator[Caller]:
    """Who serves at a shop with tables."""
    put_tables(db, TABLES)
    with member(dsn, db, "waiter", "waiter") as caller:
        yield caller


@pytest.fixture
def other(dsn: str, db: Connection, waiter: Caller) -> Iterator[Caller]:
    """Another who serves."""
    with member(dsn, db, "other", "waiter") as caller:
        yield caller


@pytest.fixture
def guests(dsn: str, waiter: Caller) -> Iterator[list[Caller]]:
    """Three guests with names."""
    with ExitStack() as stack:
        people = [stack.enter_context(Caller(dsn, who)) for who in ("asha", "ravi", "mina")]
        for person in people:
            person.facts["name"] = person.who.title()
        yield people


def shown(waiter: Caller, table: str = "4") -> Tab:
    return tab_of(waiter.call("show_tab", table))


def test_rounds_of_all_are_one_tab(waiter: Caller, other: Caller, guests: list[Caller]) -> None:
    serve(waiter, "4", line("idly", 2))
    take_seat(guests[0], "4")
    order_at_table(guests[0], line("masala_dosa"))
    take_seat(guests[1], "4")
    order_at_table(guests[1], line("idly"))
    serve(other, "4", line("filter_coffee"))
    tab = shown(waiter)
    assert told(tab) == [
        ("Idly", 2, None),
        ("Masala Dosa", 1, "Asha"),
        ("Idly", 1, "Ravi"),
        ("Filter Coffee", 1, None),
    ]
    assert tab.guests == ("Asha", "Ravi")
    assert len(tab.rounds) == 4
    assert money(tab) == ("230.00", "0.00", "230.00")
    assert tab_of(guests[1].call("view_tab")).lines == tab.lines


def test_guests_open_a_tab_themselves(waiter: Caller, guests: list[Caller], db: Connection) -> None:
    for guest in guests:
        take_seat(guest, "5")
        assert guest.call("view_tab").tab is None
    assert open_tabs(db) == 0
    for guest in guests:
        order_at_table(guest)
    assert open_tabs(db) == 1
    assert [who for _, _, who in told(shown(waiter, "5"))] == ["Asha", "Ravi", "Mina"]


def test_guests_of_one_name_are_told_apart(waiter: Caller, guests: list[Caller]) -> None:
    for guest in guests:
        guest.facts["name"] = "Asha"
        take_seat(guest, "4")
        order_at_table(guest)
    assert [who for _, _, who in told(shown(waiter))] == ["Asha", "Asha 2", "Asha 3"]


def test_who_asked_can_be_said_by_a_waiter(waiter: Caller) -> None:
    view = waiter.call("add_to_table", "4", [line("idly")], "Mina")
    assert told(tab_of(view)) == [("Idly", 1, "Mina")]


def test_a_guest_sees_his_own_table_and_while_he_sits_there(
    waiter: Caller, guests: list[Caller]
) -> None:
    asha, ravi, mina = guests
    serve(waiter, "4")
    serve(waiter, "5", line("masala_dosa"))
    take_seat(asha, "4")
    take_seat(ravi, "5")
    assert told(tab_of(asha.call("view_tab"))) == [("Idly", 1, None)]
    assert told(tab_of(ravi.call("view_tab"))) == [("Masala Dosa", 1, None)]
    assert mina.call("view_tab").tab is None
    take_seat(asha, "5")
    assert told(tab_of(asha.call("view_tab"))) == [("Masala Dosa", 1, None)]
    take_seat(asha, "7")
    assert asha.call("view_tab").tab is None
    with refused("OC030"):
        asha.call("show_tab", "4")


def test_a_guest_of_a_closed_tab_sees_nothing_of_the_next(
    waiter: Caller, guests: list[Caller], db: Connection
) -> None:
    asha, ravi, _ = guests
    take_seat(asha, "4")
    order_at_table(asha)
    tab = shown(waiter)
    move_rounds(db, tab.tab_id, "ready", "completed")
    waiter.call("pay_bill", "4", None, "cash", "40.00")
    assert open_tabs(db) == 0
    take_seat(ravi, "4")
    order_at_table(ravi, line("masala_dosa"))
    assert asha.call("view_tab").tab is None
    assert asha.call("ask_for_bill").tab is None
    assert told(tab_of(ravi.call("view_tab"))) == [("Masala Dosa", 1, "Ravi")]


def left_the_table(waiter: Caller, guest: Caller, db: Connection) -> None:
    """He has eaten at table 4, it is paid, and his conversation goes on."""
    take_seat(guest, "4")
    order_at_table(guest)
    move_rounds(db, shown(waiter).tab_id, "ready", "completed")
    waiter.call("pay_bill", "4", None, "cash", "40.00")


def problems(view: SessionView) -> list[str]:
    return [] if view.quote is None else [one.kind for one in view.quote.problems]


def test_nor_does_he_by_ordering_once_more(
    waiter: Caller, guests: list[Caller], db: Connection
) -> None:
    asha, ravi, _ = guests
    left_the_table(waiter, asha, db)
    take_seat(ravi, "4")
    order_at_table(ravi)
    asha.add_to_cart([line("masala_dosa")])
    view = asha.checkout("dine_in")
    assert (problems(view), view.tab) == (["table_missing"], None)
    view = asha.choose_payment("tab")
    assert (view.order, problems(view), view.tab) == (None, ["table_missing"], None)
    assert told(shown(waiter)) == [("Idly", 1, "Ravi")]
    # He sits with them, and says so.
    assert problems(asha.call("choose_table", "4")) == []
    assert asha.choose_payment("tab").order is not None
    assert len(told(shown(waiter))) == 2


def test_nor_when_the_next_come_while_he_looks_at_his_quote(
    waiter: Caller, guests: list[Caller], db: Connection
) -> None:
    asha, ravi, _ = guests
    left_the_table(waiter, asha, db)
    asha.add_to_cart([line("masala_dosa")])
    assert problems(asha.checkout("dine_in")) == []
    take_seat(ravi, "4")
    order_at_table(ravi)
    view = asha.choose_payment("tab")
    assert (view.order, problems(view), view.tab) == (None, ["table_missing"], None)
    assert told(shown(waiter)) == [("Idly", 1, "Ravi")]


def test_whoever_orders_once_more_at_a_table_that_is_free_has_it(
    waiter: Caller, guests: list[Caller], db: Connection
) -> None:
    left_the_table(waiter, guests[0], db)
    order_at_table(guests[0], line("filter_coffee"))
    assert told(shown(waiter)) == [("Filter Coffee", 1, "Asha")]


def test_an_empty_tab_left_open_is_not_the_next_ones(
    waiter: Caller, guests: list[Caller], db: Connection
) -> None:
    take_seat(guests[0], "4")
    order_at_table(guests[0])
    guests[1].facts["name"] = "Ravi"
    take_seat(guests[1], "4")
    db.execute("update cold.orders set status = 'cancelled'")
    db.execute("update cold.tab set opened_at = opened_at - interval '3 hours'")
    serve(waiter, "4", line("masala_dosa"))
    assert guests[1].call("view_tab").tab is None
    assert told(shown(waiter)) == [("Masala Dosa", 1, None)]


def test_a_moved_tab_takes_its_guests_along(waiter: Caller, guests: list[Caller]) -> None:
    asha = guests[0]
    take_seat(asha, "4")
    order = order_at_table(asha)
    tab = tab_of(waiter.call("transfer_tab", "4", "7"))
    assert tab.table == "7"
    # His phone still says table 4, and his next round belongs to his tab all the same.
    order_at_table(asha, line("masala_dosa"))
    assert told(shown(waiter, "7")) == [("Idly", 1, "Asha"), ("Masala Dosa", 1, "Asha")]
    own = asha.order_status(order.order_no).orders[0]
    assert own.table_no == "7"
    with refused("OC082") as refusal:
        waiter.call("show_tab", "4")
    assert refusal.words["table"] == "4"


def test_a_taken_table_is_not_moved_to(waiter: Caller) -> None:
    serve(waiter, "4")
    serve(waiter, "7", line("masala_dosa"))
    with refused("OC086") as refusal:
        waiter.call("transfer_tab", "4", "7")
    assert refusal.words == {"table": "4", "to": "7"}
    assert told(shown(waiter)) == [("Idly", 1, None)]


def test_merged_tabs_are_one(waiter: Caller, guests: list[Caller], db: Connection) -> None:
    asha, ravi, _ = guests
    take_seat(asha, "4")
    order_at_table(asha)
    take_seat(ravi, "5")
    order_at_table(ravi, line("masala_dosa"))
    tab = tab_of(waiter.call("merge_tabs", "4", "5"))
    assert money(tab) == ("120.00", "0.00", "120.00")
    assert tab.guests == ("Asha", "Ravi")
    assert tab_of(asha.call("view_tab")).total == tab.total
    order_at_table(asha)
    assert money(shown(waiter, "5")) == ("160.00", "0.00", "160.00")
    assert open_tabs(db) == 1
    serve(waiter, "4", line("filter_coffee"))
    assert money(shown(waiter, "5"))[0] == "160.00"


def test_a_table_is_not_merged_with_itself_nor_with_none(waiter: Caller) -> None:
    serve(waiter, "4")
    with refused("OC041"):
        waiter.call("merge_tabs", "4", " 4 ")
    with refused("OC082"):
        waiter.call("merge_tabs", "4", "5")


def test_dishes_are_taken_off_the_latest_round_first(
    waiter: Caller, guests: list[Caller], db: Connection
) -> None:
    db.execute("insert into cold.menu_item_stock select tenant_id, 'idly', 9 from cold.tenants")
    serve(waiter, "4", line("idly", 2), line("filter_coffee"))
    serve(waiter, "4", line("idly", 2))
    view = waiter.call("remove_from_table", "4", ("idly",), 3)
    assert view.staff is not None
    assert view.staff.taken == 3
    assert told(tab_of(view)) == [("Idly", 1, None), ("Filter Coffee", 1, None)]
    assert money(tab_of(view)) == ("70.00", "0.00", "70.00")
    assert stock_of(db, "idly") == 8
    statuses = db.execute("select status from cold.orders order by order_no").fetchall()
    assert statuses == [("placed",), ("cancelled",)]


def test_what_is_not_on_a_table_is_not_taken_off(waiter: Caller) -> None:
    serve(waiter, "4", line("idly", 2))
    with refused("OC088"):
        waiter.call("remove_from_table", "4", ("masala_dosa",), None)
    with refused("OC088") as refusal:
        waiter.call("remove_from_table", "4", ("idly",), 3)
    assert refusal.words == {"table": "4", "number": "2", "item": "Idly"}
    for pieces in (0, -1, 100):
        with refused("OC004"):
            waiter.call("remove_from_table", "4", ("idly",), pieces)
    assert told(shown(waiter)) == [("Idly", 2, None)]


def test_a_table_is_one_of_the_shops(waiter: Caller) -> None:
    with refused("OC050"):
        waiter.call("add_to_table", "44", [line("idly")])


def test_an_empty_or_paid_tab_is_closed(waiter: Caller, db: Connection) -> None:
    tab = serve(waiter, "4")
    with refused("OC085") as refusal:
        waiter.call("close_tab", "4")
    assert refusal.words["left"] == "40.00"
    waiter.call("pay_bill", "4", None, "upi", "40.00")
    assert shown(waiter).left == 0
    waiter.call("close_tab", "4")
    assert open_tabs(db) == 0
    assert db.execute("select status from cold.orders").fetchall() == [("completed",)]
    closed = db.execute("select closed_by from cold.tab where tab_id = %s", [tab.tab_id])
    assert closed.fetchone() == ("staff:test:waiter",)


def test_a_tab_of_which_nothing_is_left_closes_itself(
    waiter: Caller, guests: list[Caller], db: Connection
) -> None:
    take_seat(guests[0], "4")
    order = order_at_table(guests[0])
    guests[0].call("cancel_order", None, order.order_id, True)
    assert open_tabs(db) == 0


def test_all_open_tabs_are_told(waiter: Caller) -> None:
    serve(waiter, "7")
    serve(waiter, "4", line("masala_dosa"))
    tabs = waiter.call("show_tab", None).tabs
    assert [(tab.table, str(tab.left)) for tab in tabs] == [("4", "80.00"), ("7", "40.00")]


def test_a_guest_who_asks_for_the_bill_gets_it(waiter: Caller, guests: list[Caller]) -> None:
    take_seat(guests[0], "4")
    order_at_table(guests[0], line("idly", 2))
    tab = tab_of(guests[0].call("ask_for_bill"))
    assert bills(tab) == [("Table", "80.00", False)]
    assert bills(tab_of(guests[0].call("ask_for_bill"))) == bills(tab)


ACTS: list[tuple[str, tuple[object, ...]]] = [
    ("add_to_table", ("4", [line("idly")])),
    ("transfer_tab", ("4", "7")),
    ("merge_tabs", ("4", "5")),
    ("split_tab", ("4", "equal", 3)),
    ("bill_tab", ("4",)),
    ("pay_bill", ("4", None, "cash", "10.00")),
    ("remove_from_table", ("4", ("idly",), 1)),
]


@pytest.mark.parametrize(("function", "args"), [*ACTS, ("show_tab", ("4",)), ("close_tab", ("4",))])
def test_who_does_not_serve_does_none_of_it(
    waiter: Caller, dsn: str, db: Connection, function: str, args: tuple[object, ...]
) -> None:
    serve(waiter, "4", line("idly", 2))
    serve(waiter, "5")
    with member(dsn, db, "cook", "kitchen") as cook, Caller(dsn, "stranger") as stranger:
        before = everything(db)
        for who, code in ((cook, "OC031"), (stranger, "OC030")):
            with refused(code):
                who.call(function, *args)
        assert everything(db) == before


@pytest.mark.parametrize(("function", "args"), ACTS)
def test_a_repeated_command_does_nothing_more(
    waiter: Caller, db: Connection, function: str, args: tuple[object, ...]
) -> None:
    serve(waiter, "4", line("idly", 2))
    serve(waiter, "5")
    waiter.call(function, *args, command="once")
    rows = "select count(*), max(at) from cold.staff_event"
    bill = "select count(*) from cold.tab_bill"
    before = db.execute(rows).fetchone(), db.execute(bill).fetchone()
    assert waiter.call(function, *args, command="once").replayed
    assert (db.execute(rows).fetchone(), db.execute(bill).fetchone()) == before
