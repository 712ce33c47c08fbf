"""`hotcart staff`: who may run a shop."""

from rich.console import Console
from rich.table import Table

from bot.cli.build import server, settings
from db import staff

HEADINGS = ("Channel", "User", "Name", "Role", "Since", "Until")


def add(shop: str | None, channel: str, user: str, role: str) -> None:
    """Grant a role to a person."""
    chosen = settings()
    slug = shop or chosen.hotcart_tenant
    with server(chosen) as opened:
        before = staff.add_member(opened.dsn, slug, channel, user, role)
    was = f" (was {before})" if before else ""
    print(f"{user} on {channel} is {role} of {slug} now{was}.")


def invite(slug: str, role: str) -> None:
    """Make a code to join by."""
    with server(settings()) as opened:
        code = staff.invite(opened.dsn, slug, role)
    print(f"Within 24 hours, one person joins {slug} as {role} by writing this to its bot:\n")
    print(f"    /join {code}\n")
    print(f"or by opening https://t.me/YOUR_BOT?start=join-{code}")


def remove(shop: str | None, channel: str, user: str) -> None:
    """End a person's grant."""
    chosen = settings()
    slug = shop or chosen.hotcart_tenant
    with server(chosen) as opened:
        role = staff.remove_member(opened.dsn, slug, channel, user)
    print(f"{user} on {channel} is no longer {role} of {slug}.")


def show_all(shop: str | None, *, revoked: bool) -> None:
    """List the grants."""
    chosen = settings()
    slug = shop or chosen.hotcart_tenant
    with server(chosen) as opened:
        members = staff.list_members(opened.dsn, slug, revoked=revoked)
    if not members:
        print(f"{slug} has no staff yet. Next: hotcart staff add CHANNEL USER ROLE --tenant {slug}")
        return
    table = Table(*HEADINGS, box=None, pad_edge=False)
    # It is what commands are given, so no letter of it may be cut.
    table.columns[1].no_wrap = True
    table.columns[1].min_width = max(len(member.sender) for member in members)
    for one in members:
        until = f"{one.revoked_at:%Y-%m-%d %H:%M}" if one.revoked_at else ""
        since = f"{one.granted_at:%Y-%m-%d %H:%M}"
        table.add_row(one.channel, one.sender, one.name, one.role, since, until)
    Console(highlight=False, markup=False).print(table)
