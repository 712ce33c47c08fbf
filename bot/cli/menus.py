"""`hotcart menu`: check, import and export menu files."""

import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import typer

from bot.cli.build import server, settings
from bot.cli.errors import CommandError
from db.menu_diff import Diff
from db.menu_document import as_csv, as_json
from db.menu_file import inspect_menu, is_table
from db.menu_import import import_menu
from db.menu_notes import menu_summary
from db.menu_shop import shop_menu
from db.tenants import acting_for

NOTES = 20


def check(path: Path, slug: str | None) -> None:
    """Say everything that is wrong with a file, or that it can be imported."""
    shop = None
    if slug is not None:
        with server(settings()) as opened, acting_for(opened.dsn, slug) as connection:
            shop = shop_menu(connection, slug)
    inspected = inspect_menu(path, shop)
    _print_notes(inspected.notes)
    print(f"{path} can be imported: {menu_summary(inspected.menu)}.")


def import_file(slug: str | None, path: Path, *, yes: bool) -> None:
    """Show what a file changes, ask before anything is removed, and make the menu equal to it."""
    chosen = settings()
    shop = slug or chosen.hotcart_tenant
    asked = False

    def agree(changes: Diff) -> None:
        nonlocal asked
        asked = True
        _print_changes(changes)
        count = len(changes.of("removed"))
        entries = "1 entry" if count == 1 else f"{count} entries"
        gone = f"This removes {entries} of the menu of {shop}."
        if not has_person():
            raise CommandError(f"{gone} Nothing is imported; --yes does it without asking")
        if not typer.confirm(f"{gone} Import?"):
            raise CommandError("nothing is imported")

    with server(chosen) as opened:
        done = import_menu(opened.dsn, shop, path, None if yes else agree)
    if not done.changed:
        print(f"The menu of {shop} is as {path} has it already: nothing to change.")
        return
    if not asked:
        _print_changes(done.changed)
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


def has_person() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty()


def _print_changes(changes: Diff) -> None:
    for line in changes.lines():
        print(line)


def _print_notes(notes: tuple[str, ...]) -> None:
    shown: Iterable[str] = islice(notes, NOTES)
    for note in shown:
        print(f"note: {note}")
    if len(notes) > NOTES:
        print(f"note: … and {len(notes) - NOTES} more")
