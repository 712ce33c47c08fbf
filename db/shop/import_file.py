"""Makes a shop's rules equal to what a shop file says, in one transaction."""

from collections.abc import Callable
from pathlib import Path

from psycopg import Connection

from db.menu.diff import Diff
from db.menu.import_file import hold_shop
from db.shop.canonical import laid_over
from db.shop.diff import shop_diff
from db.shop.facts import shop_facts
from db.shop.file import InspectedShop, inspect_shop, shop_text
from db.shop.rules import shop_rules
from db.shop.write import write_shop
from db.tenants import acting_for, tenant_id_of

# Whoever redeems one of them waits, so what is redeemed stays as it was when limits were judged.
HOLD_CODES = "select from cold.coupon order by code for update"


def import_shop(
    dsn: str, slug: str, path: Path, agree: Callable[[Diff], None] | None = None
) -> Diff:
    """Import the file for the shop `slug` and tell what that changed; no difference, no writing.

    `agree` is asked before anything is removed, while nothing is locked; what it raises ends the
    import. What it was shown is what is written: if the rules change meanwhile it is asked again.
    Raises MenuFileError, TenantError, OSError; then nothing has changed.
    """
    text = shop_text(path)
    shown: Diff | None = None
    while True:
        with acting_for(dsn, slug) as connection:
            hold_shop(connection, slug)
            connection.execute(HOLD_CODES)
            rules = shop_rules(connection, slug)
            after = laid_over(rules, _inspected(connection, slug, path, text).rules)
            changes = shop_diff(rules, after)
            if agree is None or not changes.of("removed") or changes.same_as(shown):
                if changes:
                    write_shop(connection, tenant_id_of(connection, slug), after)
                return changes
        agree(changes)
        shown = changes


def check_shop(dsn: str, slug: str, path: Path) -> InspectedShop:
    """Look a file through for a shop. Raises MenuFileError, TenantError, OSError."""
    text = shop_text(path)
    with acting_for(dsn, slug) as connection:
        return _inspected(connection, slug, path, text)


def put_shop(connection: Connection, slug: str, path: Path) -> None:
    """Let a new shop have the rules of a file, in a transaction of the caller's.

    The caller holds the shop. Raises MenuFileError, OSError.
    """
    file = _inspected(connection, slug, path, shop_text(path)).rules
    after = laid_over(shop_rules(connection, slug), file)
    write_shop(connection, tenant_id_of(connection, slug), after)


def _inspected(connection: Connection, slug: str, path: Path, text: str) -> InspectedShop:
    return inspect_shop(path, text, shop_rules(connection, slug), shop_facts(connection, slug))
