"""add_to_table: a table's own session, by the rules every cart is under."""

from collections.abc import Iterator

import pytest
from psycopg import Connection

from tests.db.reliability.hot import evict
from tests.support.records import count
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.turns import Caller, chosen, last, line


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


def has(view_of: object) -> list[tuple[str, int]]:
    lines = getattr(view_of, "lines", ())
    return [(one.item_name, one.quantity) for one in lines]


def test_a_table_has_what_all_who_serve_it_have_added(waiter: Caller, other: Caller) -> None:
    waiter.call("add_to_table", "4", [line("idly", 2)])
    view = other.call("add_to_table", "4", [line("filter_coffee"), line("idly")])
    assert has(view) == [("Idly", 3), ("Filter Coffee", 1)]
    assert [(one.item_name, one.delta) for one in view.changed] == [
        ("Filter Coffee", 1),
        ("Idly", 1),
    ]
    assert str(view.total) == "150.00"
    assert has(waiter.call("add_to_table", "5", [line("idly")])) == [("Idly", 1)]


def test_one_more_is_of_what_the_table_had_last(waiter: Caller, other: Caller) -> None:
    waiter.call("add_to_table", "4", [line("idly", 2)])
    waiter.call("add_to_table", "5", [line("filter_coffee")])
    assert has(other.call("add_to_table", "4", [line(last())])) == [("Idly", 3)]


def test_the_waiters_own_cart_stays_apart(waiter: Caller) -> None:
    waiter.add_to_cart([line("medu_vada")])
    view = waiter.call("add_to_table", "4", [line("idly")])
    assert has(view) == [("Idly", 1)]
    assert has(waiter.view_cart()) == [("Medu Vada", 1)]


@pytest.mark.parametrize("names", [("A4", "a4"), (" 4 ", "4"), ("Garden 2", "garden 2")])
def test_a_name_is_one_however_it_is_written(waiter: Caller, names: tuple[str, str]) -> None:
    waiter.call("add_to_table", names[0], [line("idly")])
    assert has(waiter.call("add_to_table", names[1], [line("idly")])) == [("Idly", 2)]


@pytest.mark.parametrize("name", ["", "  ", "4; drop table", "-1", "x" * 21, "\U0001f35b"])
def test_what_is_no_name_of_a_table(waiter: Caller, db: Connection, name: str) -> None:
    with refused("OC041"):
        waiter.call("add_to_table", name, [line("idly")])
    assert count(db, "cold.staff_event") == 0


def test_what_cannot_be_had_cannot_be_had_at_a_table(waiter: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    with refused("OC005"):
        waiter.call("add_to_table", "4", [line("filter_coffee"), line("idly")])
    assert has(waiter.call("add_to_table", "4", [line("filter_coffee")])) == [("Filter Coffee", 1)]


def test_options_are_judged_as_a_customers(waiter: Caller) -> None:
    with refused("OC008"):
        waiter.call("add_to_table", "4", [line("idly", options=[chosen("no_group", "none")])])


def test_the_price_is_the_menus(waiter: Caller) -> None:
    told = {**line("idly"), "price": "0.01", "unit_price": "0.01"}
    assert str(waiter.call("add_to_table", "4", [told]).total) == "40.00"


def test_a_repeated_command_adds_nothing(waiter: Caller) -> None:
    waiter.call("add_to_table", "4", [line("idly")], command="once")
    view = waiter.call("add_to_table", "4", [line("idly")], command="once")
    assert (has(view), view.changed) == ([("Idly", 1)], ())


def test_what_a_table_has_survives_the_hot_rows(waiter: Caller, db: Connection) -> None:
    evict(db, waiter.call("add_to_table", "4", [line("idly")]).session_id)
    assert has(waiter.call("add_to_table", "4", [line("idly")])) == [("Idly", 2)]
