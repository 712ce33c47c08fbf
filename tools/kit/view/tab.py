"""What a table has from sitting down to paying."""

from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime

from tools.kit.row import Row
from tools.kit.view.line import CartLine
from tools.kit.view.quote import Charge


class TabLine(CartLine):
    """A line of a round. `asked_by` is the guest who asked for it; None: the table."""

    order_id: UUID
    order_no: int
    asked_by: str | None = None


class TabBill(Row):
    """A part a tab is paid in. `label` is whose it is, what of, or "1/3"."""

    bill_no: int
    split: Literal["whole", "line", "guest", "equal"]
    label: str
    amount: Decimal
    is_paid: bool = False


class TabRound(Row):
    """What was ordered at once, as an order of its own."""

    order_id: UUID
    order_no: int
    status: str
    created_at: AwareDatetime


class Tab(Row):
    """What a table has from sitting down to paying.

    `charges` are those of all rounds together; `left` is still to be paid. `bills` are what it is
    to be paid in, as far as they were made and hold.
    """

    tab_id: UUID
    table: str
    opened_at: AwareDatetime
    is_open: bool = True
    guests: tuple[str, ...] = ()
    rounds: tuple[TabRound, ...] = ()
    lines: tuple[TabLine, ...] = ()
    charges: tuple[Charge, ...] = ()
    total: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)
    left: Decimal = Decimal(0)
    bills: tuple[TabBill, ...] = ()

    @property
    def open_bills(self) -> tuple[TabBill, ...]:
        """Those not paid yet."""
        return tuple(bill for bill in self.bills if not bill.is_paid)
