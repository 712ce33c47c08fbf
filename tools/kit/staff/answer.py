"""What analytics/sql answers, as typed rows: a class for each question, a field for each column.

What each column means, with its unit and what it leaves out, the file's header says.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from tools.kit.row import Row

Question = Literal[
    "revenue",
    "orders",
    "top_items",
    "new_customers",
    "time_to_ready",
    "unmatched_demand",
    "cancellations",
    "refunds",
    "summary",
]


class Takings(Row):
    """revenue: what was taken in one step; `starts` is in the shop's own time, without a zone."""

    starts: datetime
    orders: int
    revenue: Decimal
    average: Decimal


class OrdersOf(Row):
    """orders: how many of one type there were."""

    order_type: str
    orders: int
    open: int
    cancelled: int


class DishSold(Row):
    """top_items: a dish, how many pieces of it, and for how much."""

    item_id: str
    item_name: str
    quantity: int
    revenue: Decimal


class Buyers(Row):
    """new_customers: who ordered."""

    customers: int
    newcomers: int
    came_back: int
    new_orders: int


class ReadyTimes(Row):
    """time_to_ready: minutes. Without an `order_type` they are of all."""

    order_type: str | None
    orders: int
    median: Decimal
    slow: Decimal
    kitchen: Decimal | None


class Wish(Row):
    """unmatched_demand: what was asked for in vain; without `wish` it is not told what."""

    wish: str | None
    reason: str
    times: int
    customers: int


class Ended(Row):
    """cancellations: orders that came to nothing."""

    status: str
    actor: str
    reason: str | None
    orders: int
    amount: Decimal


class WentBack(Row):
    """refunds: money that went back."""

    method: str
    refunds: int
    amount: Decimal


class Figures(Row):
    """Rows by question. What was not asked for is empty."""

    revenue: tuple[Takings, ...] = ()
    orders: tuple[OrdersOf, ...] = ()
    top_items: tuple[DishSold, ...] = ()
    new_customers: tuple[Buyers, ...] = ()
    time_to_ready: tuple[ReadyTimes, ...] = ()
    unmatched_demand: tuple[Wish, ...] = ()
    cancellations: tuple[Ended, ...] = ()
    refunds: tuple[WentBack, ...] = ()

    @property
    def taken(self) -> Decimal:
        """The revenue of all steps."""
        return sum((one.revenue for one in self.revenue), Decimal(0))

    @property
    def buyers(self) -> Buyers:
        """Who ordered; nobody where it was not asked."""
        nobody = Buyers(customers=0, newcomers=0, came_back=0, new_orders=0)
        return next(iter(self.new_customers), nobody)

    @property
    def counted(self) -> int:
        """The orders of all steps, or of all types."""
        if self.revenue:
            return sum(one.orders for one in self.revenue)
        return sum(one.orders for one in self.orders)


class Answer(Row):
    """The figures of a time, and of the one it is compared with."""

    now: Figures
    before: Figures | None = None


class DaySummary(Answer):
    """The figures of a day, and of the same weekday a week before."""

    day: date
