"""Which of our buttons a text means: by its label, a part of it, its place, or several of them."""

import re
from collections.abc import Sequence

from tools.kit.call import Call, Json
from tools.kit.result import Button
from tools.menu.normalise import fold, vocabulary, words_of

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
ORDINALS = vocabulary("first second third fourth fifth sixth seventh eighth ninth tenth last")
_SAID_ALONG = vocabulary(
    "a an and be by can could do fine for get give go going good great have i id ill im it its is"
    " just lets let like make me my of one ones option please pls sounds take that thatll thats the"
    " think this to want well we will with would your yes yeah ok okay sure thanks thank you sir"
)
"""A sentence of these and an answer is the answer: "I'd like the large one"."""


def in_a_sentence(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    """The one button that is named among words that only lead to it."""
    said = [word for word in words if word not in _SAID_ALONG]
    if len(said) == len(words) or not said:
        return None
    if len(said) == 1 and said[0] in ORDINALS:
        return by_place(said, buttons)
    return by_label(said, buttons) or by_part(said, buttons)


def by_label(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    """The button whose label is said, as far as it sounds the same."""
    wanted = _sound(words)
    return next((button for button in buttons if _sound(words_of(button.label)) == wanted), None)


def by_place(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    """The button of a place: "the second one", "2nd", "last", "2"."""
    ordinal = _ORDINAL.fullmatch(" ".join(words))
    if ordinal is None:
        return None
    if ordinal["word"] == "last":
        # "Show all" and the like stand behind the answers and do something else.
        alike = (one for one in reversed(buttons) if one.call.tool == buttons[0].call.tool)
        return next(alike, None)
    digits = ordinal["digits"]
    place = int(digits) - 1 if digits else _PLACES.get(ordinal["word"], -1)
    return buttons[place] if 0 <= place < len(buttons) else None


def by_part(words: Sequence[str], buttons: Sequence[Button]) -> Button | None:
    """The one button whose label holds what is said."""
    said = [word for word in words if word not in _FILLERS]
    if _TOO_LITTLE.issuperset(said):
        return None
    if same := by_label(said, buttons):
        return same
    part = f" {_sound(said)} "
    found = [button for button in buttons if part in f" {_sound(words_of(button.label))} "]
    return found[0] if len(found) == 1 else None


def by_several(words: Sequence[str], buttons: Sequence[Button]) -> Call | None:
    """ "butter and jam" for a question about one line: its call with both options of it.

    Where the dish takes only one of them the tool asks which.
    """
    parts = re.split(r" (?:and|with|plus|n) ", " ".join(words))
    found = [by_label(part.split(), buttons) or by_part(part.split(), buttons) for part in parts]
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


def _sound(words: Sequence[str]) -> str:
    return " ".join(fold(word) for word in words)
