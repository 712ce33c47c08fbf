"""People on a shop's staff, as the operator grants it."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg

from tests.support.rights import documented
from tests.support.turns import Caller

RIGHTS = {action: right.roles for action, right in documented().items()}
"""The roles that may do something, as the README has it."""


def stock_of(db: psycopg.Connection, item: str, *, shop: str = "demo") -> int | None:
    """How many pieces of a dish are counted; None: it is not counted."""
    row = db.execute(
        """select s.quantity from cold.menu_item_stock s join cold.tenants t using (tenant_id)
           where s.item_id = %s and t.slug = %s""",
        (item, shop),
    ).fetchone()
    return None if row is None else int(row[0])


def availability_of(db: psycopg.Connection, item: str) -> tuple[object, ...]:
    """Whether a dish is to be had, and until when it is not."""
    row = db.execute(
        "select is_available, unavailable_until from cold.menu_item where item_id = %s", (item,)
    ).fetchone()
    assert row is not None
    return row


def grant(db: psycopg.Connection, who: str, role: str, *, shop: str = "demo") -> UUID:
    """Grant a role in the channel of tests; returns the member's id."""
    member = uuid4()
    db.execute(
        """insert into cold.staff_member
             (tenant_id, member_id, channel, sender, role, granted_by, granted_at)
           select tenant_id, %s, 'test', %s, %s, 'operator', now()
           from cold.tenants where slug = %s""",
        (member, who, role, shop),
    )
    return member


@contextmanager
def member(
    dsn: str, db: psycopg.Connection, who: str, role: str, *, shop: str = "demo"
) -> Iterator[Caller]:
    """One of the staff, who calls the SQL functions directly."""
    grant(db, who, role, shop=shop)
    with Caller(dsn, who, shop=shop) as caller:
        yield caller


def revoke(db: psycopg.Connection, who: str) -> None:
    """End a person's grants."""
    db.execute(
        """update cold.staff_member set revoked_at = now(), revoked_by = 'operator'
           where sender = %s and revoked_at is null""",
        (who,),
    )
