"""What periods are called, and how one compares with another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from tools.kit.speech import Speech, sentence
from tools.kit.staff.period import Period

_MONTHS = (
    sentence("January"),
    sentence("February"),
    sentence("March"),
    sentence("April"),
    sentence("May"),
    sentence("June"),
    sentence("July"),
    sentence("August"),
    sentence("September"),
    sentence("October"),
    sentence("November"),
    sentence("December"),
)


@dataclass(frozen=True, slots=True)
class Times:
    """What was asked about, what that is compared with, and the clock of the turn."""

    period: Period
    before: Period | None
    now: datetime

    def called(self, say: Speech) -> str:
        """ "Today so far", "Last week (23 February to 1 March)", "Since 4 March"."""
        period, now = self.period, self.now
        if period.name == "hours" or not period.runs(now):
            return period_name(say, period, now)
        if period.name == "days":
            return say("Since {day}", day=say.day(period.first))
        name = say("This week") if period.name == "week" else period_name(say, period, now)
        return say("{period} so far", period=name)

    def called_before(self, say: Speech) -> str:
        """ "yesterday by this hour", "the week before", in the middle of a sentence."""
        return before_name(say, self.period, self.before, self.now) if self.before else ""


def period_name(say: Speech, period: Period, now: datetime) -> str:
    """ "Today", "Friday, 27 February", "Last week (23 February to 1 March)", "February"."""
    match period.name:
        case "day":
            return _day(say, period.first, now.date())
        case "week":
            back = (now.date() - period.first).days // 7
            days = span(say, period)
            known = {0: say("This week"), 1: say("Last week")}
            return f"{known[back]} ({days})" if back in known else days
        case "month":
            return _month(say, period.first, now.date())
        case "year":
            return str(period.first.year)
        case "hours":
            hours = round((period.until - period.since).total_seconds() / 3600)
            return say.count(hours, "The last hour", "The last {number} hours")
        case _:
            return span(say, period)


def dated(say: Speech, period: Period) -> str:
    """The period for who reads of it another day: "Monday, 2 March", "March 2026"."""
    first = period.first
    match period.name:
        case "day":
            return say("{weekday}, {day}", weekday=say.weekday(first.weekday()), day=say.day(first))
        case "month":
            return f"{say(_MONTHS[first.month - 1])} {first.year}"
        case "year":
            return str(first.year)
        case _:
            return span(say, period)


def span(say: Speech, period: Period) -> str:
    """ "23 February to 1 March"."""
    if period.first == period.last:
        return say.day(period.first)
    return say("{first} to {last}", first=say.day(period.first), last=say.day(period.last))


def before_name(say: Speech, period: Period, before: Period, now: datetime) -> str:
    """The other period as the first one is spoken of."""
    if before.name != period.name or period.name == "days":
        return _plain(say, period, before, now)
    gap = (period.first - before.first).days
    if before.cut:
        known = {
            ("day", 1): say("yesterday by this hour"),
            ("day", 7): say("a week ago by this hour"),
            ("week", 7): say("last week by this time"),
        }
        other = {"month": say("last month by this day"), "year": say("last year by this day")}
        return (
            known.get((period.name, gap))
            or other.get(period.name)
            or _plain(say, period, before, now)
        )
    if (period.name, gap) == ("day", 7):
        return say("the {weekday} before", weekday=say.weekday(before.first.weekday()))
    if (period.name, gap) == ("week", 7):
        return say("the week before")
    return _plain(say, period, before, now)


def _plain(say: Speech, period: Period, before: Period, now: datetime) -> str:
    if before.name == "hours":
        return say("before that")
    if before.name == "days" and before.until == period.since:
        return say("as many days before")
    name = period_name(say, before, now)
    relative = (
        (now.date() - before.first).days < 2 if before.name == "day" else before.name == "week"
    )
    return name[:1].lower() + name[1:] if relative else name


def change(say: Speech, now: Decimal | int, before: Decimal | int) -> str:
    """ " (+11 %)"; nothing where there is nothing to compare with."""
    if not before:
        return ""
    percent = ((Decimal(now) - before) * 100 / before).quantize(Decimal(1), ROUND_HALF_UP)
    return say(" (the same)") if now == before else f" ({percent:+} %)"


def aligned(rows: Sequence[Sequence[str]], width: int = 32) -> tuple[str, ...]:
    """Rows as lines of a fixed-width font that fit a phone: the first column gives way."""
    if not rows:
        return ()
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    first = min(widths[0], width - sum(widths[1:]) - 2 * (len(widths) - 1))
    return tuple(
        "  ".join(
            [
                _cut(row[0], first).ljust(first),
                *(cell.rjust(wide) for cell, wide in zip(row[1:], widths[1:], strict=True)),
            ]
        ).rstrip()
        for row in rows
    )


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _day(say: Speech, day: date, today: date) -> str:
    match (today - day).days:
        case 0:
            return say("Today")
        case 1:
            return say("Yesterday")
    words = say("{weekday}, {day}", weekday=say.weekday(day.weekday()), day=say.day(day))
    return words if day.year == today.year else f"{words} {day.year}"


def _month(say: Speech, first: date, today: date) -> str:
    if (first.year, first.month) == (today.year, today.month):
        return say("This month")
    name = say(_MONTHS[first.month - 1])
    return name if first.year == today.year else f"{name} {first.year}"
