"""What every SQL function of a turn returns: the session as it stands after the call."""

from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime

from tools.kit.row import Row
from tools.kit.staff.record import StaffRecord


class ChosenOption(Row):
    """An option of a line.

    `amount` is light, extra …; `count` is for countable options (two shots). `price` is that of a
    variant, in place of the dish's own.
    """

    group_id: str
    option_id: str
    name: str
    amount: str | None = None
    count: int = 1
    price_delta: Decimal = Decimal(0)
    price: Decimal | None = None


class RemovedThing(Row):
    """What a line is made without: an option of a negatable group."""

    group_id: str
    option_id: str
    name: str


class Refusal(Row):
    """Why a dish cannot be ordered at the moment it is wanted for.

    `when` tells in words when it can: "07:00-11:30". `left` is how many pieces there are: where
    others hold all of them, it is sold out with 0 left. `order_type` is the one it is not for. Of
    a line in the cart it may be an option, named in `item`, that is no longer to be had.
    """

    reason: Literal["unknown", "sold_out", "closed", "not_served", "order_type", "stock", "option"]
    item: str = ""
    when: str | None = None
    left: int | None = None
    order_type: str | None = None


class Conflict(Row):
    """What of a line goes against the customer's rules. `because` is the dish or the option."""

    kind: Literal["allergen", "diet"]
    what: str
    because: str


class Dietary(Row):
    """What a customer may not eat.

    `unchecked` are allergies no dish of the shop is marked with, so that nothing can be blocked;
    `kept` tells that they are remembered for the next time.
    """

    allergens: tuple[str, ...] = ()
    diets: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    kept: bool = False

    def __bool__(self) -> bool:
        return bool(self.allergens or self.diets or self.unchecked)


class CartLine(Row):
    """A line: item + options + removals + note.

    `line_no` names it in buttons for the whole session. `accepted` are the conflicts the customer
    accepted ("allergen:peanut"); `refusal` and `conflicts` are filled where the cart is shown.
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
    accepted: tuple[str, ...] = ()
    refusal: Refusal | None = None
    conflicts: tuple[Conflict, ...] = ()


class ChangedLine(CartLine):
    """A line this call changed.

    `delta` is the change of quantity; `quantity` is what is left (0: gone). `was` is what a piece
    of it cost in the cart before, where adding to it has changed that.
    """

    delta: int = 0
    was: Decimal | None = None


class Checkout(Row):
    """An open quote: what a confirm button refers to. `pickup_at` None: as soon as it is ready."""

    checkout_id: UUID
    order_type: str
    total: Decimal
    pickup_at: AwareDatetime | None = None
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
    pickup_at: AwareDatetime | None = None
    dietary: Dietary = Dietary()
    lines: tuple[CartLine, ...] = ()


class Difference(Row):
    """Why a confirmed quote no longer holds for an item.

    `option` is what can no longer be had of a line; `conflicts` are those not yet accepted. Of the
    kind order_type, `order_type` is the one it is not for, and `offered` are those it is for. What
    concerns the whole order (closed, order_type) has no item_name. `removed`: what is unavailable
    is no longer on the menu.
    """

    kind: Literal[
        "price",
        "unavailable",
        "not_served",
        "stock",
        "closed",
        "order_type",
        "option",
        "conflict",
        "cart",
    ]
    item_name: str
    line_no: int | None = None
    option: str | None = None
    when: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    was: Decimal | None = None
    now: Decimal | None = None
    left: int | None = None
    order_type: str | None = None
    offered: tuple[str, ...] = ()
    removed: bool = False


class ConflictingLine(Row):
    """A line that was not added, or not made more, because it goes against the customer's rules.

    `index` is its place among the lines of the call, from 0; `line_no` that of one in the cart.
    """

    index: int
    item_id: str
    item_name: str
    line_no: int | None = None
    conflicts: tuple[Conflict, ...]


class ShownDish(Row):
    """A dish of the page shown. `position` is what "the second one" refers to."""

    position: int
    item_no: int
    refusal: Refusal | None = None


class Shown(Row):
    """The page of dishes a search has put before the customer.

    `count` is how many dishes there are in all; `left_out` were not counted, for his rules.
    """

    dishes: tuple[ShownDish, ...]
    page: int
    count: int
    left_out: int = 0


class Spent(Row):
    """What a shop has spent on models on a day of its own, and its own bound, where it has one."""

    day: date
    tokens: int
    daily_tokens: int | None = None


class SessionView(Row):
    """The session after a call. Money is exact; `total` is the sum of the active lines.

    `language` is the one the customer has chosen to be answered in. `spent` is told when
    understanding the message asked a model.
    """

    session_id: str
    seq: int
    step: str
    replayed: bool = False
    menu_version: int
    currency: str
    lines: tuple[CartLine, ...] = ()
    total: Decimal = Decimal("0.00")
    last_item_name: str | None = None
    dietary: Dietary = Dietary()
    pickup_at: AwareDatetime | None = None
    language: str | None = None
    changed: tuple[ChangedLine, ...] = ()
    ask_lines: tuple[int, ...] = ()
    checkout: Checkout | None = None
    order: Order | None = None
    orders: tuple[Order, ...] = ()
    differences: tuple[Difference, ...] = ()
    conflicts: tuple[ConflictingLine, ...] = ()
    shown: Shown | None = None
    spent: Spent | None = None
    staff: StaffRecord | None = None

    @property
    def item_count(self) -> int:
        """How many pieces are in the cart, over all lines."""
        return sum(line.quantity for line in self.lines)
