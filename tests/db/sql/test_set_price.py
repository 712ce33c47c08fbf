"""set_price: asked first, done by whoever carries the price of now, and back."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.records import count, everything
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.turns import Caller, line
from tools.kit.staff.record import PriceChange


@pytest.fixture
def boss(dsn: str, db: Connection) -> Iterator[Caller]:
    """Who may set prices."""
    with member(dsn, db, "boss", "manager") as caller:
        yield caller


def price_of(db: Connection) -> str:
    """What a masala dosa costs."""
    row = db.execute("select price from cold.menu_item where item_id = 'masala_dosa'").fetchone()
    assert row is not None
    return str(row[0])


def change(boss: Caller, price: str, was: str | None = None) -> PriceChange:
    """Set the price of a masala dosa, with the old one that a button carries."""
    record = boss.call(
        "set_price", "masala_dosa", Decimal(price), None if was is None else Decimal(was)
    ).staff
    assert record is not None
    assert record.price is not None
    return record.price


def test_it_is_only_asked_until_the_old_price_is_confirmed(boss: Caller, db: Connection) -> None:
    for was in (None, "70", "90"):
        asked = change(boss, "90", was)
        assert (str(asked.was), str(asked.price), asked.done) == ("80.00", "90.00", False)
    assert (price_of(db), count(db, "cold.staff_event")) == ("80.00", 0)
    assert change(boss, "90", "80").done
    assert price_of(db) == "90.00"


def test_a_price_that_is_so_already_is_left_alone(boss: Caller, db: Connection) -> None:
    assert change(boss, "80", "80").done
    assert count(db, "cold.staff_event") == 0


def test_carts_see_the_price_before_they_pay_it(boss: Caller, asha: Caller) -> None:
    version = asha.add_to_cart([line("masala_dosa", 2)]).menu_version
    asha.checkout()
    change(boss, "90", "80")
    view = asha.choose_payment("cash")
    assert [(one.kind, str(one.was), str(one.now)) for one in view.differences] == [
        ("price", "80.00", "90.00")
    ]
    assert (view.order, view.menu_version) == (None, version + 1)
    order = asha.choose_payment("cash").order
    assert order is not None
    assert str(order.total) == "180.00"


def test_undo_restores_it(boss: Caller, db: Connection) -> None:
    before = everything(db)["cold.menu_item"]
    change(boss, "90.50", "80")
    record = boss.call("undo").staff
    assert record is not None
    assert (record.undone[0].item, str(record.undone[0].before.price)) == ("Masala Dosa", "80.00")
    assert everything(db)["cold.menu_item"] == before


def test_it_is_in_the_ledger(boss: Caller, db: Connection) -> None:
    change(boss, "90", "80")
    rows = db.execute("select targetid, nodeid, opcode, payload from cold.orevents").fetchall()
    assert rows == [
        ("menu", "masala_dosa", 440, {"before": {"price": "80.00"}, "after": {"price": "90.00"}})
    ]


@pytest.mark.parametrize(
    ("item", "price", "code"),
    [
        ("masala_dosa", "-1", "OC094"),
        ("masala_dosa", "90.005", "OC094"),
        ("masala_dosa", "10000000", "OC094"),
        ("masala_dosa", "nan", "OC094"),
        ("nothing", "90", "OC001"),
    ],
)
def test_what_it_refuses(boss: Caller, db: Connection, item: str, price: str, code: str) -> None:
    with refused(code):
        boss.call("set_price", item, Decimal(price), Decimal("80"))
    assert price_of(db) == "80.00"


def test_a_currency_without_cents_takes_whole_amounts(boss: Caller, db: Connection) -> None:
    db.execute("update cold.tenants set currency = 'JPY'")
    with refused("OC094"):
        change(boss, "90.50", "80")
    assert change(boss, "90", "80").done


def test_a_dish_with_variants_costs_what_the_variant_costs(boss: Caller, db: Connection) -> None:
    row = db.execute(
        """select item_id from cold.menu_item_option_group join cold.option_group
             using (tenant_id, group_id) where replaces_price limit 1"""
    ).fetchone()
    assert row is not None
    with refused("OC095"):
        boss.call("set_price", row[0], Decimal("90"), None)


def test_a_cook_may_not(dsn: str, db: Connection) -> None:
    with member(dsn, db, "cook", "kitchen") as cook, refused("OC031"):
        cook.call("set_price", "masala_dosa", Decimal("1"), Decimal("80"))
