"""Amounts of ingredients: "3 litres" of what is counted in l, "500 g" of what is in kg."""

import re
from collections.abc import Mapping
from decimal import Decimal

from tools.menu import words_of
from tools.menu.normalise import vocabulary

_THOUSANDTH = Decimal("0.001")
_KINDS: tuple[tuple[str, Decimal, frozenset[str]], ...] = (
    ("l", Decimal(1), vocabulary("l lt ltr ltrs litre litres liter liters")),
    ("l", _THOUSANDTH, vocabulary("ml mls millilitre millilitres milliliter milliliters")),
    ("kg", Decimal(1), vocabulary("kg kgs kilo kilos kilogram kilograms")),
    ("kg", _THOUSANDTH, vocabulary("g gm gms gram grams gr")),
)
_UNITS: Mapping[str, tuple[str, Decimal]] = {
    word: (kind, factor) for kind, factor, words in _KINDS for word in words
}
UNIT_WORDS = frozenset(_UNITS)
_TOLD = re.compile(r"\s*(\d{1,10}(?:\.\d{1,3})?)\s*([^\W\d_]*)\s*")


def unit_in(words: str) -> str:
    """The first word among these that is a unit; empty where none is."""
    return next((word for word in words_of(words) if word in UNIT_WORDS), "")


def in_unit(amount: Decimal, said: str, unit: str) -> Decimal | None:
    """The amount in another unit; `said` empty is that one. None: they do not measure the same.

    A unit that is none of ours ("packet") is only itself.
    """
    if not said or said.casefold() == unit.casefold():
        return amount
    kind, factor = _UNITS.get(said.casefold(), (said.casefold(), Decimal(1)))
    wanted, parts = _UNITS.get(unit.casefold(), (unit.casefold(), Decimal(1)))
    return amount * factor / parts if kind == wanted else None


def told_amount(words: str) -> tuple[Decimal, str] | None:
    """ "3 l", "0.5", "500ml": the number and the unit said; None: it is no amount."""
    found = _TOLD.fullmatch(words)
    return (Decimal(found[1]), found[2]) if found else None


def plain(amount: Decimal) -> str:
    """A number as people write it: 3 and not 3.000."""
    written = f"{amount:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
