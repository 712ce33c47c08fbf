"""Dishes that wait until the customer has chosen a time at which they can be had."""

from collections.abc import Sequence

from tools.kit.call import Json
from tools.kit.errors import Later
from tools.kit.later import later_button
from tools.kit.params import OrderLine
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import MenuItem
from tools.resolve.moment import Moment, moment_of
from tools.results.moments import spoken_moment

_MOST_CARRIED = 24


def later(turn: Turn, when: str, lines: Sequence[Json]) -> Button:
    """Orders for the next time that `when` begins; then the lines are offered again.

    What is too long for a button does not wait.
    """
    moment = moment_of(turn.menu, when, turn.now)
    at = moment.at if isinstance(moment, Moment) else None
    words = spoken_moment(turn.say, at, turn.now) if at else ""
    values = (value for line in lines if isinstance(line, dict) for value in line.values())
    fit = sum(len(str(value)) for value in values) <= _MOST_CARRIED
    return later_button(turn.say, when, words, lines if fit else ())


def keep_waiting(turn: Turn, refusal: Later, lines: Sequence[Json]) -> None:
    """Let the button of a refusal carry the lines it has refused."""
    when = refusal.words.get("when")
    if isinstance(when, str):
        refusal.later = later(turn, when, lines)


def dishes_of(turn: Turn, lines: Sequence[OrderLine]) -> list[tuple[OrderLine, MenuItem]]:
    """The lines a button has carried, each with its dish; what is no dish any more is left out."""
    found = []
    for line in lines:
        handle = (line.item or "").removeprefix("#")
        dish = turn.menu.item_no(int(handle)) if handle.isdecimal() else None
        if dish is not None:
            found.append((line, dish))
    return found
