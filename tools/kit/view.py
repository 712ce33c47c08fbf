"""What every SQL function of a turn returns: the session as it stands after the call."""

from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Row(BaseModel):
    """A row read from PostgreSQL. Unknown columns are ignored so that a function may grow first."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class ChosenOption(Row):
    """An option of a line.

    `amount` is light, extra …; `count` is for countable options (two shots).
    """

    group_id: str
    option_id: str
    name: str
    amount: str | None = None
    count: int = 1
    price_delta: Decimal = Decimal(0)


class RemovedThing(Row):
    """What a line is made without: an option of a negatable group."""

    group_id: str
    option_id: str
    name: str


class CartLine(Row):
    """A line: item + options + removals + note.

    `line_no` names it in buttons for the whole session.
    """

    line_no: int
    item_id: str
    item_name: str
    quantity: int
    unit_price: Decimal
    line_total: Decimal
    options: tuple[ChosenOption, ...] = ()
    without: tuple[RemovedThing, ...] = ()
    note: str | None = None


class ChangedLine(CartLine):
    """A line this call changed.

    `delta` is the change of quantity; `quantity` is what is left (0: gone).
    """

    delta: int = 0


class Checkout(Row):
    """An open quote: what a confirm button refers to."""

    checkout_id: UUID
    order_type: str
    total: Decimal
    expires_at: AwareDatetime


class Order(Row):
    """A placed order. `order_no` is the number people say; it counts up per shop."""

    order_id: UUID
    order_no: int
    status: str
    order_type: str
    payment_method: str
    total: Decimal
    created_at: AwareDatetime
    lines: tuple[CartLine, ...] = ()


class Difference(Row):
    """Why a confirmed quote no longer holds for an item."""

    kind: Literal["price", "unavailable", "not_served", "stock", "cart"]
    item_name: str
    was: Decimal | None = None
    now: Decimal | None = None
    left: int | None = None


class SessionView(Row):
    """The session after a call. Money is exact; `total` is the sum of the active lines."""

    session_id: str
    seq: int
    step: str
    replayed: bool = False
    menu_version: int
    currency: str
    lines: tuple[CartLine, ...] = ()
    total: Decimal = Decimal("0.00")
    last_item_name: str | None = None
    changed: tuple[ChangedLine, ...] = ()
    ask_lines: tuple[int, ...] = ()
    checkout: Checkout | None = None
    order: Order | None = None
    orders: tuple[Order, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def item_count(self) -> int:
        """How many pieces are in the cart, over all lines."""
        return sum(line.quantity for line in self.lines)
