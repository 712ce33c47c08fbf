"""set_low_mark: of dishes and of ingredients; and back."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.life import put_stock
from tests.support.pantry import put_ingredient
from tests.support.records import count
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.turns import Caller

MARKS = """
select (select low_at from cold.menu_item_stock where item_id = 'idly'),
       (select trim_scale(low_at)::text from cold.ingredient)
"""


@pytest.fixture
def cook(dsn: str, db: Connection) -> Iterator[Caller]:
    """One of the kitchen, with counted idly and milk."""
    put_stock(db, "idly", 20)
    put_ingredient(db, "milk", "2")
    with member(dsn, db, "cook", "kitchen") as caller:
        yield caller


def marks(db: Connection) -> object:
    """The marks of idly and milk."""
    return db.execute(MARKS).fetchone()


def test_a_mark_is_set_and_taken_away(cook: Caller, db: Connection) -> None:
    view = cook.call("set_low_mark", "idly", None, 5)
    assert view.staff is not None
    assert (view.staff.items[0].low_at, view.staff.changed) == (5, True)
    view = cook.call("set_low_mark", None, "milk", Decimal("0.5"))
    assert view.staff is not None
    assert str(view.staff.ingredients[0].low_at) == "0.5"
    assert marks(db) == (5, "0.5")
    cook.call("set_low_mark", "idly", None, None)
    cook.call("set_low_mark", None, "milk", None)
    assert marks(db) == (None, None)


def test_it_is_on_record_once_and_undone(cook: Caller, db: Connection) -> None:
    for _ in range(2):
        cook.call("set_low_mark", "idly", None, 5)
        cook.call("set_low_mark", None, "milk", 1)
    subjects = db.execute("select subject, after from cold.staff_event order by event_no")
    assert subjects.fetchall() == [
        ("low:item:idly", {"low_at": "5"}),
        ("low:ingredient:milk", {"low_at": "1 l"}),
    ]
    names = []
    for _ in range(2):
        record = cook.call("undo").staff
        assert record is not None
        names.append(record.undone[0].item)
    assert (names, marks(db)) == (["Milk", "Idly"], (None, None))


def test_it_is_in_the_ledger(cook: Caller, db: Connection) -> None:
    cook.call("set_low_mark", "idly", None, 5)
    rows = db.execute("select targetid, nodeid, opcode from cold.orevents").fetchall()
    assert rows == [("stock", "item:idly", 450)]


@pytest.mark.parametrize(
    ("item", "ingredient", "low", "code"),
    [
        ("idly", None, "-1", "OC032"),
        ("idly", None, "2.5", "OC032"),
        ("idly", None, "1000001", "OC032"),
        (None, "milk", "-1", "OC097"),
        (None, "milk", "0.0001", "OC097"),
        (None, "cream", "1", "OC093"),
        ("nothing", None, "1", "OC001"),
        ("medu_vada", None, "5", "OC096"),
    ],
)
def test_what_it_refuses(
    cook: Caller, db: Connection, item: str | None, ingredient: str | None, low: str, code: str
) -> None:
    with refused(code):
        cook.call("set_low_mark", item, ingredient, Decimal(low))
    assert (marks(db), count(db, "cold.staff_event")) == ((None, None), 0)
