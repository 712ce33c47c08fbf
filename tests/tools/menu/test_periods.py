"""Meal periods at the shop's own time."""

from datetime import UTC, datetime

import pytest

from tests.support.menus import menu_of
from tests.tools.menus import small_menu
from tools.kit.call import Json
from tools.menu import current_period, running_periods, served_now


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-01-18T{clock}").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("clock", "name"),
    [
        ("07:00", "Breakfast"),
        ("11:29", "Breakfast"),
        ("11:30", None),
        ("20:00", "Dinner"),
        ("23:30", "Late night"),
        ("01:59", "Late night"),
        ("02:00", None),
    ],
)
def test_the_period_of_a_moment(clock: str, name: str | None) -> None:
    period = current_period(small_menu(), at(clock))
    assert (period.name if period else None) == name


@pytest.mark.parametrize(("clock", "served"), [("08:00", False), ("19:00", True), ("22:30", False)])
def test_a_dish_of_one_period(clock: str, served: bool) -> None:
    menu = small_menu()
    curry, idly = menu.item("egg_curry"), menu.item("idly")
    assert curry is not None
    assert idly is not None
    assert served_now(menu, curry, at(clock)) is served
    assert served_now(menu, idly, at(clock))


@pytest.mark.parametrize(
    ("moment", "running"),
    [
        ("2026-01-17T23:00", {"late"}),
        ("2026-01-18T01:00", {"late"}),
        ("2026-01-18T11:00", {"brunch"}),
        ("2026-01-18T23:00", set()),
        ("2026-01-19T01:00", set()),
        ("2026-01-19T11:00", set()),
    ],
)
def test_periods_of_some_weekdays(moment: str, running: set[str]) -> None:
    late: Json = {"id": "late", "name": "Late", "from": "22:00", "to": "02:00", "days": [6]}
    brunch: Json = {"id": "brunch", "name": "Brunch", "from": "10:00", "to": "14:00", "days": [7]}
    menu = menu_of({"menu_version": 1, "currency": "INR", "periods": [late, brunch], "items": []})
    assert running_periods(menu, datetime.fromisoformat(moment)) == running
