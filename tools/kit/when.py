"""What PostgreSQL says of times and of ways to order, in the customer's language."""

import re
from datetime import date, time

from tools.kit.speech import Speech, sentence

_CLOCK = r"(?P<{}>(?:[01]\d|2[0-3]):[0-5]\d)"
_WINDOW = re.compile(rf"(?:(?P<days>[A-Z].*) )?{_CLOCK.format('begins')}-{_CLOCK.format('ends')}")
_FROM = re.compile(rf"(?P<day>today|tomorrow|on .+) from {_CLOCK.format('begins')}")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = re.compile("|".join(day[:3] for day in _WEEKDAYS))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LEAP_YEAR = 2000

NAMES = (
    sentence("take-away"),
    sentence("dine-in"),
    sentence("delivery"),
    sentence("any order here"),
    sentence("cash"),
    sentence("card"),
    sentence("upi"),
    sentence("again later"),
)
"""What PostgreSQL names otherwise than a menu does."""


def spoken_when(say: Speech, words: str) -> str:
    """ "07:00-11:30 and 19:00-22:30", "Sat, Sun 10:00-14:00", "tomorrow from 07:00", said."""
    return say.join([_part(say, part) for part in words.split(" and ")])


def spoken_start(say: Speech, words: str) -> str:
    """When it begins only: "tomorrow 07:00" of "tomorrow from 07:00"; a window is said whole."""
    found = _FROM.fullmatch(words)
    return _start(say, found) if found else spoken_when(say, words)


def spoken_names(say: Speech, names: str) -> str:
    """ "take-away, dine-in" of a refusal."""
    return ", ".join(say(name) if name in NAMES else name for name in names.split(", "))


def _part(say: Speech, words: str) -> str:
    if window := _WINDOW.fullmatch(words):
        begins, ends = (say.clock(time.fromisoformat(window[end])) for end in ("begins", "ends"))
        hours = say("{begins}-{ends}", begins=begins, ends=ends)
        days = _SHORT.sub(lambda day: _weekday(say, day[0], short=True), window["days"] or "")
        return say("{days} {hours}", days=days, hours=hours) if days else hours
    if start := _FROM.fullmatch(words):
        return _from(say, start)
    return say(words) if words in NAMES else words


def _from(say: Speech, found: re.Match[str]) -> str:
    clock = say.clock(time.fromisoformat(found["begins"]))
    match found["day"]:
        case "today":
            return say("today from {time}", time=clock)
        case "tomorrow":
            return say("tomorrow from {time}", time=clock)
        case day:
            return say("on {day} from {time}", day=_day(say, day), time=clock)


def _start(say: Speech, found: re.Match[str]) -> str:
    clock = say.clock(time.fromisoformat(found["begins"]))
    match found["day"]:
        case "today":
            return say("today {time}", time=clock)
        case "tomorrow":
            return say("tomorrow {time}", time=clock)
        case day:
            return say("{day} {time}", day=_day(say, day), time=clock)


def _day(say: Speech, words: str) -> str:
    """Of "on Monday" or "on 24 December"."""
    *number, name = words.removeprefix("on ").split()
    if name in _MONTHS:
        return say.day(date(_LEAP_YEAR, _MONTHS.index(name) + 1, int(number[0])))
    return _weekday(say, name)


def _weekday(say: Speech, name: str, *, short: bool = False) -> str:
    known = [day for day in _WEEKDAYS if day == name or (short and day.startswith(name))]
    return say.weekday(_WEEKDAYS.index(known[0]), short=short) if known else name
