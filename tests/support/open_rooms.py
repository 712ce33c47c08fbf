"""Rooms of the demo shop, and what waits in the outbox for them."""

from collections.abc import Sequence

import psycopg

WAITING = """
select topic from cold.outbox
where status = 'new' and next_at <= now() and payload ? 'room_id'
  and (chat = %s or %s::text is null)
order by lane, position
"""


def open_room(
    db: psycopg.Connection,
    kind: str,
    chat: str,
    *,
    stations: Sequence[str] = (),
    alerts: Sequence[str] | None = None,
    channel: str = "telegram",
) -> str:
    """Make a chat a room, with these categories of the menu; returns the chat."""
    db.execute(
        """insert into cold.room
             (tenant_id, channel, chat, kind, stations, alerts, bound_by, bound_at)
           select tenant_id, %s, %s, %s, %s, %s, 'operator', now() from cold.tenants
           where slug = 'demo'""",
        (channel, chat, kind, list(stations), alerts if alerts is None else list(alerts)),
    )
    return chat


def waiting(db: psycopg.Connection, chat: str | None = None) -> list[str]:
    """The topics of what may go to a room now, or to any; what is told in order comes first."""
    return [topic for (topic,) in db.execute(WAITING, (chat, chat)).fetchall()]


def accept_after(db: psycopg.Connection, minutes: int | None) -> None:
    """How long an order may wait until it is called out; None: for ever."""
    db.execute("update cold.tenants set accept_minutes = %s", (minutes,))
