"""What a cart costs, and what is in the way of ordering it."""

from decimal import Decimal
from typing import Literal

from pydantic import AwareDatetime

from tools.kit.row import Row
from tools.kit.view.line import Conflict


class Discount(Row):
    """What a promo code takes off."""

    code: str
    amount: Decimal


class CouponRefusal(Row):
    """Why a promo code gives nothing; too_many: after as many unknown ones none is looked up.

    `least` and `missing` are of a minimum; `offered` are the order types it is for; `item` is the
    dish it gives.
    """

    code: str
    reason: Literal[
        "unknown",
        "not_yet",
        "expired",
        "used_up",
        "already_used",
        "too_many",
        "minimum",
        "order_type",
        "item",
    ]
    least: Decimal | None = None
    missing: Decimal | None = None
    offered: tuple[str, ...] = ()
    item: str | None = None


class Fee(Row):
    """What is charged beyond the dishes, as the shop calls it."""

    name: str
    amount: Decimal


class Tax(Row):
    """A part of the tax, rounded once. `rate` is in per cent of `base`; included in prices."""

    name: str
    rate: Decimal
    base: Decimal
    amount: Decimal
    included: bool


class QuoteProblem(Row):
    """What is in the way of ordering.

    `least` and `missing` are of a minimum; `offered` are the shop's order types; `tables` those to
    choose from, where they are few; `said` one that was named and there is not; `slots` the next
    free times. Of a delivery, `address` is what is known, `zones` are where the shop delivers,
    `by_location` tells that a location could show what the address does not.
    """

    kind: Literal[
        "order_type_missing",
        "table_missing",
        "address_missing",
        "address_known",
        "out_of_zone",
        "minimum_order",
        "slot_full",
    ]
    least: Decimal | None = None
    missing: Decimal | None = None
    offered: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    said: str | None = None
    slots: tuple[AwareDatetime, ...] = ()
    address: str | None = None
    zones: tuple[str, ...] = ()
    by_location: bool = False


class Charge(Row):
    """What is charged beyond the lines, signed; an included tax is told and not added."""

    kind: Literal["discount", "fee", "tax", "rounding"]
    name: str
    amount: Decimal
    rate: Decimal | None = None
    base: Decimal | None = None
    is_included: bool = False


class Quote(Row):
    """What the cart costs: total = subtotal - discount + fees + tax on top + rounding.

    `coupon` is a code that was given and does not count.
    """

    subtotal: Decimal = Decimal(0)
    discount: Discount | None = None
    coupon: CouponRefusal | None = None
    fees: tuple[Fee, ...] = ()
    taxes: tuple[Tax, ...] = ()
    rounding: Decimal = Decimal(0)
    total: Decimal = Decimal(0)
    ready_at: AwareDatetime | None = None
    problems: tuple[QuoteProblem, ...] = ()

    @property
    def charges(self) -> tuple[Charge, ...]:
        """What it costs beyond its dishes, signed, as its order will have it."""
        found = [Charge(kind="fee", name=fee.name, amount=fee.amount) for fee in self.fees]
        if self.discount and self.discount.amount:
            taken = self.discount
            found.insert(0, Charge(kind="discount", name=taken.code, amount=-taken.amount))
        found += [
            Charge(
                kind="tax",
                name=tax.name,
                amount=tax.amount,
                rate=tax.rate,
                base=tax.base,
                is_included=tax.included,
            )
            for tax in self.taxes
        ]
        if self.rounding:
            found.append(Charge(kind="rounding", name="Rounding", amount=self.rounding))
        return tuple(found)


class Difference(Row):
    """Why a confirmed quote no longer holds for an item.

    `option` is what can no longer be had of a line; `conflicts` are those not yet accepted. Of the
    kind order_type, `order_type` is the one it is not for, and `offered` are those it is for. What
    concerns the whole order (closed, order_type) has no item_name. `removed`: what is unavailable
    is no longer on the menu. A charge is named in item_name; `coupon` tells why a promo code no
    longer counts.
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
        "charge",
        "coupon",
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
    charge: Literal["discount", "fee", "tax", "rounding"] | None = None
    coupon: CouponRefusal | None = None
