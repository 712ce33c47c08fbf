"""Words that point instead of naming: "it", "one more", "the second one", "number 3"."""

import re
from dataclasses import dataclass

from tools.menu.normalise import vocabulary, words_of

_LAST = vocabulary("again another it last more one ones other same that them these this those")
_FILLERS = vocabulary(
    "a add an and as at before dish from give i item me of on please pls the thing"
)
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
}
_CARDINALS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
}
_COUNTED = vocabulary("choice item no num number option")
_DIGITS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Reference:
    """What is pointed at: a `position` on the list last shown; None is what was last mentioned."""

    position: int | None = None


def reference(words: str) -> Reference | None:
    """What the words point at, or None when they name something. No words at all point at the last.

    >>> reference("the second one")
    Reference(position=2)
    """
    if "#" in words:
        return None
    said = [word for word in words_of(words) if word not in _FILLERS]
    place = _place(said)
    if place is not None:
        return Reference(place)
    return Reference() if all(word in _LAST for word in said) else None


def _place(said: list[str]) -> int | None:
    """The position in "second", "2nd one", "number three", "3"."""
    counted = bool(said) and said[0] in _COUNTED
    rest = [word for word in (said[1:] if counted else said) if word not in _LAST or word == "one"]
    if not rest:
        return None
    head, *tail = rest
    if any(word != "one" for word in tail):
        return None
    if digits := _DIGITS.fullmatch(head):
        return int(digits[1]) or None
    return _ORDINALS.get(head) or (_CARDINALS.get(head) if counted else None)
