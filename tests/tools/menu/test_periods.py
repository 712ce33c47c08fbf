"""Meal periods at the shop's own time."""

from datetime import UTC, datetime

import pytest

from tests.tools.menus import small_menu
from tools.menu import current_period, served_now


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
