"""When an order is wanted: the customer's words -> a moment in the shop's time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from tools.menu import Menu, Period
from tools.resolve.time_words import Said, read_time

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.+Z-]+")
_WINDOW = re.compile(
    r"(?:(?P<days>[A-Z][a-z]{2}[A-Za-z, -]*) )?(?P<from>(?:[01]\d|2[0-3]):[0-5]\d)-\d\d:\d\d"
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FIRST_AM, _FIRST_PM = 7, 1
_MOST_SLOTS = 6
_BY_DAY = (time(9), time(12), time(15), time(18))


@dataclass(frozen=True, slots=True)
class Moment:
    """A time; None: as soon as it is ready. `other` is what "7" may mean as well."""

    at: datetime | None
    other: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """The words say no time, or one that has `passed`, or one there is not (`no_such`): 25:00.

    `slots` are some to choose from.
    """

    slots: tuple[datetime, ...]
    passed: bool = False
    no_such: bool = False


def moment_of(menu: Menu, words: str, now: datetime) -> Moment | Unclear:
    """The moment the words mean, seen from `now`, which is in the shop's zone.

    A bare "7" is the next 7 o'clock; with a day said, 1 to 6 are in the afternoon and 7 to 11 in
    the morning. "In 3 days" is then at this time of day, unless an hour is said. Words
    may also be a moment as a button carries it, or when a dish is served ("07:00-11:30"): then it
    is the next time it begins.
    """
    if _ISO.fullmatch(words.strip()):
        exact = _exact(words.strip(), now)
        return Moment(exact) if exact else Unclear(_slots(menu, Said(), (), now), no_such=True)
    if begins := [at for at in _beginnings(words, now) if at > now]:
        return Moment(min(begins))
    said = read_time(words)
    days = _days(said, now)
    hours = _hours(said, menu)
    if not days or (said.hour or 0) > 24 or said.minute > 59:
        return Unclear(_slots(menu, said, days, now), no_such=True)
    if said.ahead is not None and not (hours and said.days):
        return Moment(_minute(now + said.ahead))
    if said.soon and not hours:
        return Moment(None)
    if not hours:
        return Unclear(_slots(menu, said, days, now), passed=days[-1] < now.date())
    return _next(menu, said, days, hours, now)


def _next(
    menu: Menu, said: Said, days: Sequence[date], hours: Sequence[timedelta], now: datetime
) -> Moment | Unclear:
    """The first of these times that is still to come."""
    times = [_on(day, hour, now) for day in days for hour in hours]
    coming = [at for at in times if at > now]
    if not coming:
        return Unclear(_slots(menu, said, days, now), passed=True)
    if said.has_day:
        same_day = [at for at in coming[1:] if at.date() == coming[0].date()]
        return Moment(coming[0], next(iter(same_day), None))
    coming.sort()
    return Moment(coming[0], coming[1] if said.half is None and len(hours) > 1 else None)


def _exact(words: str, now: datetime) -> datetime | None:
    """A moment as a button carries it; without an offset by the shop's clock. None: it is none."""
    try:
        at = datetime.fromisoformat(words)
        return (at if at.tzinfo else at.replace(tzinfo=now.tzinfo)).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return None


def _days(said: Said, now: datetime) -> Sequence[date]:
    """The days that may be meant; without one, today and tomorrow. None: there is no such day."""
    today = now.date()
    if said.next_week:
        monday = today + timedelta(days=7 - today.weekday())
        return (monday + timedelta(days=said.weekday or 0),)
    if said.days is not None:
        return (today + timedelta(days=said.days),)
    if said.weekday is not None:
        first = today + timedelta(days=(said.weekday - today.weekday()) % 7)
        return (first, first + timedelta(days=7))
    if said.date is not None:
        return _dates(today, *said.date)
    return (today, today + timedelta(days=1))


def _dates(today: date, year: int | None, month: int, day: int) -> Sequence[date]:
    """Without a year this year's, or when that is over next year's; none where no month has it."""
    for this in (year,) if year else (today.year, today.year + 1):
        try:
            if (wanted := date(this, month, day)) >= today or year:
                return (wanted,)
        except ValueError:
            continue
    return ()


def _hours(said: Said, menu: Menu) -> Sequence[timedelta]:
    """The times of day that may be meant, likelier first; a meal is when it begins."""
    if said.hour is None:
        meals = (_period(menu, word) for word in said.other)
        return [_since_midnight(meal.begins) for meal in meals if meal][:1]
    hour, minutes = said.hour, timedelta(minutes=said.minute)
    if said.half == "am":
        return (timedelta(hours=0 if hour == 12 else hour) + minutes,)
    if said.half == "pm":
        late = hour if hour >= 12 else hour + 12
        return (timedelta(hours=late) + minutes,)
    if not 1 <= hour < 12:
        return (timedelta(hours=hour) + minutes,)
    early, late_too = timedelta(hours=hour) + minutes, timedelta(hours=hour + 12) + minutes
    likely_late = said.has_day and _FIRST_PM <= hour < _FIRST_AM
    return (late_too, early) if likely_late else (early, late_too)


def _period(menu: Menu, word: str) -> Period | None:
    return next((one for one in menu.periods if one.name.casefold() == word), None)


def _beginnings(words: str, now: datetime) -> Iterator[datetime]:
    """When the windows of a text like "Sat, Sun 07:00-11:30 and 19:00-22:30" begin in a week."""
    for window in _WINDOW.finditer(words):
        begins = _since_midnight(time.fromisoformat(window["from"]))
        for ahead in range(8):
            day = now.date() + timedelta(days=ahead)
            if day.weekday() in _weekdays(window["days"] or ""):
                yield _on(day, begins, now)


def _weekdays(days: str) -> set[int]:
    """The days of "Mon-Fri, Sun"; of no text every day."""
    found: set[int] = set()
    for part in filter(None, days.split(", ")):
        first, _, last = part.partition("-")
        if {first, last or first} <= set(_WEEKDAYS):
            begins, ends = _WEEKDAYS.index(first), _WEEKDAYS.index(last or first)
            found |= {day % 7 for day in range(begins, begins + (ends - begins) % 7 + 1)}
    return found or set(range(7))


def _slots(menu: Menu, said: Said, days: Sequence[date], now: datetime) -> tuple[datetime, ...]:
    """Of today the next half hours; of a later day when the meals begin, and the hours between."""
    day = max([now.date(), *days[:1]])
    if day == now.date():
        past = timedelta(minutes=now.minute % 30, seconds=now.second, microseconds=now.microsecond)
        first = now - past + timedelta(minutes=60 if past else 30)
        return tuple(first + timedelta(minutes=30 * step) for step in range(_MOST_SLOTS))
    begins = {*_BY_DAY, *(period.begins for period in menu.periods)}
    wanted = [at for at in sorted(begins) if said.half in (None, "am" if at.hour < 12 else "pm")]
    return tuple(_on(day, _since_midnight(at), now) for at in wanted[:_MOST_SLOTS])


def _on(day: date, since_midnight: timedelta, now: datetime) -> datetime:
    """A wall clock time of the shop; one the clock leaps over is as much later."""
    local = datetime.combine(day, time(), now.tzinfo) + since_midnight
    return local.astimezone(UTC).astimezone(now.tzinfo)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)


def _minute(at: datetime) -> datetime:
    """Up to the next whole minute."""
    rest = timedelta(seconds=at.second, microseconds=at.microsecond)
    return at if not rest else at - rest + timedelta(minutes=1)
