"""The period a question is about, by the shop's calendar and the clock of the turn."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from tools.kit.staff.period import Name, Period, cut_like
from tools.resolve.staff.when_words import When

MOST_DAYS = 732
_MONTHS = 12


def period_of(when: When, now: datetime) -> Period | None:
    """The latest such time that has begun; None: there is no such day, or none yet.

    `now` is in the shop's zone. Raises nothing for any words.
    """
    try:
        period = _period(when, now)
    except (ValueError, OverflowError):
        return None
    if period is None or period.since > now or period.since >= period.until:
        return None
    return period if (period.last - period.first).days < MOST_DAYS else None


def compared(period: Period, now: datetime) -> Period:
    """What it is compared with unless that is said: the one before, of a past day its weekday.

    Of one that still runs only as much as has passed of it.
    """
    before = _before(period, now)
    return cut_like(before, period, now) if period.runs(now) else before


def _period(when: When, now: datetime) -> Period | None:
    today = now.date()
    match when.kind:
        case "day":
            day = _day(when, today)
            return _days("day", day, day, now) if day else None
        case "week":
            first = today - timedelta(days=today.weekday() + 7 * when.back)
            return _days("week", first, first + timedelta(days=6), now)
        case "weekend":
            first = today - timedelta(days=(today.weekday() + 2) % 7 + 7 * when.back)
            return _days("days", first, first + timedelta(days=1), now)
        case "month":
            first = _month(when, today)
            return _days("month", first, _months_after(first, 1) - timedelta(days=1), now)
        case "year":
            year = when.year or today.year - when.back
            return _days("year", date(year, 1, 1), date(year, 12, 31), now)
        case "past":
            return _past(when, now)
        case _:
            return _from(when, now)


def _day(when: When, today: date) -> date | None:
    """The day, the latest of its name that is not to come."""
    if when.weekday is not None:
        back = (today.weekday() - when.weekday) % 7
        return today - timedelta(days=back or (7 if when.strictly else 0))
    if when.day is None or when.month is None:
        return today - timedelta(days=when.back)
    if when.year:
        return date(when.year, when.month, when.day)
    this_year = date(today.year, when.month, when.day)
    return this_year if this_year <= today else date(today.year - 1, when.month, when.day)


def _month(when: When, today: date) -> date:
    if when.month is None:
        return _months_after(today.replace(day=1), -when.back)
    first = date(when.year or today.year, when.month, 1)
    return first if when.year or first <= today else first.replace(year=today.year - 1)


def _past(when: When, now: datetime) -> Period | None:
    """So many hours back from now, or days, today being the last of them."""
    if when.unit == "hour":
        return Period("hours", now - timedelta(hours=when.number), now) if when.number else None
    today = now.date()
    if when.unit == "month":
        return _days("days", _months_after(today, -when.number) + timedelta(days=1), today, now)
    days = when.number * (7 if when.unit == "week" else 1)
    return _days("days", today - timedelta(days=days - 1), today, now)


def _from(when: When, now: datetime) -> Period | None:
    begins = _period(when.first, now) if when.first else None
    if begins is None or when.last is None:
        return _days("days", begins.first, now.date(), now) if begins else None
    ends = _period(when.last, now)
    if ends is not None and ends.last < begins.first:
        # "from friday to monday": the first of them is a week, or a year, earlier.
        begins = _days("days", begins.first - timedelta(days=7), begins.last, now)
    return _days("days", begins.first, ends.last, now) if ends else None


def _days(name: Name, first: date, last: date, now: datetime) -> Period:
    ends = datetime.combine(last + timedelta(days=1), time(), now.tzinfo)
    return Period(name, datetime.combine(first, time(), now.tzinfo), ends)


def _before(period: Period, now: datetime) -> Period:
    first, last = period.first, period.last
    match period.name:
        case "hours":
            return replace(
                period, since=period.since - (period.until - period.since), until=period.since
            )
        case "day":
            back = timedelta(days=1 if first == now.date() else 7)
            return _days("day", first - back, first - back, now)
        case "week":
            return _days("week", first - timedelta(days=7), last - timedelta(days=7), now)
        case "month":
            return _days("month", _months_after(first, -1), first - timedelta(days=1), now)
        case "year":
            return _days("year", date(first.year - 1, 1, 1), first - timedelta(days=1), now)
        case _:
            length = (last - first) + timedelta(days=1)
            return _days("days", first - length, first - timedelta(days=1), now)


def _months_after(day: date, months: int) -> date:
    """The same day of another month, or the last one that month has."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    after = date(year + (month + 1) // _MONTHS, (month + 1) % _MONTHS + 1, 1)
    return date(year, month + 1, min(day.day, (after - timedelta(days=1)).day))
