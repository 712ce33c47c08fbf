"""English without a catalogue: the words a tool chose, as a test reads them."""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

from tools.kit.speech import Word


class PlainSpeech:
    """A Speech for tests: rupees, no translation."""

    def __call__(self, sentence: str, /, **words: Word) -> str:
        """The sentence with its {words} filled in."""
        return sentence.format_map(
            {
                name: self.money(word) if isinstance(word, Decimal) else word
                for name, word in words.items()
            }
        )

    def count(self, number: int, one: str, many: str, /, **words: Word) -> str:
        """`one` for exactly one, else `many`."""
        return self(one if number == 1 else many, number=number, **words)

    def money(self, amount: Decimal) -> str:
        """ "₹160", "₹12.50", "-₹10"."""
        sign = "-" if amount < 0 else ""
        whole = amount == amount.to_integral_value()
        return f"{sign}₹{abs(amount):.0f}" if whole else f"{sign}₹{abs(amount):.2f}"

    def join(self, phrases: Sequence[str]) -> str:
        """ "a, b and c"."""
        *first, last = phrases
        return f"{', '.join(first)} and {last}" if first else last

    def clock(self, at: time) -> str:
        """ "19:30"."""
        return f"{at:%H:%M}"

    def day(self, on: date) -> str:
        """ "24 December"."""
        return f"{on.day} {on:%B}"

    def weekday(self, number: int, *, short: bool = False) -> str:
        """ "Monday"."""
        name = f"{date(2024, 1, 1 + number):%A}"  # a Monday, and the days after it
        return name[:3] if short else name
