"""A placed order, its life, its changes and its receipt."""

from decimal import Decimal
from uuid import UUID

from pydantic import AwareDatetime

from tools.kit.row import Row
from tools.kit.view.line import CartLine, Dietary
from tools.kit.view.payment import Payment
from tools.kit.view.quote import Charge, Quote


class Step(Row):
    """A step in the life of an order; `reason` is what was said about it."""

    status: str
    at: AwareDatetime
    reason: str | None = None


class Order(Row):
    """A placed order as it stands. `order_no` is the number people say; it counts up per day.

    `may_change`: its customer may still cancel or change it; `has_receipt`: he can have one. Where
    a delivery goes, `address` and `is_located` (a location was shared), only he is told, and
    whether he may rate it (`may_rate`) or has (`stars`).
    """

    order_id: UUID
    order_no: int
    status: str
    order_type: str
    payment_method: str
    total: Decimal
    created_at: AwareDatetime
    pickup_at: AwareDatetime | None = None
    ready_at: AwareDatetime | None = None
    table_no: str | None = None
    address: str | None = None
    is_located: bool = False
    dietary: Dietary = Dietary()
    subtotal: Decimal = Decimal(0)
    charges: tuple[Charge, ...] = ()
    payments: tuple[Payment, ...] = ()
    lines: tuple[CartLine, ...] = ()
    steps: tuple[Step, ...] = ()
    may_change: bool = False
    has_receipt: bool = False
    may_rate: bool = False
    stars: int | None = None

    @property
    def paid(self) -> Decimal:
        """What the shop has of it and not given back yet."""
        held = ("paid", "refund_due", "refunded")
        return sum(
            (one.amount - one.refunded for one in self.payments if one.status in held), Decimal(0)
        )


class OrderChange(Row):
    """Another quantity of a line of a placed order: `was` becomes `quantity`, and the total too.

    `made`: it is so now; else it is what it would come to.
    """

    line_no: int
    item_name: str
    was: int
    quantity: int
    total_was: Decimal
    total: Decimal
    quote: Quote = Quote()
    made: bool = False


class Receipt(Row):
    """A receipt. `prints` is how often it was handed out; from the second on it is a copy.

    `order_ref` names the order among those of all days; `token` is what makes its link.
    """

    number: str
    token: UUID
    issued_at: AwareDatetime
    prints: int
    shop: str
    legal_name: str | None = None
    address: str | None = None
    tax_number: str | None = None
    order_ref: str
    order: Order


class Review(Row):
    """What a customer thinks of an order he has had. `stars` None: he has not said yet."""

    order_id: UUID
    order_no: int
    stars: int | None = None
    words: str | None = None
