"""`hotcart outbox`: notices that could not be delivered."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.build import server, settings
from db import outbox

HEADINGS = ("Shop", "Channel", "Notice", "Order", "Tried", "Since", "Why")


def show_dead() -> None:
    """List the notices that were given up."""
    with server(settings()) as opened:
        dead = outbox.dead_notices(opened.dsn)
    if not dead:
        print("Every notice has been delivered or is on its way.")
        return
    table = Table(*HEADINGS, box=None, pad_edge=False)
    for one in dead:
        order = "" if one.order_no is None else f"#{one.order_no}"
        since = f"{one.created_at.astimezone():%Y-%m-%d %H:%M}"
        words = (one.slug, one.channel or "", one.topic, order, str(one.attempts), since)
        table.add_row(*(Text(word) for word in (*words, one.error or "")))
    Console(highlight=False).print(table)


def retry() -> None:
    """Have them tried again."""
    with server(settings()) as opened:
        revived = outbox.revive_notices(opened.dsn)
    print(f"Notices that are tried again: {revived}. `hotcart serve` delivers them.")
