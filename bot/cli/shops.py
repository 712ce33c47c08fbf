"""`hotcart tenant`: shops, their bots and hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table

from bot.cli.build import server, settings
from db import hours as opening
from db import hours_format, tenants

HEADINGS = ("Shop", "Name", "Currency", "Time zone", "Language", "Dishes", "Bots", "Order types")


@dataclass(frozen=True, slots=True)
class SpecialDays:
    """What is said about dates and last orders; nothing where it stays as it is."""

    closed: Sequence[str] = ()
    open: Sequence[str] = ()
    usual: Sequence[str] = ()
    last_order: int | None = None


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


def hours(slug: str, when: Sequence[str], changes: SpecialDays) -> None:
    """Change a shop's hours as far as something is said, and show them."""
    week = hours_format.parse_week(when) if when else None
    special: dict[date, hours_format.Window | None] = {
        hours_format.parse_date(day): None for day in changes.closed
    }
    special |= dict(map(hours_format.parse_special, changes.open))
    usual = [hours_format.parse_date(day) for day in changes.usual]
    with server(settings()) as opened:
        found = opening.set_hours(
            opened.dsn,
            slug,
            week=week,
            special=special,
            usual=usual,
            last_order_minutes=changes.last_order,
        )
    print(f"{slug} ({found.time_zone}):")
    for line in hours_format.hours_lines(found):
        print(f"  {line}")


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
