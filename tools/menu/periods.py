"""What is served when. For what is said; what may be sold is decided in SQL."""

from datetime import datetime, time

from tools.menu.menu import Menu
from tools.menu.model import MenuItem, Period


def current_period(menu: Menu, now: datetime) -> Period | None:
    """The meal period at a local time, the first of several; None between meals."""
    return next((period for period in menu.periods if _holds(period, now.time())), None)


def served_now(menu: Menu, item: MenuItem, now: datetime) -> bool:
    """Whether the dish is to be had at a local time, sold out or not."""
    if not item.periods:
        return True
    return any(period.id in item.periods and _holds(period, now.time()) for period in menu.periods)


def meals_of(menu: Menu, item: MenuItem) -> tuple[str, ...]:
    """The names of the dish's meal periods; none is all day."""
    periods = (menu.period(period) for period in item.periods)
    return tuple(period.name for period in periods if period)


def _holds(period: Period, at: time) -> bool:
    """The end is not part of a period; one that ends before it begins runs over midnight."""
    if period.begins <= period.ends:
        return period.begins <= at < period.ends
    return at >= period.begins or at < period.ends
