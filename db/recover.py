"""Warms the hot rows up after a crash; without it a session comes back with its next message."""

from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg import Connection

LOST = """
select s.session_id
from cold.sessions s join cold.tenants t using (tenant_id)
where s.tenant_id = %s and s.closed_at is null
  and not exists (select from hot.session_state h
                  where h.tenant_id = s.tenant_id and h.session_id = s.session_id)
  and exists (select from warm.session_events e
              where e.tenant_id = s.tenant_id and e.session_id = s.session_id
                and e."timestamp" > now() - make_interval(hours => t.session_idle_hours))
"""
REPLAY = """
select app.replay(%(tenant)s, %(session)s)
where not exists (select from hot.session_state h
                  where h.tenant_id = %(tenant)s and h.session_id = %(session)s)
"""
LOCK = "select pg_advisory_xact_lock(hashtextextended(%(tenant)s::uuid || ':' || %(session)s, 0))"
BROKEN = "OC015"


@dataclass(frozen=True, slots=True)
class Recovery:
    """How many sessions came back, and the sessions whose log has a gap."""

    replayed: int
    broken: tuple[str, ...]


def recover(dsn: str) -> Recovery:
    """Replay every session that is in use and has lost its hot rows. Safe while shops are open."""
    replayed = 0
    broken: list[str] = []
    with psycopg.connect(dsn, autocommit=True) as connection:
        tenants = connection.execute("select tenant_id from cold.tenants order by slug").fetchall()
        for (tenant,) in tenants:
            for session in _lost(connection, tenant):
                if _replay(connection, tenant, session):
                    replayed += 1
                else:
                    broken.append(session)
    return Recovery(replayed, tuple(broken))


def _lost(connection: Connection, tenant: UUID) -> list[str]:
    with connection.transaction():
        _act_for(connection, tenant)
        return [session for (session,) in connection.execute(LOST, (tenant,)).fetchall()]


def _replay(connection: Connection, tenant: UUID, session: str) -> bool:
    names = {"tenant": tenant, "session": session}
    try:
        with connection.transaction():
            _act_for(connection, tenant)
            connection.execute(LOCK, names)
            connection.execute(REPLAY, names)
    except psycopg.Error as error:
        if error.sqlstate == BROKEN:
            return False
        raise
    return True


def _act_for(connection: Connection, tenant: UUID) -> None:
    connection.execute("set local role hotcart_api")
    connection.execute("select set_config('app.tenant_id', %s, true)", (str(tenant),))
