"""Keeps a partition of warm.session_events ready for this month and the next three."""

from psycopg import Connection, sql

from db.fence import fence

MONTHS_AHEAD = 3

MISSING = """
select to_char(m, '"session_events_"YYYY_MM'),
       m::timestamptz::text, (m + interval '1 month')::timestamptz::text
from generate_series(date_trunc('month', now() at time zone 'UTC'),
                     date_trunc('month', now() at time zone 'UTC') + make_interval(months => %s),
                     interval '1 month') m
where to_regclass('warm.' || to_char(m, '"session_events_"YYYY_MM')) is null
  -- Events that arrived before their partition stay where they are: in the default one.
  and not exists (select from warm.session_events_default e
                  where e."timestamp" >= m::timestamptz
                    and e."timestamp" < m::timestamptz + interval '1 month')
"""


def ensure_partitions(connection: Connection) -> list[str]:
    """Create what is missing and return the names.

    Runs in the caller's transaction, as the tables' owner.
    """
    connection.execute("set local timezone = 'UTC'")
    missing = connection.execute(MISSING, (MONTHS_AHEAD,)).fetchall()
    if missing:
        connection.execute("set local role hotcart_owner")
        for name, start, end in missing:
            connection.execute(
                sql.SQL(
                    "create table {} partition of warm.session_events for values from ({}) to ({})"
                ).format(sql.Identifier("warm", name), sql.Literal(start), sql.Literal(end))
            )
            connection.execute(fence(f"warm.{name}").encode())
        connection.execute("reset role")
    return [name for name, _, _ in missing]
