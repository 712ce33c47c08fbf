"""What is sold: an order, its lines, and the rows of its bill."""

from dataclasses import dataclass, field
from decimal import Decimal

Lines = dict[str, int]
"""Pieces by dish."""
Rows = list[tuple[str, Decimal]]
"""What a bill says, line by line."""
GONE = frozenset({"cancelled", "declined"})
OVER = GONE | {"completed"}
WAYS = {
    "in cash": "cash",
    "by card": "card",
    "by UPI": "upi",
    "by card in Telegram": "telegram",
}


@dataclass
class Sale:
    """An order. `alone`: at a table, and not on its bill. `promised`: the time it was promised for,
    `times`: that of each step.
    """

    number: int
    kind: str
    lines: Lines
    prices: dict[str, Decimal]
    zone: str | None = None
    table: str | None = None
    guest: str | None = None
    alone: bool = False
    coupon: str | None = None
    status: str = "placed"
    promised: str = ""
    times: dict[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether anybody pays for it."""
        return self.status not in GONE


def total(rows: Rows) -> Decimal:
    """The sum of a bill."""
    return sum((amount for _, amount in rows), Decimal())


def minutes_of(at: str) -> int:
    """ "19:05" in minutes since midnight."""
    hours, minutes = at.split(":")
    return int(hours) * 60 + int(minutes)
