"""Ways to have an order, put into the demo shop: delivery with its zones, tables, slots."""

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import Connection

# The shop is in the middle of Near; Far is a circle around it, and Lake a locality.
SHOP = (12.971600, 77.594600)
NEARBY = (12.975000, 77.600000)
FAR_OFF = (13.030000, 77.640000)
ELSEWHERE = (13.340000, 77.100000)


@dataclass(frozen=True)
class Zone:
    """A zone, as cold.delivery_zone has it; a circle around the shop, areas, or both."""

    zone_id: str
    radius_m: int | None = None
    areas: tuple[str, ...] = ()
    fee: str = "30"
    minimum: str = "0"
    minutes: int = 25
    free_from: str | None = None
    centre: tuple[float, float] = SHOP


NEAR = Zone("near", 2000, fee="20")
FAR = Zone("far", 12000, fee="60", minimum="300", minutes=45)
LAKE = Zone("lake", areas=("560 034", "Lake View Layout"), fee="30")


def put_delivery(db: Connection, *zones: Zone) -> None:
    """Let the demo shop deliver, to these zones in this order; without any, anywhere."""
    _offer(db, "delivery")
    db.execute("delete from cold.delivery_zone")
    for position, zone in enumerate(zones):
        latitude, longitude = zone.centre if zone.radius_m else (None, None)
        db.execute(
            """insert into cold.delivery_zone
               select tenant_id, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s from cold.tenants""",
            [
                *(zone.zone_id, zone.zone_id.title(), latitude, longitude, zone.radius_m),
                *(list(zone.areas), zone.fee, zone.free_from, zone.minimum, zone.minutes, position),
            ],
        )


def put_tables(db: Connection, tables: Sequence[str]) -> None:
    """Let the demo shop have these tables."""
    _offer(db, "dine_in")
    for table in tables:
        db.execute(
            "insert into cold.dining_table select tenant_id, %s, 4 from cold.tenants", [table]
        )


def put_slots(db: Connection, minutes: int, capacity: int) -> None:
    """Let the demo shop take orders for later in slots."""
    db.execute("update cold.tenants set slot_minutes = %s, slot_capacity = %s", [minutes, capacity])


def put_order_types(db: Connection, *names: str, usual: str | None = None) -> None:
    """Let the demo shop offer these and no others; without a usual one it asks."""
    db.execute("delete from cold.tenant_order_type")
    for name in names:
        _offer(db, name)
    db.execute(
        """update cold.tenants set default_order_type_id = (
             select order_type_id from cold.order_type_table where order_type_name = %s)""",
        [usual],
    )


def _offer(db: Connection, name: str) -> None:
    db.execute(
        """insert into cold.tenant_order_type
           select t.tenant_id, y.order_type_id from cold.tenants t, cold.order_type_table y
           where y.order_type_name = %s on conflict do nothing""",
        [name],
    )
