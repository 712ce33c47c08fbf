"""The rules a shop has, in the form its file would have."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypeVar

from psycopg import Connection
from psycopg.rows import dict_row

from db.menu.format import Part
from db.shop.canonical import canonical
from db.shop.format import (
    Coupon,
    DiningTable,
    Fee,
    Money,
    OfferedType,
    Payments,
    Receipts,
    ShopFile,
    Slots,
    TaxClass,
    TaxPart,
    Zone,
)
from db.tenants import TenantError, unknown

P = TypeVar("P", bound=Part)
Row = dict[str, object]

SHOP = """
select currency, prices_include_tax, rounding, default_tax_class as tax_class, payment_methods,
  upi_id, slot_minutes as minutes, slot_capacity as capacity, legal_name, address, tax_number,
  receipt_prefix as prefix, prep_minutes, accept_minutes, cancel_until
from cold.tenants where slug = %s
"""
TAXES = """
select tax_class, tax_name as name, rate from cold.tax_part order by tax_class, position, tax_name
"""
FEES = """
select fee_id as id, name, case kind when 'flat' then amount end as flat,
  case kind when 'per_piece' then amount end as per_piece,
  case kind when 'percent' then amount end as percent, order_types, tax_class, free_from
from cold.fee order by position, fee_id
"""
ORDER_TYPES = """
select y.order_type_name as order_type, coalesce(r.minimum_order, 0) as minimum_order,
  t.default_order_type_id is not distinct from y.order_type_id as usual
from cold.tenant_order_type o
join cold.tenants t using (tenant_id)
join cold.order_type_table y using (order_type_id)
left join cold.order_rule r on r.tenant_id = o.tenant_id and r.order_type_id = o.order_type_id
"""
TABLES = "select table_no, seats from cold.dining_table"
ZONES = """
select zone_id as id, name, latitude, longitude, radius_m, areas, fee, free_from, minimum_order,
  minutes
from cold.delivery_zone order by position, zone_id
"""
COUPONS = """
select code, amount, percent, most, item_id as free_item, minimum_order, order_types, valid_from,
  valid_until, total_limit, customer_limit
from cold.coupon where is_active
"""


def shop_rules(connection: Connection, slug: str) -> ShopFile:
    """The rules of the shop the connection acts for. Raises TenantError.

    They are not checked: what was put into the tables otherwise is told as it is.
    """
    rows = _rows(connection, SHOP, slug)
    if not rows:
        raise TenantError(unknown(slug))
    shop = rows[0]
    parts: dict[str, list[TaxPart]] = defaultdict(list)
    for row in _rows(connection, TAXES):
        parts[str(row.pop("tax_class"))].append(_made(TaxPart.model_construct, row))
    classes = [TaxClass.model_construct(tax_class=name, parts=its) for name, its in parts.items()]
    whole: Row = {
        "currency": shop["currency"],
        "money": _made(Money.model_construct, shop | {"taxes": classes}),
        "fees": _all(connection, Fee.model_construct, FEES),
        "order_types": _all(connection, OfferedType.model_construct, ORDER_TYPES),
        "payments": _made(Payments.model_construct, shop | {"ways": shop["payment_methods"]}),
        "tables": _all(connection, DiningTable.model_construct, TABLES),
        "zones": _all(connection, Zone.model_construct, ZONES),
        "slots": None if shop["minutes"] is None else _made(Slots.model_construct, {**shop}),
        "coupons": _all(connection, Coupon.model_construct, COUPONS),
        "receipts": _made(Receipts.model_construct, {**shop}),
        "prep_minutes": shop["prep_minutes"],
        "accept_minutes": shop["accept_minutes"],
        "cancel_until": shop["cancel_until"],
    }
    return canonical(_made(ShopFile.model_construct, whole))


def _rows(connection: Connection, query: str, *args: object) -> list[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query.encode(), args).fetchall()


def _all(connection: Connection, make: Callable[..., P], query: str) -> list[P]:
    return [_made(make, row) for row in _rows(connection, query)]


def _made(make: Callable[..., P], row: Row) -> P:
    for name, read in _READ.items():
        if row.get(name) is not None:
            row[name] = read(row[name])
    return make(**row)


def _hundredths(amount: object) -> int:
    return int(Decimal(str(amount)) * 100)


def _rate(rate: object) -> Decimal:
    return Decimal(str(rate)).normalize()


def _utc(at: object) -> object:
    return at.astimezone(UTC) if isinstance(at, datetime) else at


_READ: Mapping[str, Callable[[object], object]] = {
    "rounding": _hundredths,
    "flat": _hundredths,
    "per_piece": _hundredths,
    "free_from": _hundredths,
    "minimum_order": _hundredths,
    "fee": _hundredths,
    "amount": _hundredths,
    "most": _hundredths,
    "rate": _rate,
    "percent": _rate,
    "valid_from": _utc,
    "valid_until": _utc,
}
