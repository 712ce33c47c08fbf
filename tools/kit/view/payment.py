"""Tenders: what is to be paid, was paid and goes back."""

from decimal import Decimal
from typing import Literal
from uuid import UUID

from tools.kit.row import Row


class Payee(Row):
    """To whom a payment by UPI goes."""

    upi_id: str
    name: str


class Payment(Row):
    """A tender. `reference` tells it from others; `pay_to` while it waits for the customer.

    `refunded` has gone back of it, and `to_refund` still has to.
    """

    method: str
    status: Literal["due", "pending", "paid", "failed", "void", "refund_due", "refunded"]
    amount: Decimal
    refunded: Decimal = Decimal(0)
    to_refund: Decimal = Decimal(0)
    payment_id: UUID | None = None
    reference: str | None = None
    pay_to: Payee | None = None


class Tender(Row):
    """An invoice that waits to be paid. `digits` are the decimals of the currency."""

    payment_id: UUID
    amount: Decimal
    currency: str
    digits: int
