"""`hotcart tenant` and `hotcart menu`."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.cli.build import server, settings
from db import menu_import, tenants

HEADINGS = ("Shop", "Name", "Currency", "Time zone", "Language", "Dishes", "Bots", "Order types")


def add(
    slug: str,
    name: str,
    currency: str,
    time_zone: str,
    *,
    language: str,
    order_types: tuple[str, ...],
) -> None:
    """Open a shop."""
    with server(settings()) as opened:
        tenants.add_tenant(
            opened.dsn,
            slug=slug,
            name=name,
            currency=currency,
            time_zone=time_zone,
            language=language,
            order_types=order_types,
        )
    print(f"{slug} is open. Next: hotcart menu import FILE --tenant {slug}")


def show_all() -> None:
    """List the shops."""
    with server(settings()) as opened:
        shops = tenants.list_tenants(opened.dsn)
    table = Table(*HEADINGS[:-1], box=None, pad_edge=False)
    # It is what commands are given, so no letter of it may be cut.
    table.columns[0].no_wrap = True
    table.columns[0].min_width = max((len(shop.slug) for shop in shops), default=0)
    for shop in shops:
        table.add_row(*_cells(shop)[:-1])
    Console(highlight=False).print(table)


def show(slug: str) -> None:
    """Show one shop."""
    with server(settings()) as opened:
        shop = tenants.show_tenant(opened.dsn, slug)
    for heading, cell in zip(HEADINGS, _cells(shop), strict=True):
        print(f"{heading + ':':13}{cell}")


def give_bot(slug: str, token: str) -> None:
    """Give a shop its Telegram bot."""
    with server(settings()) as opened:
        tenants.add_bot(opened.dsn, slug, token)
    print(f"{slug} has its bot. It answers when `hotcart serve` is started again.")


def import_menu(slug: str | None, path: Path) -> None:
    """Make a shop's menu equal to a file."""
    chosen = settings()
    shop = slug or chosen.hotcart_tenant
    with server(chosen) as opened:
        dishes = menu_import.import_menu(opened.dsn, shop, path)
    print(f"The menu of {shop} is imported. Dishes: {dishes}.")


def _cells(shop: tenants.Shop) -> tuple[str, ...]:
    return (
        shop.slug,
        shop.name,
        shop.currency,
        shop.time_zone,
        shop.language,
        str(shop.dishes),
        str(shop.bots),
        ", ".join(shop.order_types),
    )
