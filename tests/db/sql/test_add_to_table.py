"""add_to_table: a round of the table's tab, by the rules every order is under."""

from collections.abc import Iterator

import pytest
from psycopg import Connection

from tests.db.reliability.hot import evict
from tests.support.records import count
from tests.support.refusals import refused
from tests.support.staff import member, stock_of
from tests.support.tabs import tab_of
from tests.support.turns import Caller, chosen, last, line
from tools.kit.view import SessionView


@pytest.fixture
def waiter(dsn: str, db: Connection) -> Iterator[Caller]:
    """Who serves."""
    with member(dsn, db, "waiter", "waiter") as caller:
        yield caller


@pytest.fixture
def other(dsn: str, db: Connection) -> Iterator[Caller]:
    """Another who serves."""
    with member(dsn, db, "other", "waiter") as caller:
        yield caller


def has(view: SessionView) -> list[tuple[str, int]]:
    return [(one.item_name, one.quantity) for one in tab_of(view).lines]


def test_a_table_has_what_all_who_serve_it_have_added(waiter: Caller, other: Caller) -> None:
    waiter.call("add_to_table", "4", [line("idly", 2)])
    view = other.call("add_to_table", "4", [line("filter_coffee"), line("idly")])
    assert has(view) == [("Idly", 2), ("Idly", 1), ("Filter Coffee", 1)]
    assert [(one.item_name, one.delta) for one in view.changed] == [
        ("Filter Coffee", 1),
        ("Idly", 1),
    ]
    assert str(tab_of(view).total) == "150.00"
    assert has(waiter.call("add_to_table", "5", [line("idly")])) == [("Idly", 1)]


def test_a_round_is_an_order_of_its_own(waiter: Caller, db: Connection) -> None:
    waiter.call("add_to_table", "4", [line("idly", 2)])
    waiter.call("add_to_table", "4", [line("filter_coffee")])
    orders = db.execute(
        """select o.order_no, o.status, o.table_no, o.payment_method, o.total_amount::text, e.actor
           from cold.orders o join cold.order_event e using (tenant_id, order_id) order by 1"""
    ).fetchall()
    assert orders == [
        (1, "placed", "4", "tab", "80.00", "staff:test:waiter"),
        (2, "placed", "4", "tab", "30.00", "staff:test:waiter"),
    ]


def test_one_more_is_of_what_the_table_had_last(waiter: Caller, other: Caller) -> None:
    waiter.call("add_to_table", "4", [line("idly", 2)])
    waiter.call("add_to_table", "5", [line("filter_coffee")])
    view = other.call("add_to_table", "4", [line(last())])
    assert has(view) == [("Idly", 2), ("Idly", 1)]


def test_the_waiters_own_cart_stays_apart(waiter: Caller) -> None:
    waiter.add_to_cart([line("medu_vada")])
    view = waiter.call("add_to_table", "4", [line("idly")])
    assert has(view) == [("Idly", 1)]
    assert [one.item_name for one in waiter.view_cart().lines] == ["Medu Vada"]


@pytest.mark.parametrize("names", [("A4", "a4"), (" 4 ", "4"), ("Garden 2", "garden 2")])
def test_a_name_is_one_however_it_is_written(waiter: Caller, names: tuple[str, str]) -> None:
    waiter.call("add_to_table", names[0], [line("idly")])
    view = waiter.call("add_to_table", names[1], [line("idly")])
    assert has(view) == [("Idly", 1), ("Idly", 1)]


@pytest.mark.parametrize("name", ["", "  ", "4; drop table", "-1", "x" * 21, "\U0001f35b"])
def test_what_is_no_name_of_a_table(waiter: Caller, db: Connection, name: str) -> None:
    with refused("OC041"):
        waiter.call("add_to_table", name, [line("idly")])
    assert count(db, "cold.staff_event") == 0


def test_what_cannot_be_had_cannot_be_had_at_a_table(waiter: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    with refused("OC005"):
        waiter.call("add_to_table", "4", [line("filter_coffee"), line("idly")])
    assert count(db, "cold.tab") == 0
    assert has(waiter.call("add_to_table", "4", [line("filter_coffee")])) == [("Filter Coffee", 1)]


def test_what_is_counted_is_taken(waiter: Caller, db: Connection) -> None:
    db.execute("insert into cold.menu_item_stock select tenant_id, 'idly', 3 from cold.tenants")
    waiter.call("add_to_table", "4", [line("idly", 2)])
    assert stock_of(db, "idly") == 1
    with refused("OC011"):
        waiter.call("add_to_table", "4", [line("idly", 2)])
    assert count(db, "cold.stock_hold") == 0


def test_a_minimum_is_not_for_a_round(waiter: Caller, db: Connection) -> None:
    db.execute(
        """insert into cold.order_rule select t.tenant_id, y.order_type_id, 500
           from cold.tenants t, cold.order_type_table y where y.order_type_name = 'dine_in'"""
    )
    assert has(waiter.call("add_to_table", "4", [line("idly")])) == [("Idly", 1)]


def test_options_are_judged_as_a_customers(waiter: Caller) -> None:
    with refused("OC008"):
        waiter.call("add_to_table", "4", [line("idly", options=[chosen("no_group", "none")])])


def test_the_price_is_the_menus(waiter: Caller) -> None:
    told = {**line("idly"), "price": "0.01", "unit_price": "0.01"}
    assert str(tab_of(waiter.call("add_to_table", "4", [told])).total) == "40.00"


def test_a_repeated_command_adds_nothing(waiter: Caller) -> None:
    waiter.call("add_to_table", "4", [line("idly")], command="once")
    view = waiter.call("add_to_table", "4", [line("idly")], command="once")
    assert (has(view), view.changed) == ([("Idly", 1)], ())


def test_what_a_table_has_survives_the_hot_rows(waiter: Caller, db: Connection) -> None:
    waiter.call("add_to_table", "4", [line("idly")])
    row = db.execute("select session_id from cold.sessions where channel = 'table'").fetchone()
    assert row is not None
    evict(db, row[0])
    view = waiter.call("add_to_table", "4", [line(last())])
    assert has(view) == [("Idly", 1), ("Idly", 1)]


def test_no_notice_goes_to_a_table(waiter: Caller, db: Connection) -> None:
    waiter.call("add_to_table", "4", [line("idly")])
    to_tables = "select count(*) from cold.outbox where channel = 'table'"
    assert db.execute(to_tables).fetchone() == (0,)
