"""await_summary: once a day and room, when the shop closes for the last time that day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from psycopg import Connection

from db.hours import set_hours
from db.hours_format import Window
from tests.support.open_rooms import open_room
from tests.support.turns import Caller, line

INDIA = ZoneInfo("Asia/Kolkata")
WEDNESDAY = 3
PLANNED = """
select payload ->> 'day', next_at, chat from cold.outbox where topic = 'daily_summary'
order by next_at, chat
"""


def order(person: Caller, at: str) -> None:
    person.turn_clock(f"{at}+05:30")
    person.add_to_cart([line("idly")])
    person.checkout()
    assert person.choose_payment().order is not None


def planned(db: Connection) -> list[tuple[str, str]]:
    """The days, and when they are told of, in the shop's time."""
    return [(str(day), f"{at.astimezone(INDIA):%d %H:%M}") for day, at, _ in db.execute(PLANNED)]


def test_without_hours_it_is_at_eleven(asha: Caller, db: Connection) -> None:
    open_room(db, "owner", "-1")
    for at in ("2026-03-04 00:30", "2026-03-04 20:00", "2026-03-05 09:00"):
        order(asha, at)
    assert planned(db) == [("2026-03-04", "04 23:00"), ("2026-03-05", "05 23:00")]


def test_an_order_after_that_puts_it_off_to_midnight(asha: Caller, db: Connection) -> None:
    open_room(db, "owner", "-1")
    order(asha, "2026-03-04 23:30")
    assert planned(db) == [("2026-03-04", "05 00:00")]


@pytest.mark.parametrize(
    ("windows", "closes"),
    [
        ([Window(time(7), time(11)), Window(time(17), time(22, 30))], "04 22:30"),
        ([Window(time(7), time(1, 30))], "05 01:30"),
        ([Window(time(7), time(0))], "05 00:00"),
    ],
)
def test_it_is_when_the_last_hours_end(
    dsn: str, asha: Caller, db: Connection, windows: list[Window], closes: str
) -> None:
    set_hours(dsn, "demo", week={WEDNESDAY: windows}, last_order_minutes=30)
    open_room(db, "owner", "-1")
    order(asha, "2026-03-04 08:00")
    assert planned(db) == [("2026-03-04", closes)]


def test_a_special_day_closes_as_it_says(dsn: str, asha: Caller, db: Connection) -> None:
    set_hours(
        dsn,
        "demo",
        week={WEDNESDAY: [Window(time(7), time(22))]},
        special={date(2026, 3, 4): Window(time(8), time(14))},
    )
    open_room(db, "owner", "-1")
    order(asha, "2026-03-04 09:00")
    assert planned(db) == [("2026-03-04", "04 14:00")]


def test_rooms_of_owners_hear_it_each_and_no_others(asha: Caller, db: Connection) -> None:
    open_room(db, "kitchen", "-2")
    order(asha, "2026-03-04 09:00")
    assert planned(db) == []
    open_room(db, "owner", "-1")
    open_room(db, "owner", "-3")
    order(asha, "2026-03-04 10:00")
    order(asha, "2026-03-04 11:00")
    assert [chat for _, _, chat in db.execute(PLANNED)] == ["-1", "-3"]


def test_a_summary_is_of_its_own_day_up_to_now(asha: Caller, db: Connection) -> None:
    for at in ("2026-02-25 12:00", "2026-02-25 22:00", "2026-03-03 23:59", "2026-03-04 00:30"):
        order(asha, at)
    asked = """select app.day_summary(tenant_id, '2026-03-04', %s) from cold.tenants"""
    db.execute("select set_config('app.tenant_id', tenant_id::text, false) from cold.tenants")
    counted = []
    for hour in (15, 23):
        (told,) = db.execute(asked, (datetime(2026, 3, 4, hour, tzinfo=INDIA),)).fetchone() or ({},)
        counted.append((told["now"]["orders"][0]["orders"], told["before"]["orders"][0]["orders"]))
        assert told["day"] == "2026-03-04"
    assert counted == [(1, 1), (1, 2)]
