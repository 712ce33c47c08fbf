"""The outbox as the operator sees it: what waits, and what could not be delivered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import psycopg
from psycopg import Connection
from psycopg.rows import class_row

from db.tenants import acting_for

OVERDUE = """
select count(*) from cold.outbox
where channel is not null and status = 'new' and next_at < now() - interval '10 minutes'
"""
DEAD = """
select t.slug, b.channel, b.topic, o.order_no, b.attempts, b.error, b.created_at
from cold.outbox b
join cold.tenants t using (tenant_id)
left join cold.orders o using (tenant_id, order_id)
where t.slug = %s and b.status = 'dead' order by b.created_at
"""


@dataclass(frozen=True, slots=True)
class DeadNotice:
    """A notice that was given up."""

    slug: str
    channel: str | None
    topic: str
    order_no: int | None
    attempts: int
    error: str | None
    created_at: datetime


def dead_notices(dsn: str) -> list[DeadNotice]:
    """The dead notices of every shop, oldest first within each."""
    found: list[DeadNotice] = []
    for slug, connection in _every_shop(dsn):
        with connection.cursor(row_factory=class_row(DeadNotice)) as cursor:
            found += cursor.execute(DEAD, (slug,)).fetchall()
    return found


def overdue_notices(dsn: str) -> int:
    """How many notices should have gone out ten minutes ago, and were not given up."""
    return sum(
        row[0]
        for _, connection in _every_shop(dsn)
        if (row := connection.execute(OVERDUE).fetchone())
    )


def revive_notices(dsn: str) -> int:
    """Give every dead notice another chance; returns how many."""
    with psycopg.connect(dsn) as connection:
        connection.execute("set local role hotcart_bot")
        rows = connection.execute(
            "select app.revive_notices((shop ->> 'tenant_id')::uuid)"
            " from jsonb_array_elements(app.list_tenants()) shop"
        )
        return sum(row[0] for row in rows.fetchall())


def _every_shop(dsn: str) -> Iterator[tuple[str, Connection]]:
    with psycopg.connect(dsn) as connection:
        slugs = connection.execute("select slug from cold.tenants order by slug").fetchall()
    for (slug,) in slugs:
        with acting_for(dsn, slug) as connection:
            yield slug, connection
