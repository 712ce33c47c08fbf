"""Shops for a trial: a server of their own, and nothing of it stays."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.cli.build import Server
from db.embedded import embedded_server
from db.menu.format import ORDER_TYPES, MenuFile
from db.menu.import_file import put_menu
from db.menu.shop import shop_menu
from db.migrate import migrate
from db.tenants import acting_for, add_tenant


@contextmanager
def trial_server(pg_bin: Path | None) -> Iterator[Server]:
    """An embedded server of its own, whatever database is configured. Raises EmbeddedError."""
    with tempfile.TemporaryDirectory(prefix="hotcart-trial-") as folder:
        # The server may run as another user, who has to get in.
        Path(folder).chmod(0o755)
        with embedded_server(Path(folder) / "home", pg_bin=pg_bin) as embedded:
            migrate(embedded.dsn)
            yield Server(embedded.dsn)


def open_trial_shops(dsn: str, menus: Mapping[str, MenuFile]) -> dict[str, str]:
    """A shop for each menu, and its short name by the menu's.

    Every dish is to be had all day and without end: a trial tells no time, and no customer of it
    shall take away another one's last piece.
    """
    slugs: dict[str, str] = {}
    for number, (name, menu) in enumerate(menus.items(), 1):
        slug = slugs[name] = f"trial-{number}"
        add_tenant(
            dsn,
            slug=slug,
            name=name[:80],
            currency=menu.currency,
            time_zone="UTC",
            order_types=ORDER_TYPES,
        )
        with acting_for(dsn, slug) as connection:
            put_menu(connection, slug, shop_menu(connection, slug), _always_served(menu))
    return slugs


def without_aliases(menu: MenuFile) -> MenuFile:
    """The menu as it is typed in by who thinks of no other name for anything."""
    bare: dict[str, object] = {"aliases": []}
    groups = [
        group.model_copy(
            update={
                "generic_aliases": {},
                "options": [option.model_copy(update=bare) for option in group.options],
            }
        )
        for group in menu.option_groups
    ]
    items = [item.model_copy(update=bare) for item in menu.items]
    return menu.model_copy(update={"items": items, "option_groups": groups})


def _always_served(menu: MenuFile) -> MenuFile:
    always: dict[str, object] = {"meal_periods": [], "stock": None}
    return menu.model_copy(
        update={"items": [item.model_copy(update=always) for item in menu.items]}
    )
