"""How a result finds its words: one catalogue of messages and one way to write money."""

from collections.abc import Sequence
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
