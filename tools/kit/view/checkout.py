"""An open quote, and the ways to have and to pay it."""

from decimal import Decimal
from uuid import UUID

from pydantic import AwareDatetime

from tools.kit.row import Row
from tools.kit.view.quote import Quote


class Way(Row):
    """How an order is had. `offered` are all the ways of the shop.

    `is_located`: a location was shared. `fee` and `minutes` are those of the zone.
    """

    order_type: str
    offered: tuple[str, ...] = ()
    table_no: str | None = None
    address: str | None = None
    is_located: bool = False
    zone: str | None = None
    fee: Decimal | None = None
    minutes: int | None = None


class PaymentWay(Row):
    """A way to pay that fits; `now`: in the chat or by phone, not at the counter or the door."""

    method: str
    now: bool = False


class Checkout(Row):
    """An open quote: what a confirm button refers to. `pickup_at` None: as soon as it is ready."""

    checkout_id: UUID
    order_type: str
    total: Decimal
    pickup_at: AwareDatetime | None = None
    expires_at: AwareDatetime
    quote: Quote = Quote()
    way: Way | None = None
    payment_ways: tuple[PaymentWay, ...] = ()
