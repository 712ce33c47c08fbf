"""mark_unavailable and mark_available: sold out until a moment, a day's opening, or the word."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from psycopg import Connection

from db.hours import set_hours
from db.hours_format import parse_week
from tests.support.records import count
from tests.support.refusals import refused
from tests.support.staff import availability_of, member
from tests.support.turns import Caller, line

NOON = "2026-03-02 12:00+05:30"  # a Monday
SIX = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)


@pytest.fixture
def cook(dsn: str, db: Connection) -> Iterator[Caller]:
    """One of the kitchen, at noon."""
    with member(dsn, db, "cook", "kitchen") as caller:
        caller.turn_clock(NOON)
        yield caller


def test_until_told_otherwise(cook: Caller, asha: Caller, db: Connection) -> None:
    view = cook.call("mark_unavailable", ("idly",), None)
    assert view.staff is not None
    assert (view.staff.items[0].available, view.staff.items[0].until) == (False, None)
    with refused("OC005"):
        asha.add_to_cart([line("idly")])
    assert cook.call("mark_available", ("idly",)).staff is not None
    assert availability_of(db, "idly") == (True, None)
    assert asha.add_to_cart([line("idly")]).item_count == 1


def test_until_a_moment_it_comes_back_by_itself(cook: Caller, asha: Caller) -> None:
    cook.call("mark_unavailable", ("idly",), SIX)
    asha.turn_clock("2026-03-02 17:59+05:30")
    with refused("OC005") as refusal:
        asha.add_to_cart([line("idly")])
    assert "when" in refusal.words
    asha.turn_clock("2026-03-02 18:00+05:30")
    assert asha.add_to_cart([line("idly")]).item_count == 1


@pytest.mark.parametrize(
    ("week", "opens"),
    [((), "2026-03-02 18:30"), (("mon-sun 07:00-22:00",), "2026-03-03 01:30")],
)
def test_until_a_day_is_until_the_shop_opens_then(
    cook: Caller, db: Connection, dsn: str, week: tuple[str, ...], opens: str
) -> None:
    if week:
        set_hours(dsn, "demo", week=parse_week(week))
    cook.call("mark_unavailable", ("idly",), None, date(2026, 3, 3))
    until = availability_of(db, "idly")[1]
    assert isinstance(until, datetime)
    assert f"{until.astimezone(UTC):%Y-%m-%d %H:%M}" == opens


def test_several_dishes_or_none(cook: Caller, db: Connection) -> None:
    with refused("OC001"):
        cook.call("mark_unavailable", ("idly", "pizza"), None)
    assert availability_of(db, "idly") == (True, None)
    view = cook.call("mark_unavailable", ("medu_vada", "idly"), None)
    assert view.staff is not None
    assert [one.item_id for one in view.staff.items] == ["medu_vada", "idly"]
    assert count(db, "cold.staff_event") == 2


def test_a_moment_that_is_over_is_refused(cook: Caller, db: Connection) -> None:
    with refused("OC035"):
        cook.call("mark_unavailable", ("idly",), datetime(2026, 3, 2, 6, 30, tzinfo=UTC))
    assert availability_of(db, "idly") == (True, None)


def test_what_stands_so_already_is_not_on_record(cook: Caller, db: Connection) -> None:
    cook.call("mark_available", ("idly",))
    cook.call("mark_unavailable", ("idly",), SIX)
    cook.call("mark_unavailable", ("idly",), SIX)
    assert count(db, "cold.staff_event") == 1


def test_menus_in_memory_hear_of_it(cook: Caller) -> None:
    before = cook.view_cart().menu_version
    assert cook.call("mark_unavailable", ("idly",), None).menu_version > before


def test_a_repeated_command_changes_nothing(cook: Caller, db: Connection) -> None:
    cook.call("mark_unavailable", ("idly",), None, command="once")
    cook.call("mark_available", ("idly",))
    assert cook.call("mark_unavailable", ("idly",), None, command="once").replayed
    assert availability_of(db, "idly") == (True, None)
