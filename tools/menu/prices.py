"""What is said about prices: "under 100", "between 50 and 80", "the cheapest"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tools.menu.model import MenuItem

_MARK = r"(?:₹|\$|€|£|\b(?:rs|inr|usd|eur|gbp)\.?)"
_UNIT = r"(?:[₹$€£]|/-|(?:rs|inr|usd|eur|gbp|rupees?|bucks|dollars?|euros?|pounds?)(?!\w)\.?)"
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,6}(?:[.,]\d{1,2})?"
_SUM = rf"(?:{_MARK}\s*)?({_NUMBER})(?![.,]?\d)(?:\s*{_UNIT})*(?!\w)"
_COUNTS = (
    # Side, whether the sum itself is meant too, how it is said. "Not more than" before "more than".
    ("most", True, rf"(?:not? more than|not over|at most|up ?to|within|max(?:imum)?|<=)\s*{_SUM}"),
    ("least", True, rf"(?:not? less than|at least|starting (?:at|from)|min(?:imum)?|>=)\s*{_SUM}"),
    ("most", False, rf"(?:under|below|less than|lower than|cheaper than|<)\s*{_SUM}"),
    ("least", False, rf"(?:over|above|more than|costlier than|>)\s*{_SUM}"),
    ("most", True, rf"{_SUM}\s*(?:(?:or|and) (?:less|below|under)|max(?:imum)?)(?!\w)"),
    ("least", True, rf"{_SUM}\s*(?:(?:or|and) (?:more|above|over)|min(?:imum)?)(?!\w)"),
    ("most", True, rf"(?={_MARK}|[\d.,]+\s*{_UNIT}){_SUM}"),  # "something for ₹50"
)
_BOUNDS = tuple(
    (side, inclusive, re.compile(rf"(?<!\w){said}")) for side, inclusive, said in _COUNTS
)
_BETWEEN = re.compile(
    rf"(?<!\w)(?:between\s*{_SUM}\s*(?:and|to|-|\u2013)|(?:from\s*)?{_SUM}\s*(?:to|-|\u2013))\s*{_SUM}"
)
_CHEAPEST = re.compile(r"\b(?:cheap(?:est|er)?|lowest(?: pric\w+)?|least expensive|inexpensive)\b")
_DEAREST = re.compile(r"\b(?:most expensive|expensive|costl(?:y|iest)|priciest|highest pric\w+)\b")


@dataclass(frozen=True, slots=True)
class Bound:
    """A sum that prices may not pass; `inclusive`: they may be equal to it."""

    side: str
    sum: Decimal
    inclusive: bool

    def holds(self, price: Decimal) -> bool:
        """Whether a price is on the right side."""
        if price == self.sum:
            return self.inclusive
        return price < self.sum if self.side == "most" else price > self.sum


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices that were asked for, in the shop's currency, and in which order to list them."""

    bounds: tuple[Bound, ...] = ()
    order: Literal["cheapest", "dearest"] | None = None

    @property
    def at_least(self) -> Decimal | None:
        """The lower sum that was said."""
        return next((bound.sum for bound in self.bounds if bound.side == "least"), None)

    @property
    def at_most(self) -> Decimal | None:
        """The upper sum that was said."""
        return next((bound.sum for bound in self.bounds if bound.side == "most"), None)

    def of(self, items: Sequence[MenuItem]) -> Sequence[MenuItem]:
        """The dishes at such prices, in the order that was asked for or else their own."""
        if self == Prices():
            return items
        fitting = [item for item in items if all(bound.holds(item.price) for bound in self.bounds)]
        if self.order:
            fitting.sort(key=lambda item: item.price, reverse=self.order == "dearest")
        return tuple(fitting)

    def nearest(self, items: Sequence[MenuItem]) -> tuple[MenuItem, ...]:
        """The dishes, the least beyond a bound first."""

        def beyond(item: MenuItem) -> Decimal:
            return min(abs(item.price - bound.sum) for bound in self.bounds)

        return tuple(sorted(items, key=beyond)) if self.bounds else tuple(items)


def prices_in(text: str) -> tuple[Prices, str]:
    """The prices a text asks for, and the rest of the text. A bare number is no price.

    >>> prices_in("dosa under 80")[1]
    'dosa '
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    bounds: list[Bound] = []
    if between := _BETWEEN.search(text):
        low, high = sorted(_sum(digits) for digits in between.groups() if digits)
        bounds = [Bound("least", low, True), Bound("most", high, True)]
        text = _without(text, between)
    for side, inclusive, said in _BOUNDS:
        if found := said.search(text):
            bounds.append(Bound(side, _sum(found[1]), inclusive))
            text = _without(text, found)
    if found := _CHEAPEST.search(text):
        return Prices(tuple(bounds), "cheapest"), _without(text, found)
    if found := _DEAREST.search(text):
        return Prices(tuple(bounds), "dearest"), _without(text, found)
    return Prices(tuple(bounds)), text


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _sum(digits: str) -> Decimal:
    """ "1,000" is a thousand, "4,50" four and a half."""
    thousands = re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits)
    return Decimal(digits.replace(",", "" if thousands else "."))
