"""What a SQL function for staff tells beside the session."""

from datetime import date
from decimal import Decimal

from pydantic import AwareDatetime

from tools.kit.row import Row


class StockItem(Row):
    """A dish as staff see it.

    `quantity` None: it is not counted; `held` pieces are kept for open checkouts. Not `available`:
    marked sold out, `until` then, None: until told otherwise.
    """

    item_id: str
    item_name: str
    quantity: int | None = None
    held: int = 0
    available: bool = True
    until: AwareDatetime | None = None


class Sold(Row):
    """A dish of a report: how many pieces were sold, and for how much."""

    item_name: str
    quantity: int
    revenue: Decimal


class Sales(Row):
    """What a shop took from its day `first` to `last`, both included."""

    first: date
    last: date
    orders: int
    revenue: Decimal
    average: Decimal
    top: tuple[Sold, ...] = ()


class Value(Row):
    """A value a change was taken back to. None: it is not of that kind, or not counted."""

    quantity: int | None = None
    is_available: bool | None = None
    status: str | None = None


class Undone(Row):
    """A change that was taken back, and the value there is again."""

    action: str
    item: str = ""
    table: str | None = None
    order_no: int | None = None
    before: Value = Value()


class StaffRecord(Row):
    """What a call by staff did or found; only what its function tells is filled.

    Not `changed`: all was so already; `before`: the stock before; `was`: the status of an order
    before; `next`: what the person can do with it now; `amount`: the money that came in or went
    back, by `method`; `left`: what of an order has still to go back.
    """

    items: tuple[StockItem, ...] = ()
    changed: bool = True
    before: int | None = None
    was: str | None = None
    sales: Sales | None = None
    table: str | None = None
    undone: tuple[Undone, ...] = ()
    next: tuple[str, ...] = ()
    amount: Decimal | None = None
    method: str | None = None
    left: Decimal | None = None
