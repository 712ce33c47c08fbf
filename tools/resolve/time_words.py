"""What a sentence says of a time: "tomorrow at 9", "in two hours", "friday, half past 7"."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from tools.menu.normalise import vocabulary

_TOKEN = re.compile(r"\d{1,2}\s?[:.]\s?\d{2}(?!\d)|\d+|[^\W\d_]+")
_CLOCK = re.compile(r"(\d{1,2})\s?[:.]\s?(\d{2})")
_DAYS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    **dict.fromkeys(("tomorrow", "tommorow", "tomorow", "tmrw", "naalaikku", "repu"), 1),
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = {name[:length]: at for at, name in enumerate(_WEEKDAYS) for length in (3, 4, 5, 20)}
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_YEARS = range(2025, 2100)
_MONTH = {name[:length]: at for at, name in enumerate(_MONTHS, 1) for length in (3, 20)}
_HALVES: dict[str, Literal["am", "pm"]] = {
    "am": "am",
    "pm": "pm",
    "morning": "am",
    "afternoon": "pm",
    "evening": "pm",
    "night": "pm",
    "tonight": "pm",
}
_HOURS = {"noon": 12, "midday": 12, "midnight": 24}
_ONE_TO_TWELVE = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBERS = {name: number for number, name in enumerate(_ONE_TO_TWELVE, 1)} | {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "thirty": 30,
    "fortyfive": 45,
}
_UNITS = {
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), timedelta(hours=1)),
    **dict.fromkeys(("minute", "minutes", "min", "mins"), timedelta(minutes=1)),
    **dict.fromkeys(("day", "days"), timedelta(days=1)),
    **dict.fromkeys(("week", "weeks"), timedelta(weeks=1)),
}
_SOON = vocabulary("now asap immediately straightaway jaldi abhi")
MEALS = vocabulary("breakfast lunch dinner supper tiffin brunch")
_FILLERS = vocabulary(
    "about and around as at be book by can clock collect collecting come coming could for from"
    " get have i id ill im in it its later lets like make my need next o oclock of on order our"
    " pick picked picking pickup please pls preorder ready right schedule scheduled set sharp some"
    " somewhere soon th the them then this time to up want we well will would you"
)


_WORDS_OF_TIME = _FILLERS.union(
    *(_DAYS, _WEEKDAY, _MONTH, _HALVES, _HOURS, _NUMBERS, _UNITS, _SOON, MEALS),
    vocabulary("after as away day half nd past possible quarter rd right st week"),
)


@dataclass(slots=True)
class Said:
    """What was said; what was not is None.

    `hour` and `minute` are as they were said, so 25:00 is one; `date` is year, month and day, the
    year None where none was said. `next_week`: the day is of the week after this. `soon`: as soon
    as it can be. `clear`: something of it is said of time only. `other`: words that say nothing of
    a time.
    """

    days: int | None = None
    weekday: int | None = None
    next_week: bool = False
    date: tuple[int | None, int, int] | None = None
    hour: int | None = None
    minute: int = 0
    half: Literal["am", "pm"] | None = None
    ahead: timedelta | None = None
    soon: bool = False
    clear: bool = False
    other: tuple[str, ...] = ()

    @property
    def has_day(self) -> bool:
        """Whether a day was said."""
        said = (self.days, self.weekday, self.date)
        return self.next_week or any(part is not None for part in said)


def is_of_other(word: str) -> bool:
    """Whether a word, in small letters, says nothing of a time, whatever stands beside it."""
    return word.isalpha() and not {word, word.removesuffix("s")} & _WORDS_OF_TIME


def read_time(words: str) -> Said:
    """What the words say of a time."""
    text = words.casefold().replace("'", "").replace("a.m", "am").replace("p.m", "pm")
    text = text.replace("as soon as possible", "asap").replace("right away", "asap")
    tokens = [re.sub(r"\s", "", token) for token in _TOKEN.findall(text)]
    said = Said()
    at = 0
    while at < len(tokens):
        at += (
            _next_week(said, tokens, at)
            or _ahead(said, tokens, at)
            or _date(said, tokens, at)
            or _day(said, tokens, at)
            or _clock(said, tokens, at)
            or _word(said, tokens[at])
        )
    return said


def _next_week(said: Said, tokens: list[str], at: int) -> int:
    if tokens[at : at + 2] != ["next", "week"]:
        return 0
    said.next_week = said.clear = True
    return 2


def _ahead(said: Said, tokens: list[str], at: int) -> int:
    """ "two hours", "half an hour", "an hour and a half", "45 minutes", "3 days"."""
    if tokens[at] == "half" and tokens[at + 1 : at + 3] in (["an", "hour"], ["a", "hour"]):
        said.ahead, said.clear = timedelta(minutes=30), True
        return 3
    number = _number(tokens[at])
    unit = _UNITS.get(tokens[at + 1]) if at + 1 < len(tokens) else None
    if number is None or unit is None:
        return 0
    said.ahead, said.clear = (said.ahead or timedelta()) + number * unit, True
    said.days = said.ahead.days if unit >= timedelta(days=1) else said.days
    if tokens[at + 2 : at + 5] == ["and", "a", "half"]:
        said.ahead += unit / 2
        return 5
    return 2


def _date(said: Said, tokens: list[str], at: int) -> int:
    """ "24 december", "24th of december", "december 24", "2026-12-24"."""
    near = tokens[at : at + 5]
    if (
        all(map(str.isdecimal, near[:3]))
        and [len(part) for part in near[:3]] == [4, 2, 2]
        and int(near[0]) in _YEARS
    ):
        said.date, said.clear = (int(near[0]), int(near[1]), int(near[2])), True
        return 3
    if near[0].isdecimal() and 1 <= int(near[0]) <= 31:
        for length, word in enumerate(near[1:], 2):
            if word in _MONTH:
                said.date, said.clear = (_year(near, length), _MONTH[word], int(near[0])), True
                return length + (said.date[0] is not None)
            if word not in {"st", "nd", "rd", "th", "of"}:
                return 0
    if near[0] in _MONTH and len(near) > 1 and near[1].isdecimal() and 1 <= int(near[1]) <= 31:
        said.date, said.clear = (_year(near, 2), _MONTH[near[0]], int(near[1])), True
        return 2 + (said.date[0] is not None)
    return 0


def _year(near: list[str], at: int) -> int | None:
    """The year said behind a day and its month."""
    said = int(near[at]) if at < len(near) and near[at].isdecimal() else 0
    return said if said in _YEARS else None


def _day(said: Said, tokens: list[str], at: int) -> int:
    if tokens[at : at + 3] == ["day", "after", "tomorrow"]:
        said.days, said.clear = 2, True
        return 3
    word = tokens[at].removesuffix("s") if len(tokens[at]) > 5 else tokens[at]
    if word in _DAYS:
        said.days = _DAYS[word]
        said.clear |= said.days != 0
    elif word in _WEEKDAY:
        said.weekday, said.clear = _WEEKDAY[word], True
    else:
        return 0
    said.half = _HALVES.get(word, said.half)
    return 1


def _clock(said: Said, tokens: list[str], at: int) -> int:
    """ "7:30", "half past 7", "quarter to 8", "7 o'clock", "seven thirty", "noon"."""
    if said.hour is not None:
        return 0
    if tokens[at] in {"half", "quarter"}:
        return _parts_of_hour(said, tokens, at)
    if tokens[at] in _HOURS:
        said.hour, said.half, said.clear = _HOURS[tokens[at]], None, True
        return 1
    if exact := _CLOCK.fullmatch(tokens[at]):
        said.half = "am" if exact[1].startswith("0") else said.half
        return _at(said, int(exact[1]), int(exact[2]), clear=True, odd=":" in tokens[at])
    number = _number(tokens[at])
    if number is None or tokens[at] in {"a", "an"}:
        return 0
    if tokens[at].isdecimal() and 3 <= len(tokens[at]) <= 4:
        return _at(said, number // 100, number % 100, clear=False)
    minute = _number(tokens[at + 1]) if at + 1 < len(tokens) else None
    if minute in {15, 30, 45}:
        return 2 * _at(said, number, minute or 0, clear=False)
    clear = (at > 0 and tokens[at - 1] == "at") or tokens[at + 1 : at + 2] in (["o"], ["oclock"])
    return _at(said, number, 0, clear=clear)


def _parts_of_hour(said: Said, tokens: list[str], at: int) -> int:
    hour = _number(tokens[at + 2]) if at + 2 < len(tokens) else None
    if tokens[at + 1 : at + 2] not in (["past"], ["to"]) or hour is None or not 1 <= hour <= 12:
        return 0
    minutes, earlier = 30 if tokens[at] == "half" else 15, tokens[at + 1] == "to"
    said.hour = (hour - 1 or 12) if earlier else hour
    said.minute, said.clear = 60 - minutes if earlier else minutes, True
    return 3


def _at(said: Said, hour: int, minute: int, *, clear: bool, odd: bool = False) -> int:
    """`odd`: it is written as a time, even one that no clock has."""
    if not (odd or (hour < 24 and minute < 60)):
        return 0
    said.hour, said.minute, said.clear = hour, minute, said.clear or clear
    return 1


def _word(said: Said, word: str) -> int:
    if word in _HALVES:
        said.half, said.clear = _HALVES[word], True
    elif word in _SOON:
        said.soon = True
        said.clear |= word != "now"
    elif word not in _FILLERS:
        said.other = (*said.other, word)
    return 1


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) <= 4 else _NUMBERS.get(word)
