"""Grants: who may run a shop, by a channel's verified user id."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from psycopg import Connection, errors
from psycopg.rows import class_row

from db.tenants import acting_for, tenant_id_of

ROLES = ("owner", "manager", "kitchen", "counter", "waiter", "inventory", "rider")
CHANNELS = ("console", "telegram")
OPERATOR = "operator"


class StaffError(ValueError):
    """A grant that cannot be made or found; the text says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Member:
    """A grant as the operator sees it. `name` is what the person is called in the channel."""

    channel: str
    sender: str
    name: str
    role: str
    granted_by: str
    granted_at: datetime
    revoked_at: datetime | None


LIST = """
select m.channel, m.sender, coalesce(i.name, '') as name, m.role, m.granted_by, m.granted_at,
       m.revoked_at
from cold.staff_member m
left join cold.customer_identity i
  on i.tenant_id = m.tenant_id and i.channel = m.channel and i.sender = m.sender
where %s or m.revoked_at is null
order by m.channel, m.sender, m.granted_at
"""
REVOKE = """
update cold.staff_member set revoked_at = now(), revoked_by = %s
where tenant_id = %s and channel = %s and sender = %s and revoked_at is null returning role
"""


def add_member(dsn: str, slug: str, channel: str, sender: str, role: str) -> str | None:
    """Grant a role; the one the person had before ends, and is returned. None: there was none.

    Raises StaffError, TenantError.
    """
    _require(role, ROLES, "role")
    _require(channel, CHANNELS, "channel")
    try:
        with acting_for(dsn, slug) as connection:
            tenant = tenant_id_of(connection, slug)
            before = _revoke(connection, slug, channel, sender)
            if before == role:
                raise StaffError(f"{sender} on {channel} is {role} of {slug} already")
            connection.execute(
                """insert into cold.staff_member
                     (tenant_id, member_id, channel, sender, role, granted_by, granted_at)
                   values (%s, %s, %s, %s, %s, %s, now())""",
                (tenant, uuid4(), channel, sender, role, OPERATOR),
            )
            return before
    except errors.CheckViolation as error:
        raise StaffError(
            f"{sender!r} is no person's user id on {channel}; Telegram's are numbers, not @names,"
            " and a channel or an anonymous admin has no rights"
        ) from error
    except errors.UniqueViolation as error:
        raise StaffError(f"{sender} was granted a role at this very moment; look again") from error


def remove_member(dsn: str, slug: str, channel: str, sender: str) -> str:
    """End a grant and return its role; the row stays. Raises StaffError, TenantError."""
    with acting_for(dsn, slug) as connection:
        role = _revoke(connection, slug, channel, sender)
    if role is None:
        raise StaffError(
            f"{sender!r} on {channel} is not on the staff of {slug};"
            f" see `hotcart staff list --tenant {slug}`"
        )
    return role


def list_members(dsn: str, slug: str, *, revoked: bool = False) -> list[Member]:
    """The grants of a shop; with `revoked` those that have ended too. Raises TenantError."""
    with (
        acting_for(dsn, slug) as connection,
        connection.cursor(row_factory=class_row(Member)) as cursor,
    ):
        return cursor.execute(LIST, (revoked,)).fetchall()


def invite(dsn: str, slug: str, role: str) -> str:
    """A code by which one person can join as that within 24 hours; only its SHA-256 is kept.

    Raises StaffError, TenantError.
    """
    _require(role, ROLES, "role")
    code = secrets.token_urlsafe(9)
    with acting_for(dsn, slug) as connection:
        connection.execute(
            """insert into cold.staff_invite
                 (tenant_id, code_hash, role, invited_by, invited_at, expires_at)
               values (%s, %s, %s, %s, now(), now() + interval '24 hours')""",
            (
                tenant_id_of(connection, slug),
                hashlib.sha256(code.encode()).digest(),
                role,
                OPERATOR,
            ),
        )
    return code


def _require(value: str, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        raise StaffError(f"{what} {value!r} is unknown; there are {', '.join(known)}")


def _revoke(connection: Connection, slug: str, channel: str, sender: str) -> str | None:
    row = connection.execute(
        REVOKE, (OPERATOR, tenant_id_of(connection, slug), channel, sender)
    ).fetchone()
    return None if row is None else str(row[0])
