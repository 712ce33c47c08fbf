"""What goes out beside a reply where a channel can send it: an invoice to pay, a code to scan,
a chart to look at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Invoice:
    """Asks for the money of a tender. `prices` are labels and amounts in minor units, signed."""

    payment_id: UUID
    title: str
    description: str
    currency: str
    prices: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """What is to be paid, in minor units."""
        return sum(amount for _, amount in self.prices)


@dataclass(frozen=True, slots=True)
class PayCode:
    """A link that pays when it is opened, or scanned as a QR code; `caption` says what it pays."""

    link: str
    caption: str


@dataclass(frozen=True, slots=True)
class Point:
    """A column or bar of a chart: what stands under or beside it, how long it is, what is on it."""

    label: str
    value: Decimal
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures. `kind`: upright columns in time, or bars that lie.

    The title says what it shows, `unit` in what, and by which clock.
    """

    kind: Literal["columns", "bars"]
    title: str
    unit: str
    points: tuple[Point, ...]


Enclosure = Invoice | PayCode | Chart


def in_minor_units(amounts: Sequence[Decimal], digits: int) -> list[int]:
    """Amounts as whole minor units that come to exactly what the amounts come to.

    A unit that an amount cannot be parted into goes to its neighbour. Raises ValueError where the
    currency, with so many `digits`, has no such sum.
    """
    reached = [amount.scaleb(digits) for amount in accumulate(amounts)]
    if reached and reached[-1] != reached[-1].to_integral_value():
        raise ValueError(f"{sum(amounts)} is no sum in a currency with {digits} decimals")
    steps = [int(amount.to_integral_value()) for amount in reached]
    return [step - before for before, step in zip([0, *steps], steps, strict=False)]
