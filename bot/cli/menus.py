"""`hotcart menu`: check, import and export menu files."""

import sys
from pathlib import Path

from bot.cli.build import server, settings
from bot.cli.changes import Agreement, print_notes
from bot.cli.errors import CommandError
from db.menu.document import as_csv, as_json
from db.menu.file import inspect_menu, is_table
from db.menu.import_file import import_menu
from db.menu.notes import menu_summary
from db.menu.shop import shop_menu
from db.tenants import acting_for


def check(path: Path, slug: str | None) -> None:
    """Say everything that is wrong with a file, or that it can be imported."""
    shop = None
    if slug is not None:
        with server(settings()) as opened, acting_for(opened.dsn, slug) as connection:
            shop = shop_menu(connection, slug)
    inspected = inspect_menu(path, shop)
    print_notes(inspected.notes)
    print(f"{path} can be imported: {menu_summary(inspected.menu)}.")


def import_file(slug: str | None, path: Path, *, yes: bool) -> None:
    """Show what a file changes, ask before anything is removed, and make the menu equal to it."""
    chosen = settings()
    shop = slug or chosen.hotcart_tenant
    agreement = Agreement(f"the menu of {shop}")
    with server(chosen) as opened:
        done = import_menu(opened.dsn, shop, path, None if yes else agreement)
    if not done.changed:
        print(f"The menu of {shop} is as {path} has it already: nothing to change.")
        return
    agreement.show(done.changed)
    print(f"The menu of {shop} is imported. Dishes: {done.dishes}.")


def export(slug: str | None, path: Path) -> None:
    """Write the menu of a shop to a file, JSON or CSV by its name; "-" is standard output."""
    chosen = settings()
    shop = slug or chosen.hotcart_tenant
    with server(chosen) as opened, acting_for(opened.dsn, shop) as connection:
        menu = shop_menu(connection, shop)
    if not menu.items:
        raise CommandError(f"{shop} has no menu yet; hotcart menu import FILE --tenant {shop}")
    text = as_csv(menu) if is_table(path) else as_json(menu)
    if str(path) == "-":
        sys.stdout.write(text)
        return
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, "utf-8", newline="")
    part.replace(path)
    print(f"{path} has the menu of {shop}: {menu_summary(menu)}.")
    if is_table(path) and menu.option_groups:
        print("A table has no options and no hours: an import of it leaves them as they are.")
