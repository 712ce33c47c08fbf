"""What is served when. For what is said; what may be sold is decided in SQL."""

from datetime import datetime

from tools.menu.menu import Menu
from tools.menu.model import MenuItem, Period


def current_period(menu: Menu, now: datetime) -> Period | None:
    """The meal period at a local time, the first of several; None between meals."""
    return next((period for period in menu.periods if _holds(period, now)), None)


def running_periods(menu: Menu, now: datetime) -> frozenset[str]:
    """The ids of all meal periods at a local time."""
    return frozenset(period.id for period in menu.periods if _holds(period, now))


def served_now(menu: Menu, item: MenuItem, now: datetime) -> bool:
    """Whether the dish is to be had at a local time, sold out or not."""
    return not item.periods or not running_periods(menu, now).isdisjoint(item.periods)


def meals_of(menu: Menu, item: MenuItem) -> tuple[str, ...]:
    """The names of the dish's meal periods; none is all day."""
    periods = (menu.period(period) for period in item.periods)
    return tuple(period.name for period in periods if period)


def _holds(period: Period, now: datetime) -> bool:
    """The end is not part of a period. One that ends before it begins runs over midnight, and
    belongs to the day it begins on.
    """
    at, today = now.time(), now.isoweekday()
    if period.begins <= period.ends:
        return today in period.days and period.begins <= at < period.ends
    yesterday = 7 if today == 1 else today - 1
    return (at >= period.begins and today in period.days) or (
        at < period.ends and yesterday in period.days
    )
