"""How much of an option: "extra cheese", "a little spice", "three pumps of vanilla"."""

from dataclasses import dataclass

from tools.menu.names import Words
from tools.menu.normalise import vocabulary

UNITS = vocabulary("dash pump scoop shot slice spoon splash squirt")
"""Measures an option is counted in, in the singular."""

_EXTRA = vocabulary("additional extra heavy lot lots more plenty xtra")
_LIGHT = vocabulary("bit easy less light lightly lite little low reduced")
_COUNTS = {
    word: count
    for count, words in enumerate(
        (
            "1 one single",
            "2 two double twice",
            "3 three triple",
            "4 four quad quadruple",
            "5 five",
            "6 six",
            "7 seven",
            "8 eight",
            "9 nine",
        ),
        start=1,
    )
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Measure:
    """`amount` is "extra", "light" or None for as usual; `count` is at least 1."""

    amount: str | None = None
    count: int = 1


def is_measure(word: str) -> bool:
    """Whether a word can tell an amount."""
    return word in _EXTRA or word in _LIGHT or word in _COUNTS or word.removesuffix("s") in UNITS


def measure(words: Words) -> Measure:
    """What words of measure, and others among them, come to; the last amount said counts."""
    amount = None
    for word in words:
        if word in _EXTRA or word in _LIGHT:
            amount = "extra" if word in _EXTRA else "light"
    return Measure(amount, max([1, *(_COUNTS[word] for word in words if word in _COUNTS)]))
