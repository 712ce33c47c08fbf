"""`hotcart shop`: check, import and export shop files, and the token of the payment provider."""

import sys
from pathlib import Path

from bot.cli.build import server, settings
from bot.cli.changes import Agreement, print_notes
from db.shop.document import shop_json
from db.shop.file import parts_given
from db.shop.import_file import check_shop, import_shop
from db.shop.provider import set_provider
from db.shop.rules import shop_rules
from db.tenants import acting_for


def check(slug: str | None, path: Path) -> None:
    """Say everything that is wrong with a file, or that it can be imported."""
    chosen = settings()
    with server(chosen) as opened:
        inspected = check_shop(opened.dsn, slug or chosen.hotcart_tenant, path)
    print_notes(inspected.notes)
    parts = ", ".join(parts_given(inspected.rules)) or "nothing"
    print(f"{path} can be imported. It sets {parts}.")


def import_file(slug: str | None, path: Path, *, yes: bool) -> None:
    """Show what a file changes, ask before anything is removed, and let the shop charge so."""
    chosen = settings()
    shop = slug or chosen.hotcart_tenant
    agreement = Agreement(f"the rules of {shop}")
    with server(chosen) as opened:
        changes = import_shop(opened.dsn, shop, path, None if yes else agreement)
    if not changes:
        print(f"The rules of {shop} are as {path} has them already: nothing to change.")
        return
    agreement.show(changes)
    print(f"The rules of {shop} are imported. They hold from the next message on.")


def export(slug: str | None) -> None:
    """Write the rules of a shop to standard output."""
    chosen = settings()
    shop = slug or chosen.hotcart_tenant
    with server(chosen) as opened, acting_for(opened.dsn, shop) as connection:
        rules = shop_rules(connection, shop)
    sys.stdout.write(shop_json(rules))


def give_provider(slug: str | None, token: str) -> None:
    """Let a shop send Telegram invoices, or none where the token is empty."""
    chosen = settings()
    shop = slug or chosen.hotcart_tenant
    with server(chosen) as opened:
        set_provider(opened.dsn, shop, token.strip() or None)
    what = "has its provider token" if token.strip() else "sends no Telegram invoices"
    print(f"{shop} {what}.")
