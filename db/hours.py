"""When a shop is open, in its own time: `hotcart tenant hours`."""

from collections.abc import Mapping, Sequence
from datetime import date

from psycopg import Connection

from db.hours_format import Hours, Window
from db.tenants import acting_for, tenant_id_of


def set_hours(
    dsn: str,
    slug: str,
    *,
    week: Mapping[int, Sequence[Window]] | None = None,
    special: Mapping[date, Window | None] | None = None,
    usual: Sequence[date] = (),
    last_order_minutes: int | None = None,
) -> Hours:
    """Change what is given, if anything, and return the hours with the special days to come.

    `week` is the whole week, empty: always open; `usual` are dates that are no longer special.

    Raises TenantError.
    """
    with acting_for(dsn, slug) as connection:
        tenant = tenant_id_of(connection, slug)
        if week is not None:
            connection.execute("delete from cold.opening_hours where tenant_id = %s", (tenant,))
            for day, windows in week.items():
                for window in windows:
                    connection.execute(
                        "insert into cold.opening_hours values (%s, %s, %s, %s)",
                        (tenant, day, window.opens, window.closes),
                    )
        for when in (*usual, *(special or ())):
            connection.execute(
                "delete from cold.special_day where tenant_id = %s and day = %s", (tenant, when)
            )
        for when, hours in (special or {}).items():
            connection.execute(
                "insert into cold.special_day values (%s, %s, %s, %s)",
                (tenant, when, hours and hours.opens, hours and hours.closes),
            )
        if last_order_minutes is not None:
            connection.execute(
                "update cold.tenants set last_order_minutes = %s where tenant_id = %s",
                (last_order_minutes, tenant),
            )
        return _hours(connection, slug)


def _hours(connection: Connection, slug: str) -> Hours:
    row = connection.execute(
        "select time_zone, last_order_minutes from cold.tenants where slug = %s", (slug,)
    ).fetchone()
    zone, last_order = row or ("", 0)
    week: dict[int, list[Window]] = {}
    for day, opens, closes in connection.execute(
        "select weekday, opens_at, closes_at from cold.opening_hours order by 1, 2"
    ):
        week.setdefault(day, []).append(Window(opens, closes))
    special = {
        day: None if opens is None else Window(opens, closes)
        for day, opens, closes in connection.execute(
            """select day, opens_at, closes_at from cold.special_day
               where day >= (now() at time zone %s)::date - 1 order by day""",
            (zone,),
        )
    }
    return Hours(zone, week, special, last_order)
