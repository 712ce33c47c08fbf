"""The session as it stands after a call."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import AwareDatetime

from tools.kit.row import Row
from tools.kit.staff.record import StaffRecord
from tools.kit.view.checkout import Checkout, Way
from tools.kit.view.line import CartLine, ChangedLine, ConflictingLine, Dietary
from tools.kit.view.order import Order, OrderChange, Receipt, Review
from tools.kit.view.payment import Payment, Tender
from tools.kit.view.quote import CouponRefusal, Difference, Discount, Quote
from tools.kit.view.shown import Shown
from tools.kit.view.tab import Tab


class Spent(Row):
    """What a shop has spent on models on a day of its own, and its own bound, where it has one."""

    day: date
    tokens: int
    daily_tokens: int | None = None


class SessionView(Row):
    """The session after a call. Money is exact; `total` is the sum of the active lines.

    `language` is the one the customer has chosen to be answered in. `spent` is told when
    understanding the message asked a model.

    `discount` and `coupon` answer a promo code just given: what it takes off, or why it does not.
    `way` is how an order is had, settled before there is a dish in the cart. `invoice` is to be
    sent; `payment` has just arrived; `payments` are the customer's latest. `change` is one of a
    placed order, asked for or made. `tab` is what a table has, `tabs` are all that are open.
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
    order_type: str | None = None
    quote: Quote | None = None
    discount: Discount | None = None
    coupon: CouponRefusal | None = None
    way: Way | None = None
    invoice: Tender | None = None
    payment: Payment | None = None
    payments: tuple[Payment, ...] = ()
    payment_refusal: Literal["placed", "gone", "amount", "changed"] | None = None
    change: OrderChange | None = None
    receipt: Receipt | None = None
    review: Review | None = None
    tab: Tab | None = None
    tabs: tuple[Tab, ...] = ()

    @property
    def item_count(self) -> int:
        """How many pieces are in the cart, over all lines."""
        return sum(line.quantity for line in self.lines)
