"""The bot's own open questions: a typed answer to one of them needs no LLM."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.inbound import Inbound
from bot.reply import Reply
from tools.kit.call import Call, Json
from tools.kit.result import Button
from tools.menu.normalise import fold, words_of

_FIRST_TO_TENTH = (
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
)
_PLACES = {word: place for place, words in enumerate(_FIRST_TO_TENTH) for word in words}
_ORDINAL = re.compile(
    r"(?:the |number |option |no (?=\d))?"
    r"(?:(?P<digits>\d{1,3})(?:st|nd|rd|th)?|(?P<word>[a-z]+))"
    r"(?: one| option)?"
)
_FILLERS = frozenset({"the", "a", "an", "please", "by", "with", "just", "one"})
_TOO_LITTLE = frozenset(
    {"no", "not", "yes", "and", "or", "at", "in", "on", "to", "of", "for", "it"}
)
_YES = frozenset({"yes", "yeah", "yep", "yup", "ok", "okay", "sure", "haan", "aama", "aamaa"})
_NO = frozenset({"no", "nope", "nah", "nahi", "nahin", "illa", "illai", "vendam", "nothing"})
_POLITE = frozenset({"please", "thanks", "thank", "you", "sir", "madam", "bro", "anna"})


@dataclass(frozen=True, slots=True)
class _Open:
    """What was asked: the answers as buttons, and what a plain yes or no would mean."""

    buttons: tuple[Button, ...]
    yes: Call | None
    no: Call | None


class Answers:
    """The last question of each conversation; the oldest are forgotten first."""

    def __init__(self, *, max_conversations: int = 10_000) -> None:
        self._max_conversations = max_conversations
        self._open: OrderedDict[tuple[str, str, str, str], _Open] = OrderedDict()

    def remember(self, inbound: Inbound, reply: Reply) -> None:
        """Note what was just asked. A reply that asks nothing closes the question before it."""
        self._open.pop(inbound.conversation, None)
        buttons = tuple(button for row in reply.buttons for button in row) if reply.asks else ()
        if not (buttons or reply.yes or reply.no):
            return
        self._open[inbound.conversation] = _Open(buttons, reply.yes, reply.no)
        if len(self._open) > self._max_conversations:
            self._open.popitem(last=False)

    def answer(self, inbound: Inbound) -> Call | None:
        """The call of the button a text means: its label, a part of only its label, or its place;
        or what its plain yes or no stands for.

        None when no question is open or the text is no answer to it.
        """
        asked = self._open.get(inbound.conversation)
        words = words_of(inbound.text)
        if not asked or not words:
            return None
        button = (
            _by_label(words, asked.buttons)
            or _by_place(words, asked.buttons)
            or _by_part(words, asked.buttons)
        )
        if button:
            return button.call
        return _yes_or_no(words, asked) or _by_several(words, asked.buttons)


def _by_label(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    wanted = _sound(words)
    return next((button for button in buttons if _sound(words_of(button.label)) == wanted), None)


def _by_place(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    ordinal = _ORDINAL.fullmatch(" ".join(words))
    if ordinal is None:
        return None
    if ordinal["word"] == "last":
        return buttons[-1]
    digits = ordinal["digits"]
    place = int(digits) - 1 if digits else _PLACES.get(ordinal["word"], -1)
    return buttons[place] if 0 <= place < len(buttons) else None


def _by_part(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    said = [word for word in words if word not in _FILLERS]
    if _TOO_LITTLE.issuperset(said):
        return None
    if same := _by_label(said, buttons):
        return same
    part = f" {_sound(said)} "
    found = [button for button in buttons if part in f" {_sound(words_of(button.label))} "]
    return found[0] if len(found) == 1 else None


def _by_several(words: Sequence[str], buttons: Sequence[Button]) -> Call | None:
    """ "butter and jam" for a question about one line: its call with both options of it.

    Where the dish takes only one of them the tool asks which.
    """
    parts = re.split(r" (?:and|with|plus|n) ", " ".join(words))
    found = [_by_label(part.split(), buttons) or _by_part(part.split(), buttons) for part in parts]
    calls = [button.call for button in found if button]
    if len(calls) < 2 or len(calls) < len(parts):
        return None
    options: list[Json] = []
    others: list[Call] = []
    for call in calls:
        lines = call.args.get("lines")
        first = lines[0] if isinstance(lines, list) and lines else None
        chosen = first.get("options") if isinstance(first, dict) else None
        if not (isinstance(lines, list) and isinstance(first, dict) and isinstance(chosen, list)):
            return None
        options += [one for one in chosen if one not in options]
        others.append(Call(call.tool, {"lines": [{**first, "options": []}, *lines[1:]]}))
    if any(call != others[0] for call in others):
        return None
    lines = others[0].args["lines"]
    if not (isinstance(lines, list) and isinstance(lines[0], dict)):
        return None
    return Call(calls[0].tool, {"lines": [{**lines[0], "options": options}, *lines[1:]]})


def _yes_or_no(words: Sequence[str], asked: _Open) -> Call | None:
    said = set(words) - _POLITE
    if said and said <= _YES:
        return asked.yes
    return asked.no if said and said <= _NO else None


def _sound(words: Sequence[str]) -> str:
    return " ".join(fold(word) for word in words)
