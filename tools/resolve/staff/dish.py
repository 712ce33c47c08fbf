"""The dish staff mean: one is found, or asked about with buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tools.kit.call import Call, Json
from tools.kit.errors import NothingMentioned
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import Ambiguous, Match, MenuItem, Missing, find

Asking: TypeAlias = tuple[str, tuple[Button, ...]]
"""A question, and the buttons that answer it."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that fit several dishes, or none; then `dishes` are those with a name like it."""

    words: str
    dishes: tuple[MenuItem, ...]
    known: bool = True


def dish_of(turn: Turn, words: str | None) -> MenuItem | Unclear:
    """The dish these words mean. Words that are a choice of it ("large") make it unclear.

    Raises NothingMentioned.
    """
    if not words:
        raise NothingMentioned
    match find(turn.menu, words):
        case Match(item=item, choices=""):
            return item
        case Match(item=item):
            return Unclear(words, (item,))
        case Ambiguous(candidates=dishes):
            return Unclear(words, dishes)
        case Missing(nearest=nearest):
            return Unclear(words, nearest, known=False)


def dishes_of(
    turn: Turn, names: Sequence[str] | None, call: Callable[[list[Json]], Call]
) -> list[MenuItem] | Asking:
    """The dishes these names mean; or the question about the first that is unclear.

    `call` is what is done with names. Raises NothingMentioned.
    """
    if not names:
        raise NothingMentioned
    dishes = [dish_of(turn, name) for name in names]
    asked = next(((at, one) for at, one in enumerate(dishes) if isinstance(one, Unclear)), None)
    if asked is None:
        return [one for one in dishes if not isinstance(one, Unclear)]
    at, unclear = asked
    return ask_which(turn, unclear, lambda one: call([*names[:at], handle(one), *names[at + 1 :]]))


def handle(item: MenuItem) -> str:
    """The dish as a button names it."""
    return f"#{item.no}"


def example(turn: Turn) -> str:
    """A dish to try a sentence with."""
    return next((item.name for item in turn.menu.items), turn.say("coffee"))


def ask_which(turn: Turn, unclear: Unclear, call: Callable[[MenuItem], Call]) -> Asking:
    """The question which dish is meant, and its answers; `call` is what one of them does."""
    answers = tuple(Button(item.name, call(item)) for item in unclear.dishes)
    words, say = unclear.words, turn.say
    if unclear.known and len(answers) == 1:
        return say("Do you mean {item}?", item=answers[0].label), answers
    if unclear.known:
        return say("Which {words} do you mean? I did nothing yet.", words=words), answers
    if answers:
        return say(
            "There is no {words} on the menu. Do you mean one of these?", words=words
        ), answers
    return say("There is no {words} on the menu, so I did nothing.", words=words), ()
