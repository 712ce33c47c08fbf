"""update_stock: set, add, take; and what it means for those who order."""

from collections.abc import Iterator

import pytest
from psycopg import Connection

from tests.support.records import count
from tests.support.refusals import refused
from tests.support.staff import member, stock_of
from tests.support.turns import Caller, line


@pytest.fixture
def cook(dsn: str, db: Connection) -> Iterator[Caller]:
    """One of the kitchen."""
    with member(dsn, db, "cook", "kitchen") as caller:
        yield caller


def version(person: Caller) -> int:
    return person.view_cart().menu_version


def test_set_add_and_take(cook: Caller, db: Connection) -> None:
    told = []
    for change, pieces in (("set", 20), ("add", 5), ("take", 3), ("set", 0), ("add", 2)):
        record = cook.call("update_stock", "idly", change, pieces).staff
        assert record is not None
        told.append((record.before, record.items[0].quantity))
        assert record.items[0].quantity == stock_of(db, "idly")
    assert told == [(None, 20), (20, 25), (25, 22), (22, 0), (0, 2)]


def test_every_change_is_on_record(cook: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 20, command="first")
    cook.call("update_stock", "idly", "take", 5, command="second")
    rows = db.execute(
        """select event_no, m.sender, action, subject, before, after, undoes, command_id
           from cold.staff_event e join cold.staff_member m using (tenant_id, member_id)
           order by 1"""
    ).fetchall()
    assert rows == [
        (1, "cook", "update_stock", "stock:idly", {"quantity": None}, {"quantity": 20}, None,
         "first"),
        (2, "cook", "update_stock", "stock:idly", {"quantity": 20}, {"quantity": 15}, None,
         "second"),
    ]  # fmt: skip


def test_at_zero_it_is_sold_out_and_at_one_it_is_back(cook: Caller, asha: Caller) -> None:
    cook.call("update_stock", "idly", "set", 0)
    with refused("OC005"):
        asha.add_to_cart([line("idly")])
    cook.call("update_stock", "idly", "add", 1)
    assert asha.add_to_cart([line("idly")]).item_count == 1


def test_menus_in_memory_hear_of_it(cook: Caller) -> None:
    before = version(cook)
    assert cook.call("update_stock", "idly", "set", 20).menu_version == before + 1
    assert cook.call("update_stock", "idly", "set", 20).menu_version == before + 1


def test_what_changes_nothing_is_not_on_record(cook: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "set", 20)
    cook.call("update_stock", "idly", "set", 20)
    cook.call("update_stock", "idly", "add", 0)
    assert count(db, "cold.staff_event") == 1


def test_a_repeated_command_changes_nothing(cook: Caller, db: Connection) -> None:
    cook.call("update_stock", "idly", "add", 5, command="once")
    view = cook.call("update_stock", "idly", "add", 5, command="once")
    assert (view.replayed, stock_of(db, "idly")) == (True, 5)
    assert count(db, "cold.staff_event") == 1


@pytest.mark.parametrize(
    ("change", "pieces", "code"),
    [
        ("set", -1, "OC032"),
        ("set", 1_000_001, "OC032"),
        ("set", 2**40, "OC032"),
        ("add", 999_981, "OC032"),
        ("add", -5, "OC032"),
        ("take", 21, "OC034"),
        ("double", 2, "OC032"),
    ],
)
def test_what_is_no_stock_is_refused(
    cook: Caller, db: Connection, change: str, pieces: int, code: str
) -> None:
    cook.call("update_stock", "idly", "set", 20)
    with refused(code):
        cook.call("update_stock", "idly", change, pieces)
    assert stock_of(db, "idly") == 20


def test_nothing_is_taken_from_what_is_not_counted(cook: Caller, db: Connection) -> None:
    with refused("OC033") as refusal:
        cook.call("update_stock", "idly", "take", 2)
    assert refusal.words == {"item": "Idly"}
    assert stock_of(db, "idly") is None


def test_a_dish_that_is_not_on_the_menu(cook: Caller) -> None:
    with refused("OC001"):
        cook.call("update_stock", "pizza", "set", 2)


def test_pieces_kept_for_an_open_checkout_are_told(
    cook: Caller, asha: Caller, db: Connection
) -> None:
    cook.call("update_stock", "idly", "set", 10)
    asha.add_to_cart([line("idly", 4)])
    asha.checkout()
    record = cook.call("check_stock", ("idly",)).staff
    assert record is not None
    assert (record.items[0].quantity, record.items[0].held) == (10, 4)


def test_stock_lists_what_is_counted_and_what_is_sold_out(cook: Caller, db: Connection) -> None:
    db.execute("delete from cold.menu_item_stock")
    cook.call("update_stock", "idly", "set", 10)
    cook.call("update_stock", "medu_vada", "set", 3)
    cook.call("mark_unavailable", ("masala_dosa",), None)
    record = cook.call("check_stock", None).staff
    assert record is not None
    assert [(one.item_id, one.quantity, one.available) for one in record.items] == [
        ("masala_dosa", None, False),
        ("medu_vada", 3, True),
        ("idly", 10, True),
    ]
