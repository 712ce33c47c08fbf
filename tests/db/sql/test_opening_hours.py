"""When a shop takes orders: hours, last order, special days, midnight and summer time."""

import pytest
from psycopg import Connection

from tests.db.sql.judged import refusal
from tools.kit.call import Json

# 2 March 2026 is a Monday.
HOURS = """
insert into cold.opening_hours
select tenant_id, weekday, opens::time, closes::time from cold.tenants,
  (values (1, '07:00', '22:30'), (2, '07:00', '22:30'), (3, '07:00', '22:30'),
          (4, '07:00', '22:30'), (5, '07:00', '22:30'), (6, '18:00', '02:00'))
    as h (weekday, opens, closes);
update cold.tenants set last_order_minutes = 30;
"""
EVERY_DAY = """
insert into cold.opening_hours
select tenant_id, weekday, %s, %s from cold.tenants, generate_series(1, 7) weekday
"""
SPECIAL = "insert into cold.special_day select tenant_id, %s, %s, %s from cold.tenants"


def closed_until(db: Connection, at: str, now: str | None = None) -> Json:
    """When the shop opens again after a moment at which it takes no orders; None: it does."""
    found = refusal(db, at, now=now)
    assert found is None or found["reason"] == "closed"
    return found["when"] if found else None


@pytest.mark.parametrize(
    ("at", "when"),
    [
        ("2026-03-02 06:59:59+05:30", "today from 07:00"),
        ("2026-03-02 07:00+05:30", None),
        ("2026-03-02 21:59:59+05:30", None),
        ("2026-03-02 22:00+05:30", "tomorrow from 07:00"),
        ("2026-03-06 22:00+05:30", "tomorrow from 18:00"),
        ("2026-03-07 02:00+05:30", "today from 18:00"),
        ("2026-03-07 18:00+05:30", None),
        ("2026-03-08 01:29:59+05:30", None),
        ("2026-03-08 01:30+05:30", "tomorrow from 07:00"),
        ("2026-03-08 12:00+05:30", "tomorrow from 07:00"),
    ],
)
def test_orders_are_taken_from_opening_until_the_last_order(
    db: Connection, at: str, when: str | None
) -> None:
    db.execute(HOURS.encode())
    assert closed_until(db, at) == when


def test_when_is_said_as_seen_from_now(db: Connection) -> None:
    db.execute(HOURS.encode())
    sunday = "2026-03-08 12:00+05:30"
    assert closed_until(db, sunday, now="2026-03-06 12:00+05:30") == "on Monday from 07:00"
    assert closed_until(db, sunday, now="2026-03-02 12:00+05:30") == "on 9 March from 07:00"


def test_a_shop_without_hours_is_always_open(db: Connection) -> None:
    for at in ("2026-03-02 03:00+05:30", "2026-03-08 23:59:59+05:30"):
        assert closed_until(db, at) is None


def test_a_special_day_stands_in_place_of_its_weekday(db: Connection) -> None:
    db.execute(HOURS.encode())
    db.execute(SPECIAL, ["2026-03-02", None, None])
    db.execute(SPECIAL, ["2026-03-08", "10:00", "12:00"])
    assert closed_until(db, "2026-03-02 12:00+05:30") == "tomorrow from 07:00"
    assert closed_until(db, "2026-03-08 11:00+05:30") is None
    assert closed_until(db, "2026-03-08 11:30+05:30") == "tomorrow from 07:00"
    # The night before goes on.
    assert closed_until(db, "2026-03-08 01:00+05:30") is None


def test_a_holiday_of_a_shop_that_is_always_open(db: Connection) -> None:
    db.execute(SPECIAL, ["2026-03-03", None, None])
    assert closed_until(db, "2026-03-02 23:59:59+05:30") is None
    assert closed_until(db, "2026-03-03 00:00+05:30") == "tomorrow from 00:00"
    assert closed_until(db, "2026-03-04 00:00+05:30") is None


def test_a_long_holiday(db: Connection) -> None:
    db.execute(HOURS.encode())
    for day in range(2, 24):
        db.execute(SPECIAL, [f"2026-03-{day:02}", None, None])
    assert closed_until(db, "2026-03-02 12:00+05:30") == "on 24 March from 07:00"


def test_a_shop_that_never_takes_orders(db: Connection) -> None:
    db.execute(EVERY_DAY, ["10:00", "12:00"])
    db.execute("update cold.tenants set last_order_minutes = 240")
    assert closed_until(db, "2026-03-02 11:00+05:30") == "again later"


def test_hours_that_touch_at_midnight_are_one(db: Connection) -> None:
    db.execute("update cold.tenants set last_order_minutes = 30")
    db.execute(EVERY_DAY, ["10:00", "00:00"])
    db.execute(EVERY_DAY, ["00:00", "02:00"])
    assert closed_until(db, "2026-03-02 23:45+05:30") is None
    assert closed_until(db, "2026-03-03 01:29+05:30") is None
    assert closed_until(db, "2026-03-03 01:30+05:30") == "today from 10:00"


def test_open_around_the_clock_there_is_no_last_order(db: Connection) -> None:
    db.execute("update cold.tenants set last_order_minutes = 30")
    db.execute(EVERY_DAY, ["00:00", "00:00"])
    for at in ("2026-03-02 23:45+05:30", "2026-03-03 00:00+05:30"):
        assert closed_until(db, at) is None


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        # Winter: 22:00 to 03:00 are the same in UTC.
        ("2026-03-27 21:59+00", False),
        ("2026-03-27 22:00+00", True),
        # The night that has no 01:30: three o'clock comes an hour early.
        ("2026-03-29 01:59+00", True),
        ("2026-03-29 02:00+00", False),
        ("2026-03-29 21:00+00", True),
        # The night that has two.
        ("2026-10-24 20:59+00", False),
        ("2026-10-24 21:00+00", True),
        ("2026-10-25 02:59+00", True),
        ("2026-10-25 03:00+00", False),
    ],
)
def test_summer_time(db: Connection, at: str, is_open: bool) -> None:
    db.execute("update cold.tenants set time_zone = 'Europe/London'")
    db.execute(EVERY_DAY, ["22:00", "03:00"])
    assert (closed_until(db, at) is None) is is_open
