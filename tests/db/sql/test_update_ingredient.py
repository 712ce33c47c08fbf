"""update_ingredient: set, add, take in its unit; which dishes it takes off; and back."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.life import place
from tests.support.pantry import left_of, put_ingredient, put_recipe
from tests.support.records import count, everything
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.turns import Caller, line

LEDGER = "select actorid, targetid, nodeid, opcode, payload from cold.orevents order by created_at"


@pytest.fixture(autouse=True)
def milk(db: Connection) -> None:
    """Two litres, which feed tea."""
    put_ingredient(db, "milk", "2")
    put_recipe(db, "tea", milk="0.1")


@pytest.fixture
def cook(dsn: str, db: Connection) -> Iterator[Caller]:
    """One of the kitchen."""
    with member(dsn, db, "cook", "kitchen") as caller:
        yield caller


def test_set_add_and_take(cook: Caller, db: Connection) -> None:
    told = []
    for change, amount in (("set", "3"), ("add", "0.25"), ("take", "1.125"), ("set", "0")):
        record = cook.call("update_ingredient", "milk", change, Decimal(amount)).staff
        assert record is not None
        told.append((str(record.had), left_of(db, "milk")))
    assert told == [("2", "3"), ("3", "3.25"), ("3.25", "2.125"), ("2.125", "0")]


def test_without_it_its_dishes_are_sold_out_and_with_it_back(cook: Caller, asha: Caller) -> None:
    record = cook.call("update_ingredient", "milk", "set", 0).staff
    assert record is not None
    assert [(one.item_name, str(one.amount)) for one in record.ingredients[0].dishes] == [
        ("Tea", "0.100")
    ]
    with refused("OC005"):
        asha.add_to_cart([line("tea")])
    cook.call("update_ingredient", "milk", "add", 1)
    place(asha, line("tea", 10))


def test_it_is_on_record_and_in_the_ledger(cook: Caller, db: Connection) -> None:
    cook.call("update_ingredient", "milk", "set", Decimal("0.5"))
    cook.call("update_ingredient", "milk", "set", Decimal("0.5"))
    value = {"before": {"stock": "2 l"}, "after": {"stock": "0.5 l"}}
    assert db.execute("select before, after, subject from cold.staff_event").fetchall() == [
        (value["before"], value["after"], "ingredient:milk")
    ]
    assert db.execute(LEDGER).fetchall() == [
        ("staff:test:cook", "stock", "ingredient:milk", 400, value)
    ]


def test_undo_restores_it(cook: Caller, db: Connection) -> None:
    before = everything(db)["cold.ingredient"]
    cook.call("update_ingredient", "milk", "take", Decimal("0.125"))
    record = cook.call("undo").staff
    assert record is not None
    assert (record.undone[0].item, record.undone[0].before.stock) == ("Milk", "2 l")
    assert everything(db)["cold.ingredient"] == before


def test_what_was_sold_since_is_not_undone(cook: Caller, asha: Caller, db: Connection) -> None:
    cook.call("update_ingredient", "milk", "add", 1)
    place(asha, line("tea"))
    with refused("OC040") as refusal:
        cook.call("undo")
    assert refusal.words["item"] == "Milk"
    assert left_of(db, "milk") == "2.9"


def test_a_repeated_command_changes_nothing(cook: Caller, db: Connection) -> None:
    for _ in range(2):
        cook.call("update_ingredient", "milk", "add", 1, command="once")
    assert (left_of(db, "milk"), count(db, "cold.staff_event")) == ("3", 1)


@pytest.mark.parametrize(
    ("ingredient", "change", "amount", "code"),
    [
        ("milk", "take", "2.001", "OC034"),
        ("milk", "set", "-1", "OC097"),
        ("milk", "add", "0.0001", "OC097"),
        ("milk", "set", "1000000001", "OC097"),
        ("milk", "set", "nan", "OC097"),
        ("milk", "double", "1", "OC097"),
        ("cream", "set", "1", "OC093"),
    ],
)
def test_what_it_refuses_changes_nothing(
    cook: Caller, db: Connection, ingredient: str, change: str, amount: str, code: str
) -> None:
    with refused(code):
        cook.call("update_ingredient", ingredient, change, Decimal(amount))
    assert (left_of(db, "milk"), count(db, "cold.staff_event")) == ("2", 0)
