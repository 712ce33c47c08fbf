"""Makes a shop's menu equal to a menu file, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from psycopg import Connection

from db.menu.diff import Diff, diff
from db.menu.file import is_table, read_menu
from db.menu.format import MenuFile
from db.menu.pantry import write_pantry
from db.menu.shop import shop_menu
from db.menu.state import with_state_of, write_state
from db.menu.write import write_menu
from db.tenants import acting_for, tenant_id_of


@dataclass(frozen=True, slots=True)
class Imported:
    """How many dishes the shop has now, and what the import changed."""

    dishes: int
    changed: Diff


def import_menu(
    dsn: str, slug: str, path: Path, agree: Callable[[Diff], None] | None = None
) -> Imported:
    """Import the file for the shop `slug`; a file the shop is equal to already writes nothing.

    `agree` is asked before anything is removed, while nothing is locked; what it raises ends the
    import. What it was shown is what is written: if the menu changes meanwhile it is asked again.
    Raises MenuFileError, TenantError, OSError; then nothing has changed.
    """
    with acting_for(dsn, slug) as connection:
        shop = shop_menu(connection, slug)
    menu = read_menu(path, shop)
    shown: Diff | None = None
    while True:
        with acting_for(dsn, slug) as connection:
            hold_shop(connection, slug)
            now = shop_menu(connection, slug)
            if is_table(path) and now != shop:
                # A table leaves to the shop what it has no columns for.
                menu, shop = read_menu(path, now), now
            changes = diff(now, with_state_of(now, menu))
            if agree is None or not changes.of("removed") or changes.same_as(shown):
                if changes:
                    put_menu(connection, slug, now, menu)
                return Imported(len(menu.items), changes)
        agree(changes)
        shown = changes


def hold_shop(connection: Connection, slug: str) -> None:
    """Wait for the end of another import, or of what staff do in this shop; keep others waiting."""
    connection.execute(
        """select pg_advisory_xact_lock(hashtextextended(tenant_id::text, 2)) from cold.tenants
           where slug = %s""",
        (slug,),
    )
    connection.execute("select from cold.tenants where slug = %s for no key update", (slug,))


def put_menu(connection: Connection, slug: str, old: MenuFile, new: MenuFile) -> None:
    """Write a menu over the one the shop has, and tell every process. The caller holds the shop."""
    tenant = tenant_id_of(connection, slug)
    write_menu(connection, tenant, new)
    whole = with_state_of(old, new)
    write_state(connection, tenant, old, whole)
    write_pantry(connection, tenant, old, whole)
    connection.execute("select app.menu_changed(%s)", (tenant,))
