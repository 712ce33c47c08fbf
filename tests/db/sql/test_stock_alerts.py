"""Rooms hear once that something runs low or out, whoever takes the last of it."""

from collections.abc import Iterator

import pytest
from psycopg import Connection

from db.functions import function_files
from tests.support.life import cancel, let_cancel, place, put_stock
from tests.support.open_rooms import open_room
from tests.support.pantry import put_ingredient, put_low_mark, put_recipe
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.tabs import serve
from tests.support.turns import Caller, line

TOLD = """
select topic, payload ->> 'item', payload ->> 'left', payload ->> 'dishes' from cold.outbox
where topic like 'stock_%' order by position
"""
Told = tuple[str, str, str, str | None]


@pytest.fixture(autouse=True)
def store(db: Connection) -> None:
    """A store room, and six idly that run low at five."""
    open_room(db, "inventory", "-1")
    put_stock(db, "idly", 6)
    put_low_mark(db, "idly", 5)


@pytest.fixture
def cook(dsn: str, db: Connection) -> Iterator[Caller]:
    """One of the staff."""
    with member(dsn, db, "cook", "manager") as caller:
        yield caller


def told(db: Connection) -> list[Told]:
    """What the rooms are told of stock."""
    return db.execute(TOLD).fetchall()


def test_each_crossing_is_told_once(asha: Caller, db: Connection) -> None:
    place(asha, line("idly"))
    assert told(db) == []
    place(asha, line("idly"))
    place(asha, line("idly", 2))
    assert told(db) == [("stock_low", "Idly", "4", None)]
    place(asha, line("idly", 2))
    assert told(db)[1:] == [("stock_out", "Idly", "0", None)]


def test_from_plenty_to_nothing_is_one_alert(asha: Caller, db: Connection) -> None:
    place(asha, line("idly", 6))
    assert told(db) == [("stock_out", "Idly", "0", None)]


def test_a_crossing_after_more_came_in_is_another(
    asha: Caller, cook: Caller, db: Connection
) -> None:
    let_cancel(db, "ready")
    for _ in range(2):
        order = place(asha, line("idly", 2))
        cancel(asha, order.order_id)
    assert [topic for topic, *_ in told(db)] == ["stock_low", "stock_low"]
    cook.call("update_stock", "idly", "take", 3)
    assert told(db)[2:] == [("stock_low", "Idly", "3", None)]
    cook.call("update_stock", "idly", "set", 0)
    cook.call("undo")
    cook.call("undo")
    assert [topic for topic, *_ in told(db)[3:]] == ["stock_out"]


def test_rounds_of_tables_are_told_too(cook: Caller, db: Connection) -> None:
    serve(cook, "4", line("idly", 6))
    assert told(db) == [("stock_out", "Idly", "0", None)]


def test_an_undo_that_lowers_is_told(cook: Caller, db: Connection) -> None:
    put_stock(db, "idly", 1)
    cook.call("update_stock", "idly", "add", 10)
    cook.call("undo")
    assert told(db) == [("stock_low", "Idly", "1", None)]


def test_what_is_refused_is_not_told(asha: Caller, db: Connection) -> None:
    with refused("OC011"):
        place(asha, line("idly", 7))
    assert told(db) == []


def test_of_an_ingredient_the_dishes_it_ends_are_named(
    asha: Caller, cook: Caller, db: Connection
) -> None:
    put_ingredient(db, "milk", "0.6", low_at="0.5")
    put_recipe(db, "filter_coffee", milk="0.15")
    put_recipe(db, "tea", milk="0.1")
    place(asha, line("tea", 2))
    assert told(db) == [("stock_low", "Milk", "0.4", None)]
    place(asha, line("filter_coffee", 2))
    assert told(db)[1:] == [("stock_out", "Milk", "0.1", "Filter Coffee")]
    place(asha, line("tea"))
    assert told(db)[2:] == [("stock_out", "Milk", "0", "Tea")]
    cook.call("update_ingredient", "milk", "set", 3)
    cook.call("update_ingredient", "milk", "set", 0)
    assert told(db)[3:] == [("stock_out", "Milk", "0", "Filter Coffee, Tea")]


def test_a_shop_that_wants_no_alerts_hears_none(asha: Caller, db: Connection) -> None:
    db.execute("update cold.room set alerts = '{}'")
    place(asha, line("idly", 6))
    assert told(db) == []


def test_nothing_else_writes_stock() -> None:
    """Whatever lowers stock does so where it is told."""
    writers = {
        table: {
            name
            for name, text in function_files().items()
            if f"update {table} " in text or f"into {table} " in text
            if "set quantity" in text
        }
        for table in ("cold.menu_item_stock", "cold.ingredient")
    }
    assert writers == {
        "cold.menu_item_stock": {"take_stock", "put_stock"},
        "cold.ingredient": {"take_ingredients", "put_ingredient"},
    }
