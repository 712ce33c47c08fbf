"""Numbers of a stock: pieces, or an amount with its unit: "20", "3 litres", "500ml"."""

import re
from dataclasses import dataclass

from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Tokens
from tools.kit.call import Json
from tools.kit.staff.measures import UNIT_WORDS

_TOGETHER = re.compile(r"(-?\d{1,10}(?:\.\d{1,3})?)([^\W\d_]{1,12})")
_AMOUNT = re.compile(r"\d{1,10}\.\d{1,3}")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number as said: an int, or the text when it is no whole number. `length` is in tokens."""

    value: int | str
    length: int
    unit: str = ""

    @property
    def args(self) -> dict[str, Json]:
        """It, as update_stock takes it."""
        if isinstance(self.value, str) and _AMOUNT.fullmatch(self.value):
            return {"amount": self.value}
        return {"pieces": self.value}


def read_measure(tokens: Tokens, at: int) -> Measure | None:
    """The number that begins at a token, with the unit it is said in; None: there is none."""
    token = tokens[at]
    if together := _TOGETHER.fullmatch(token.word):
        number, unit = together.groups()
        return Measure(_digits(number), 1, unit) if unit in UNIT_WORDS else None
    unit = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if token.kind == "number" and unit in UNIT_WORDS:
        return Measure(_digits(token.word), 2, unit)
    number = read_number(tokens, at)
    if number is None:
        return None
    behind = at + number.length
    unit = tokens[behind].word if behind < len(tokens) else ""
    spelled = token.kind == "word" and unit in UNIT_WORDS
    return Measure(number.value, number.length + spelled, unit if spelled else "")


def _digits(text: str) -> int | str:
    return int(text) if text.removeprefix("-").isdecimal() else text
