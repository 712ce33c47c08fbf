"""Writes a shop's rules into its tables."""

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from psycopg import Connection

from db.menu.format import ORDER_TYPES
from db.menu.rows import Row, Table
from db.shop.format import ShopFile

SHOP = """
update cold.tenants set prices_include_tax = %(prices_include_tax)s, rounding = %(rounding)s,
  default_tax_class = %(tax_class)s, payment_methods = %(ways)s, upi_id = %(upi_id)s,
  slot_minutes = %(slot_minutes)s, slot_capacity = %(slot_capacity)s,
  legal_name = %(legal_name)s, address = %(address)s, tax_number = %(tax_number)s,
  receipt_prefix = %(prefix)s, prep_minutes = %(prep_minutes)s,
  accept_minutes = %(accept_minutes)s,
  cancel_until = %(cancel_until)s, default_order_type_id = %(usual)s
where tenant_id = %(tenant)s
"""
# Orders tell of codes they were given: one that is gone is switched off, with all it has counted.
END_CODES = """
update cold.coupon set is_active = false
where tenant_id = %s and is_active and not code = any (%s)
"""
TAXES = Table(
    "tax_part",
    ["tax_class", "tax_name"],
    {"tax_class": "text", "tax_name": "text", "rate": "numeric", "position": "smallint"},
)
FEES = Table(
    "fee",
    ["fee_id"],
    {"fee_id": "text", "name": "text", "kind": "text", "amount": "numeric",
     "order_types": "text[]", "tax_class": "text", "free_from": "numeric",
     "position": "smallint"},
)  # fmt: skip
OFFERED = Table("tenant_order_type", ["order_type_id"], {"order_type_id": "smallint"})
RULES = Table(
    "order_rule", ["order_type_id"], {"order_type_id": "smallint", "minimum_order": "numeric"}
)
TABLES = Table("dining_table", ["table_no"], {"table_no": "text", "seats": "smallint"})
ZONES = Table(
    "delivery_zone",
    ["zone_id"],
    {"zone_id": "text", "name": "text", "latitude": "double precision",
     "longitude": "double precision", "radius_m": "integer", "areas": "text[]", "fee": "numeric",
     "free_from": "numeric", "minimum_order": "numeric", "minutes": "smallint",
     "position": "smallint"},
)  # fmt: skip
COUPONS = Table(
    "coupon",
    ["code"],
    {"code": "text", "kind": "text", "amount": "numeric", "percent": "numeric", "most": "numeric",
     "item_id": "text", "minimum_order": "numeric", "order_types": "text[]",
     "valid_from": "timestamptz", "valid_until": "timestamptz", "total_limit": "integer",
     "customer_limit": "integer", "is_active": "boolean"},
)  # fmt: skip


def write_shop(connection: Connection, tenant: UUID, rules: ShopFile) -> None:
    """Let a shop have these rules and no others. The caller holds the shop's row.

    Rows that are right already are not touched; what codes have counted stays.
    """
    connection.execute(SHOP, _shop(rules) | {"tenant": tenant})
    for table, rows in (
        (TAXES, list(_taxes(rules))),
        (FEES, list(_fees(rules))),
        (OFFERED, [{"order_type_id": number} for number in _offered(rules)]),
        (RULES, list(_rules(rules))),
        (TABLES, [table.model_dump() for table in rules.tables]),
        (ZONES, list(_zones(rules))),
    ):
        table.delete_others(connection, tenant, rows)
        table.upsert(connection, tenant, rows)
    COUPONS.upsert(connection, tenant, list(_coupons(rules)))
    connection.execute(END_CODES, (tenant, [coupon.code for coupon in rules.coupons]))


def _shop(rules: ShopFile) -> dict[str, object]:
    usual = [way.order_type for way in rules.order_types if way.usual]
    return {
        **rules.money.model_dump(exclude={"taxes"}),
        **rules.payments.model_dump(),
        **rules.receipts.model_dump(),
        "rounding": _money(rules.money.rounding),
        "slot_minutes": rules.slots and rules.slots.minutes,
        "slot_capacity": rules.slots and rules.slots.capacity,
        "prep_minutes": rules.prep_minutes,
        "accept_minutes": rules.accept_minutes,
        "cancel_until": rules.cancel_until,
        "usual": ORDER_TYPES.index(usual[0]) + 1 if usual else None,
    }


def _taxes(rules: ShopFile) -> Iterator[Row]:
    for tax in rules.money.taxes:
        for position, part in enumerate(tax.parts):
            yield {
                "tax_class": tax.tax_class,
                "tax_name": part.name,
                "rate": str(part.rate),
                "position": position,
            }


def _fees(rules: ShopFile) -> Iterator[Row]:
    for position, fee in enumerate(rules.fees):
        kinds = {"flat": _money(fee.flat), "per_piece": _money(fee.per_piece)}
        kinds["percent"] = None if fee.percent is None else str(fee.percent)
        kind = next(name for name, value in kinds.items() if value is not None)
        yield {
            "fee_id": fee.id,
            "name": fee.name,
            "kind": kind,
            "amount": kinds[kind],
            "order_types": fee.order_types,
            "tax_class": fee.tax_class,
            "free_from": _money(fee.free_from),
            "position": position,
        }


def _offered(rules: ShopFile) -> list[int]:
    return [ORDER_TYPES.index(way.order_type) + 1 for way in rules.order_types]


def _rules(rules: ShopFile) -> Iterator[Row]:
    for number, way in zip(_offered(rules), rules.order_types, strict=True):
        if way.minimum_order:
            yield {"order_type_id": number, "minimum_order": _money(way.minimum_order)}


def _zones(rules: ShopFile) -> Iterator[Row]:
    for position, zone in enumerate(rules.zones):
        amounts = {
            name: _money(getattr(zone, name)) for name in ("fee", "free_from", "minimum_order")
        }
        yield {**zone.model_dump(exclude={"id"}), **amounts, "zone_id": zone.id,
               "position": position}  # fmt: skip


def _coupons(rules: ShopFile) -> Iterator[Row]:
    for coupon in rules.coupons:
        kinds = {"amount": coupon.amount, "percent": coupon.percent, "free_item": coupon.free_item}
        yield {
            **coupon.model_dump(mode="json"),
            "kind": next(name for name, value in kinds.items() if value is not None),
            "amount": _money(coupon.amount),
            "percent": None if coupon.percent is None else str(coupon.percent),
            "most": _money(coupon.most),
            "item_id": coupon.free_item,
            "minimum_order": _money(coupon.minimum_order),
            "is_active": True,
        }


def _money(hundredths: int | None) -> str | None:
    return None if hundredths is None else str(Decimal(hundredths).scaleb(-2))
