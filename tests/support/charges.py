"""What a shop charges beyond its dishes: put into the demo shop, in place of what it had."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from psycopg import Connection

WIPED = (
    "coupon_redemption",
    "coupon",
    "fee",
    "tax_part",
    "order_rule",
    "delivery_zone",
    "dining_table",
)


@dataclass(frozen=True)
class Fee:
    """A fee, as cold.fee has it."""

    name: str
    amount: str
    kind: str = "flat"
    order_types: tuple[str, ...] = ()
    tax_class: str | None = None
    free_from: str | None = None


@dataclass(frozen=True)
class Coupon:
    """A promo code, as cold.coupon has it. `gives` is the amount, the percentage or the dish."""

    code: str
    gives: str
    kind: str = "amount"
    most: str | None = None
    minimum: str = "0"
    order_types: tuple[str, ...] = ()
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    total_limit: int | None = None
    customer_limit: int | None = None


@dataclass(frozen=True)
class Rules:
    """A shop's rules of money. `classes`: the parts of each tax class, by name and rate. `digits`
    are the decimals of its currency: with none it sells for yen.
    """

    classes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    default_class: str | None = None
    included: bool = True
    rounding: str = "0"
    fees: Sequence[Fee] = ()
    coupons: Sequence[Coupon] = ()
    minimum: Mapping[str, str] = field(default_factory=dict)
    digits: int = 2

    def put(self, db: Connection) -> None:
        """Let the demo shop have these rules and no others."""
        for table in WIPED:
            db.execute(f"delete from cold.{table}".encode())
        db.execute(
            """update cold.tenants set prices_include_tax = %s, default_tax_class = %s,
                 rounding = %s, currency = %s""",
            [self.included, self.default_class, self.rounding, "INR" if self.digits else "JPY"],
        )
        for tax_class, parts in self.classes.items():
            for place, (name, rate) in enumerate(parts.items()):
                db.execute(
                    "insert into cold.tax_part select tenant_id, %s, %s, %s, %s from cold.tenants",
                    [tax_class, name, rate, place],
                )
        for place, fee in enumerate(self.fees):
            db.execute(
                """insert into cold.fee (tenant_id, fee_id, name, kind, amount, order_types,
                     tax_class, free_from, position)
                   select tenant_id, %s, %s, %s, %s, %s, %s, %s, %s from cold.tenants""",
                [
                    *(f"fee_{place}", fee.name, fee.kind, fee.amount, list(fee.order_types)),
                    *(fee.tax_class, fee.free_from, place),
                ],
            )
        for order_type, least in self.minimum.items():
            db.execute(
                """insert into cold.order_rule select t.tenant_id, y.order_type_id, %s
                   from cold.tenants t, cold.order_type_table y where y.order_type_name = %s""",
                [least, order_type],
            )
        for coupon in self.coupons:
            put_coupon(db, coupon)


def put_coupon(db: Connection, coupon: Coupon) -> None:
    """Let the demo shop have a promo code."""
    column = {"amount": "amount", "percent": "percent", "free_item": "item_id"}[coupon.kind]
    db.execute(
        f"""insert into cold.coupon (tenant_id, code, kind, {column}, most, minimum_order,
              order_types, valid_from, valid_until, total_limit, customer_limit)
            select tenant_id, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s from cold.tenants""".encode(),
        [
            *(coupon.code, coupon.kind, coupon.gives, coupon.most, coupon.minimum),
            *(list(coupon.order_types), coupon.valid_from, coupon.valid_until),
            *(coupon.total_limit, coupon.customer_limit),
        ],
    )


def put_tax_class(db: Connection, item_id: str, tax_class: str | None) -> None:
    """Let a dish be taxed so."""
    db.execute("update cold.menu_item set tax_class = %s where item_id = %s", [tax_class, item_id])


def put_price(db: Connection, item_id: str, price: Decimal | str) -> None:
    """Let a dish cost that."""
    db.execute("update cold.menu_item set price = %s where item_id = %s", [price, item_id])
