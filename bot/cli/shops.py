"""`hotcart tenant`: shops, their bots, hours and budgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table

from bot.cli.build import server, settings
from bot.cli.errors import CommandError
from bot.locales import languages as known_languages
from db import hours as opening
from db import hours_format, tenants

HEADINGS = ("Shop", "Name", "Currency", "Time zone", "Languages", "Dishes", "Bots", "Order types")


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
    languages: tuple[str, ...],
    order_types: tuple[str, ...],
) -> None:
    """Open a shop. Raises CommandError."""
    _require_known(*languages)
    with server(settings()) as opened:
        tenants.add_tenant(
            opened.dsn,
            slug=slug,
            name=name,
            currency=currency,
            time_zone=time_zone,
            language=language,
            languages=languages,
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


def budget(slug: str, tokens: str | None) -> None:
    """Change what a shop may spend on models in a day, if something is said, and show it."""
    chosen = settings()
    with server(chosen) as opened:
        if tokens is None:
            shop = tenants.show_tenant(opened.dsn, slug)
        else:
            shop = tenants.set_daily_tokens(opened.dsn, slug, _tokens(tokens))
    own = shop.daily_tokens is not None
    bound = shop.daily_tokens if shop.daily_tokens is not None else chosen.intent_daily_tokens
    whose = "its own number" if own else "INTENT_DAILY_TOKENS"
    print(f"{slug}: {bound:,} tokens a day ({whose}), {shop.tokens_today:,} spent today.")
    if tokens is not None:
        print("A running service knows it with the next message a model reads, or a new start.")


def _tokens(said: str) -> int | None:
    if said == "default":
        return None
    plain = said.replace(",", "").replace("_", "")
    if not (plain.isascii() and plain.isdecimal() and int(plain) < 2**31):
        raise CommandError(
            f'{said!r} is no number of tokens; write one, such as 500000, or "default"'
        )
    return int(plain)


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


def _require_known(*wanted: str) -> None:
    """A shop must not hope for a language nobody has translated."""
    known = known_languages()
    if unknown := [one for one in wanted if one not in known]:
        raise CommandError(
            f"replies cannot be in {', '.join(unknown)}; there is {', '.join(known)}"
        )


def _cells(shop: tenants.Shop) -> tuple[str, ...]:
    return (
        shop.slug,
        shop.name,
        shop.currency,
        shop.time_zone,
        ", ".join(dict.fromkeys((shop.language, *(shop.languages or known_languages())))),
        str(shop.dishes),
        str(shop.bots),
        ", ".join(shop.order_types),
    )
