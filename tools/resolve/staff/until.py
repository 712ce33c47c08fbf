"""Until when something is sold out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tools.kit.call import Call, Json
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import words_of
from tools.menu.normalise import vocabulary
from tools.resolve.moment import Moment, Unclear, moment_of
from tools.resolve.time_words import read_time

_OPEN_END = vocabulary("further notice told say said otherwise again indefinitely forever good")


@dataclass(frozen=True, slots=True)
class Until:
    """A moment, or the opening on a day; neither: until told otherwise."""

    at: datetime | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """It would be sold out from a time to come, on `day` or from then on: that is not kept."""

    day: date


def until(turn: Turn, words: str) -> Until | Later | None:
    """When the words say it is back, "for today" being until tomorrow. None: they say no time.

    "From tomorrow" is Later.
    """
    if not words or _OPEN_END.intersection(words_of(words)):
        return Until()
    today = turn.now.date()
    said = read_time(words)
    moment = moment_of(turn.menu, words, turn.now)
    if words_of(words)[:1] == ("from",):
        return (
            None
            if isinstance(moment, Unclear) and moment.passed
            else Later(_first_day(moment, today))
        )
    if isinstance(moment, Moment):
        return Until(moment.at) if moment.at else None
    if not said.has_day or moment.no_such or moment.passed or not moment.slots:
        return None
    return Until(day=max(moment.slots[0].date(), today + timedelta(days=1)))


def ask_until(
    turn: Turn, later: Later | None, items: Sequence[Json]
) -> tuple[str, tuple[Button, ...]]:
    """The question until when the dishes are sold out, and what it may be."""
    say = turn.say
    if later is None:
        question = say("Until when?")
        answers = [(say("Until tomorrow"), "tomorrow"), (say("Until I say so"), "")]
    else:
        question = say(
            "A dish is sold out from now on or not at all, so I did nothing yet: please say it"
            " again then. Or shall it be so from now on?"
        )
        back = later.day + timedelta(days=1)
        answers = [
            (say("Now, until {day}", day=say.day(back)), back.isoformat()),
            (say("Now, until I say so"), ""),
        ]
    return question, tuple(
        Button(label, Call("mark_unavailable", {"items": [*items], "when": words}))
        for label, words in answers
    )


def _first_day(moment: Moment | Unclear, today: date) -> date:
    if isinstance(moment, Moment):
        return moment.at.date() if moment.at else today
    return moment.slots[0].date() if moment.slots else today
