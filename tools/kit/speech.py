"""How a result finds its words: one catalogue of messages and one way to write money and time."""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import Protocol

Word = str | int | Decimal


class Speech(Protocol):
    """The customer's language. The English sentence is the key of the catalogue."""

    def __call__(self, sentence: str, /, **words: Word) -> str:
        """The sentence with its {words} filled in; a Decimal among them is written as money."""
        ...

    def count(self, number: int, one: str, many: str, /, **words: Word) -> str:
        """`one` or `many` by the language's plural rule, with {number} filled in."""
        ...

    def money(self, amount: Decimal) -> str:
        """An amount in the shop's currency, without decimals where it is whole: 160 -> "₹160"."""
        ...

    def join(self, phrases: Sequence[str]) -> str:
        """ "a, b and c" in the customer's language."""
        ...

    def clock(self, at: time) -> str:
        """A time of day: "7:30 pm"."""
        ...

    def day(self, on: date) -> str:
        """A day of the year: "24 December"."""
        ...

    def weekday(self, number: int, *, short: bool = False) -> str:
        """ "Monday", or "Mon", for 0."""
        ...


def sentence(text: str) -> str:
    """Mark a sentence that is said elsewhere, by `say` and a variable: the catalogues have it."""
    return text
