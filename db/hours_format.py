"""Opening hours as people write them: `mon-fri 07:00-22:30`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import combinations, groupby

from db.menu.format import WEEK
from db.tenants import TenantError

MINUTES = 24 * 60
WINDOW = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)", re.ASCII)
HOW = 'say "mon-fri 07:00-22:30", "sat,sun 08:00-12:00,17:00-01:00", "sun closed" or "always"'


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """From when to when; an end at or before the begin is on the next day."""

    opens: time
    closes: time

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"

    def minutes(self, day: int) -> range:
        """The minutes it takes, counted from the begin of the week that `day` is of."""
        begin = day * MINUTES + self.opens.hour * 60 + self.opens.minute
        end = day * MINUTES + self.closes.hour * 60 + self.closes.minute
        return range(begin, end if end > begin else end + MINUTES)


@dataclass(frozen=True, slots=True)
class Hours:
    """A shop's hours. `week` has every weekday it opens on, 1 being Monday; empty: always open."""

    time_zone: str
    week: Mapping[int, Sequence[Window]]
    special: Mapping[date, Window | None]
    last_order_minutes: int


def parse_week(words: Sequence[str]) -> dict[int, list[Window]]:
    """The week that is said like `mon-fri 07:00-22:30`; a day not named is closed.

    "always" is a week without any hours. Raises TenantError.
    """
    said = " ".join(words).casefold().split()
    if said == ["always"]:
        return {}
    if not said or len(said) % 2:
        raise TenantError(f"{' '.join(words)!r} are no opening hours; {HOW}")
    week: dict[int, list[Window]] = {}
    closed: set[int] = set()
    for days, hours in zip(said[::2], said[1::2], strict=True):
        windows = [] if hours == "closed" else [parse_window(part) for part in hours.split(",")]
        for day in _days(days):
            if windows:
                week.setdefault(day, []).extend(windows)
            else:
                closed.add(day)
    for day in sorted(closed & week.keys()):
        raise TenantError(f"{WEEK[day - 1]} is both open and closed; say one of them")
    week = {day: sorted(windows) for day, windows in sorted(week.items())}
    if not week:
        raise TenantError("a shop that never opens cannot be; close single days with --closed DATE")
    _refuse_overlaps(week)
    return week


def parse_window(text: str) -> Window:
    """Hours such as 07:00-22:30; 24:00 is midnight. Raises TenantError."""
    found = WINDOW.fullmatch(text)
    if found is None or (found[3] == "24" and found[4] != "00"):
        raise TenantError(f"{text!r} are no hours; {HOW}")
    opens, closes = time(int(found[1]), int(found[2])), time(int(found[3]) % 24, int(found[4]))
    return Window(opens, closes)


def parse_date(text: str) -> date:
    """A date such as 2026-12-25. Raises TenantError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise TenantError(f"{text!r} is no date; write it like 2026-12-25") from None


def parse_special(text: str) -> tuple[date, Window]:
    """The hours of one date, such as 2026-12-24=08:00-14:00. Raises TenantError."""
    day, _, hours = text.partition("=")
    return parse_date(day), parse_window(hours)


def hours_lines(hours: Hours) -> Iterator[str]:
    """The hours for people, days that are alike in one line."""
    if not hours.week:
        yield "always open"
    else:
        by_day = [", ".join(map(str, hours.week.get(day, ()))) or "closed" for day in range(1, 8)]
        for said, days in groupby(range(7), by_day.__getitem__):
            alike = list(days)
            ends = dict.fromkeys((WEEK[alike[0]], WEEK[alike[-1]]))
            yield f"{'-'.join(ends):8} {said}"
    for day, window in sorted(hours.special.items()):
        yield f"{day} {window or 'closed'}"
    closes = hours.week or any(hours.special.values())
    if closes and hours.last_order_minutes:
        yield f"last order {hours.last_order_minutes} minutes before closing"


def _days(text: str) -> list[int]:
    """The weekdays of mon-fri, sat,sun or daily; fri-mon goes round the end of the week."""
    if text == "daily":
        return list(range(1, 8))
    days: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        last = last or first
        if first not in WEEK or last not in WEEK:
            raise TenantError(f"{part!r} is no day; days are {', '.join(WEEK)}, and daily")
        begin, end = WEEK.index(first), WEEK.index(last)
        days += [day % 7 + 1 for day in range(begin, end + 1 if end >= begin else end + 8)]
    return list(dict.fromkeys(days))


def _refuse_overlaps(week: Mapping[int, Sequence[Window]]) -> None:
    taken = [(day, window) for day, windows in week.items() for window in windows]
    # Sunday's late hours run into Monday: the week is looked at twice, one behind the other.
    spread = [(day, w, w.minutes(day - 1 + 7 * turn)) for turn in (0, 1) for day, w in taken]
    for (day, window, one), (other_day, other, two) in combinations(spread, 2):
        if one.start < two.stop and two.start < one.stop:
            raise TenantError(
                f"{WEEK[day - 1]} {window} and {WEEK[other_day - 1]} {other} overlap;"
                " part them, or make one of them"
            )
