"""Lines of a cart or an order, and what is wrong with them."""

from decimal import Decimal
from typing import Literal

from tools.kit.row import Row


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


class ConflictingLine(Row):
    """A line that was not added, or not made more, because it goes against the customer's rules.

    `index` is its place among the lines of the call, from 0; `line_no` that of one in the cart.
    """

    index: int
    item_id: str
    item_name: str
    line_no: int | None = None
    conflicts: tuple[Conflict, ...]
