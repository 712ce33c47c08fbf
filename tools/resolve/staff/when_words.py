"""Times in the past as owners say them: "last week", "since monday", "on 12 march"."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["day", "week", "month", "year", "weekend", "past", "since", "from"]
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)


@dataclass(frozen=True, slots=True)
class When:
    """A time as it was said; which it is depends on the clock.

    Of a day: `weekday`, a date, or days `back`; of a week, month, year or weekend: how many
    `back`, or of a month its number. `number` and `unit` are of the past ("last 7 days"). `first`
    and `last` are the days of "since" and "from … to …". `strictly`: not today, "last friday".
    """

    kind: Kind
    back: int = 0
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    strictly: bool = False
    number: int = 0
    unit: str = ""
    first: "When | None" = None
    last: "When | None" = None


_WEEKDAY = "|".join(f"{day}s?|{day[:3]}s?" for day in DAYS) + "|tues|thur|thurs"
_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS if month != "may") + "|sept"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?: (?P<{}>20\d\d))?"
_DAY = "|".join(
    (
        "(?P<today>today|todays|so far)",
        "(?P<dayb4>(?:the )?day before yesterday)",
        "(?P<yday>yesterday|yesterdays)",
        r"(?P<iso>20\d\d (?:0[1-9]|1[0-2]) [0-3]\d)",
        rf"(?P<d1>[1-9]|[12]\d|3[01]){_TH}(?: of)? (?P<m1>{_MONTH}|may){_YEAR.format('y1')}",
        rf"(?P<m2>{_MONTH}|may) (?P<d2>[12]\d|3[01]|[1-9]){_TH}(?!\d){_YEAR.format('y2')}",
        rf"(?P<which>last |this |past |previous )?(?P<wday>{_WEEKDAY})",
    )
)
_UNIT = (
    r"(?P<turn>this |last |previous |past |current |the last )?"
    r"(?P<unit>weekends?|weeks?|weekly|months?|monthly|years?|yearly)"
)
# "May I see …" names no month.
_MAY = r"(?:^(?=may$|may 20)|(?<=in )|(?<=of )|(?<=for )|(?<=since ))may"
_NAMED = rf"(?P<mon>{_MONTH}|{_MAY}){_YEAR.format('yon')}"
_BARE_YEAR = r"(?:year )?(?P<bare>20\d\d)"
_PAST = (
    r"(?:the )?(?:last|past|previous) (?P<n>\d{1,3}|two|three|four|five|six|seven|ten)"
    r" (?P<of>hours?|days?|weeks?|months?)"
)
_ONE = re.compile(f"(?:{_PAST})|(?:{_DAY})|(?:{_BARE_YEAR})|(?:{_UNIT})|(?:{_NAMED})")
_WORD = r"(?<![a-z0-9])(?:{})(?![a-z0-9])"
_FIND = re.compile(_WORD.format(_ONE.pattern))
_LEADS = r"(?:in|on|for|of|during|over|within|the|so far)"
_SINCE = re.compile(r"(?<![a-z0-9])since (?:the )?$")
_FROM = re.compile(r"(?<![a-z0-9])(?:from|between) (?:the )?$")
_TO = re.compile(r" ?(?:to|till|until|til|and|through) (?:the )?")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}


def find_when(text: str) -> tuple[When | None, str]:
    """The first time that is said in plain words, and the words without it."""
    found = _FIND.search(text)
    if found is None:
        return None, text
    when, start, end = _meant(found), found.start(), found.end()
    before = text[:start]
    if since := _SINCE.search(before):
        return When("since", first=when), _joined(text[: since.start()], text[end:])
    if begins := _FROM.search(before):
        to = _TO.match(text, end)
        last = _FIND.match(text, to.end()) if to else None
        if last is not None:
            return (
                When("from", first=when, last=_meant(last)),
                _joined(text[: begins.start()], text[last.end() :]),
            )
    return when, _joined(re.sub(rf"(?:(?<=^)|(?<= )){_LEADS} $", "", before), text[end:])


def _joined(before: str, after: str) -> str:
    return " ".join(f"{before} {after}".split())


def _meant(found: re.Match[str]) -> When:
    said = found.groupdict()
    if said["n"]:
        number = _NUMBERS.get(said["n"]) or int(said["n"])
        return When("past", number=number, unit=said["of"].rstrip("s"))
    if said["unit"]:
        return _unit(said["unit"], said["turn"])
    if said["mon"]:
        return When("month", month=_month(said["mon"]), year=_int(said["yon"]))
    if said["bare"]:
        return When("year", year=int(said["bare"]))
    return _day(said)


def _day(said: dict[str, str | None]) -> When:
    if said["iso"]:
        on = [int(part) for part in said["iso"].split()]
        return When("day", day=on[2], month=on[1], year=on[0])
    for at in "12":
        if named := said[f"m{at}"]:
            day, year = _int(said[f"d{at}"]), _int(said[f"y{at}"])
            return When("day", day=day, month=_month(named), year=year)
    if said["wday"]:
        weekday = next(place for place, name in enumerate(DAYS) if name[:3] == said["wday"][:3])
        return When("day", weekday=weekday, strictly=(said["which"] or "this ") != "this ")
    return When("day", back=2 if said["dayb4"] else 1 if said["yday"] else 0)


def _unit(unit: str, turn: str | None) -> When:
    back = int((turn or "this ").strip() not in ("this", "current"))
    kinds: dict[str, Kind] = {
        "weeke": "weekend",
        "month": "month",
        "yearl": "year",
        "years": "year",
    }
    kind: Kind = kinds.get(unit[:5], "year" if unit == "year" else "week")
    return When(kind, back=back)


def _month(name: str) -> int:
    return next(at for at, month in enumerate(MONTHS, 1) if month[:3] == name[:3])


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
