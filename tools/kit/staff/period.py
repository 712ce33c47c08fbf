"""A period of the shop's own calendar, as figures are asked for."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

Name = Literal["day", "week", "month", "year", "hours", "days"]


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to before `until`, aware, in the shop's zone.

    `name` is what it is called by: the day, week, month or year it is, or so many hours or days.
    `cut`: only so much of it counts as has passed of the one it is compared with.
    """

    name: Name
    since: datetime
    until: datetime
    cut: bool = False

    @property
    def first(self) -> date:
        """Its first day."""
        return self.since.date()

    @property
    def last(self) -> date:
        """Its last day."""
        return (self.until - timedelta(microseconds=1)).date()

    def runs(self, now: datetime) -> bool:
        """Whether some of it is still to come."""
        return self.since <= now < self.until


def cut_like(other: Period, period: Period, now: datetime) -> Period:
    """As much of another period as has passed of one that still runs."""
    passed = datetime.combine(other.first + (now.date() - period.first), now.time(), now.tzinfo)
    return replace(other, until=min(other.until, max(passed, other.since)), cut=True)
