"""Until when something is sold out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tools.kit.turn import Turn
from tools.menu import words_of
from tools.menu.normalise import vocabulary
from tools.resolve.moment import Moment, moment_of
from tools.resolve.time_words import read_time

_OPEN_END = vocabulary("further notice told say said otherwise again indefinitely forever good")


@dataclass(frozen=True, slots=True)
class Until:
    """A moment, or the opening on a day; neither: until told otherwise."""

    at: datetime | None = None
    day: date | None = None


def until(turn: Turn, words: str) -> Until | None:
    """When the words say it is back, "for today" being until tomorrow. None: they say no time."""
    if not words or _OPEN_END.intersection(words_of(words)):
        return Until()
    said = read_time(words)
    moment = moment_of(turn.menu, words, turn.now)
    if isinstance(moment, Moment):
        return Until(moment.at) if moment.at else None
    if not said.has_day or moment.no_such or moment.passed or not moment.slots:
        return None
    today = turn.now.date()
    return Until(day=max(moment.slots[0].date(), today + timedelta(days=1)))
