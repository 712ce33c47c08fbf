"""sales_report: orders of the shop's own days, to the second of midnight."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.import_file import import_menu
from db.tenants import add_tenant
from tests.support.charges import Fee, Rules
from tests.support.life import cancel, change, move, place
from tests.support.staff import grant, member
from tests.support.turns import Caller, line
from tools.kit.staff.record import Sales

MENU = (
    '{"currency": "EUR", "items": [{"id": "idly", "name": "Idly", "category": "A", "price": 900}]}'
)
PERIODS = ("today", "yesterday", "week", "last_week", "month", "last_month")


def order(person: Caller, at: str, item: str = "idly", quantity: int = 1) -> None:
    """Order at that time."""
    person.turn_clock(at)
    person.add_to_cart([line(item, quantity)])
    person.checkout()
    assert person.choose_payment().order is not None


def report(person: Caller, period: str) -> Sales:
    view = person.call("sales_report", period)
    assert view.staff is not None
    assert view.staff.sales is not None
    return view.staff.sales


@pytest.fixture
def boss(dsn: str, db: Connection) -> Iterator[Caller]:
    """The owner, on Wednesday the 4th of March, in India."""
    with member(dsn, db, "boss", "owner") as caller:
        caller.turn_clock("2026-03-04 20:00+05:30")
        yield caller


def test_midnight_is_the_shops(boss: Caller, asha: Caller) -> None:
    for at in (
        "2026-03-02 23:59:59+05:30",  # the day before yesterday, this week
        "2026-03-03 00:00:00+05:30",
        "2026-03-03 23:59:59.999999+05:30",
        "2026-03-04 00:00:00+05:30",
        "2026-03-04 04:00:00+05:30",  # still the 3rd in London
    ):
        order(asha, at)
    assert [(report(boss, one).orders, report(boss, one).first) for one in PERIODS] == [
        (2, date(2026, 3, 4)),
        (2, date(2026, 3, 3)),
        (5, date(2026, 3, 2)),
        (0, date(2026, 2, 23)),
        (5, date(2026, 3, 1)),
        (0, date(2026, 2, 1)),
    ]


def test_weeks_and_months(boss: Caller, asha: Caller) -> None:
    for at in (
        "2026-01-31 23:59:59+05:30",
        "2026-02-01 00:00:00+05:30",
        "2026-02-22 23:59:59+05:30",
        "2026-02-23 00:00:00+05:30",
        "2026-03-01 23:59:59+05:30",
        "2026-03-02 00:00:00+05:30",
    ):
        order(asha, at)
    found = {one: report(boss, one) for one in PERIODS}
    assert {one: found[one].orders for one in PERIODS} == {
        "today": 0,
        "yesterday": 0,
        "week": 1,
        "last_week": 2,
        "month": 2,
        "last_month": 3,
    }
    last = found["last_month"]
    assert (last.first, last.last) == (date(2026, 2, 1), date(2026, 2, 28))
    week = found["last_week"]
    assert (week.first, week.last) == (date(2026, 2, 23), date(2026, 3, 1))


def test_a_day_of_twenty_three_hours(db: Connection, dsn: str, tmp_path: Path) -> None:
    menu = tmp_path / "menu.json"
    menu.write_text(MENU, "utf-8")
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    import_menu(dsn, "cafe", menu)
    grant(db, "boss", "owner", shop="cafe")
    with Caller(dsn, "asha", shop="cafe") as asha, Caller(dsn, "boss", shop="cafe") as boss:
        order(asha, "2026-03-28 23:30+01:00")
        order(asha, "2026-03-29 00:30+01:00")
        order(asha, "2026-03-29 23:30+02:00")
        order(asha, "2026-03-30 00:30+02:00")
        boss.turn_clock("2026-03-29 12:00+02:00")
        assert report(boss, "today").orders == 2
        boss.turn_clock("2026-03-30 12:00+02:00")
        assert (report(boss, "today").orders, report(boss, "yesterday").orders) == (1, 2)


def test_what_it_adds_up_to(boss: Caller, asha: Caller) -> None:
    order(asha, "2026-03-04 12:00+05:30", "idly", 2)
    order(asha, "2026-03-04 13:00+05:30", "masala_dosa", 1)
    order(asha, "2026-03-04 13:00+05:30", "idly", 3)
    sales = report(boss, "today")
    assert (sales.orders, sales.revenue, sales.average) == (
        3,
        Decimal("280.00"),
        Decimal("93.33"),
    )
    assert [(one.item_name, one.quantity, one.revenue) for one in sales.top] == [
        ("Idly", 5, Decimal("200.00")),
        ("Masala Dosa", 1, Decimal("80.00")),
    ]


def test_a_day_without_orders(boss: Caller) -> None:
    sales = report(boss, "today")
    assert (sales.orders, sales.top) == (0, ())
    assert (str(sales.revenue), str(sales.average)) == ("0.00", "0.00")


def test_what_was_changed_counts_as_it_stands(
    boss: Caller, asha: Caller, ravi: Caller, db: Connection
) -> None:
    Rules(fees=[Fee("Packaging", "5", "per_piece")]).put(db)
    order(ravi, "2026-03-04 11:00+05:30", "idly", 1)
    order(asha, "2026-03-04 12:00+05:30", "masala_dosa", 3)
    placed = asha.order_status().orders[0]
    change(asha, placed.order_id, {"line_no": 1}, 1, "85.00")
    sales = report(boss, "today")
    assert (str(sales.revenue), str(sales.average)) == ("130.00", "65.00")
    assert [(one.item_name, one.quantity, str(one.revenue)) for one in sales.top] == [
        ("Masala Dosa", 1, "80.00"),
        ("Idly", 1, "40.00"),
    ]


def test_a_line_taken_out_is_not_sold(boss: Caller, asha: Caller) -> None:
    asha.turn_clock("2026-03-04 12:00+05:30")
    placed = place(asha, line("idly", 2), line("masala_dosa"))
    change(asha, placed.order_id, {"line_no": 1}, 0, "80.00")
    sales = report(boss, "today")
    assert (str(sales.revenue), [one.item_name for one in sales.top]) == ("80.00", ["Masala Dosa"])


@pytest.mark.parametrize("by", ["customer", "shop"])
def test_a_cancelled_order_is_no_sale(boss: Caller, asha: Caller, db: Connection, by: str) -> None:
    asha.turn_clock("2026-03-04 12:00+05:30")
    placed = place(asha, line("idly", 2))
    assert report(boss, "today").orders == 1
    if by == "customer":
        cancel(asha, placed.order_id)
    else:
        move(db, placed.order_id, "cancelled", reason="no gas")
    sales = report(boss, "today")
    assert (sales.orders, str(sales.revenue), sales.top) == (0, "0.00", ())


@pytest.mark.parametrize("status", ["rejected", "cancelled"])
def test_what_will_not_be_is_no_sale(
    boss: Caller, asha: Caller, db: Connection, status: str
) -> None:
    order(asha, "2026-03-04 12:00+05:30", "idly")
    order(asha, "2026-03-04 13:00+05:30", "masala_dosa")
    db.execute("update cold.orders set status = %s where order_no = 2", (status,))
    found = report(boss, "today")
    assert (found.orders, [top.item_name for top in found.top]) == (1, ["Idly"])
