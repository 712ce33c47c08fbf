"""The commands about shops. Each imports its work when it runs."""

import sys
from typing import Annotated

import typer

tenant = typer.Typer(help="Shops, their Telegram bots, hours and budgets.", no_args_is_help=True)
outbox = typer.Typer(help="Notices that could not be delivered.", no_args_is_help=True)

Slug = Annotated[str, typer.Argument(metavar="SHOP", help="The shop's short name.")]
InShop = Annotated[
    str | None, typer.Option("--tenant", metavar="SHOP", help="The shop; else HOTCART_TENANT.")
]


@tenant.command("add")
def tenant_add(
    slug: Slug,
    name: Annotated[str, typer.Option(help="The name customers see.")],
    currency: Annotated[str, typer.Option(help="Such as INR.")],
    time_zone: Annotated[str, typer.Option(help="Such as Asia/Kolkata.")],
    language: Annotated[
        str, typer.Option(help="Such as en or ta: what people hear who speak no other it offers.")
    ] = "en",
    offers: Annotated[
        list[str] | None,
        typer.Option(
            "--offers",
            metavar="LANGUAGE",
            help="A further language it answers in; else all there are. Can be repeated.",
        ),
    ] = None,
    order_type: Annotated[
        list[str] | None,
        typer.Option(help="take_away, dine_in or delivery; the first is usual. Can be repeated."),
    ] = None,
) -> None:
    """Open a shop. It needs a menu next: `hotcart menu import`."""
    from bot.cli.shops import add

    types = tuple(order_type or ("take_away",))
    add(
        slug,
        name,
        currency.upper(),
        time_zone,
        language=language,
        languages=tuple(offers or ()),
        order_types=types,
    )


@tenant.command("list")
def tenant_list() -> None:
    """List the shops."""
    from bot.cli.shops import show_all

    show_all()


@tenant.command("show")
def tenant_show(slug: Slug) -> None:
    """Show one shop."""
    from bot.cli.shops import show

    show(slug)


@tenant.command("bot")
def tenant_bot(slug: Slug) -> None:
    """Give a shop its Telegram bot. The token is asked for, or piped in."""
    from bot.cli.shops import give_bot

    # An argument would stay in the shell's history.
    give_bot(slug, typer.prompt("Bot token from @BotFather", hide_input=sys.stdin.isatty()))


@tenant.command("invite")
def tenant_invite(
    slug: Slug,
    role: Annotated[str, typer.Option(help="What they join as.")] = "owner",
) -> None:
    """Make a one-time code by which somebody joins a shop's staff in Telegram."""
    from bot.cli.staff import invite

    invite(slug, role)


@tenant.command("budget")
def tenant_budget(
    slug: Slug,
    tokens: Annotated[
        str | None,
        typer.Argument(
            metavar="TOKENS",
            help='A day; 0: no model reads. "default" is INTENT_DAILY_TOKENS. Without it the '
            "budget is shown.",
        ),
    ] = None,
) -> None:
    """Show or change how many tokens a shop may spend on models in a day."""
    from bot.cli.shops import budget

    budget(slug, tokens)


@tenant.command("hours")
def tenant_hours(
    slug: Slug,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHEN",
            help='The whole week: "mon-fri 07:00-22:30" "sat,sun 08:00-12:00,17:00-01:00"; a day '
            'not named is closed. "always" has no hours. Without it the hours are shown.',
        ),
    ] = None,
    last_order: Annotated[
        int | None,
        typer.Option(min=0, max=240, metavar="MIN", help="How long before closing."),
    ] = None,
    closed: Annotated[
        list[str] | None, typer.Option(metavar="DATE", help="Closed on 2026-12-25.")
    ] = None,
    open_on: Annotated[
        list[str] | None,
        typer.Option("--open", metavar="DATE=HOURS", help="Open 2026-12-24=08:00-14:00 only."),
    ] = None,
    usual: Annotated[
        list[str] | None, typer.Option(metavar="DATE", help="As on every such weekday again.")
    ] = None,
) -> None:
    """Show or change when a shop is open."""
    from bot.cli.shops import SpecialDays, hours

    hours(slug, when or (), SpecialDays(closed or (), open_on or (), usual or (), last_order))


@outbox.command("list")
def outbox_list() -> None:
    """List the notices that were given up, and why."""
    from bot.cli.notices import show_dead

    show_dead()


@outbox.command("retry")
def outbox_retry() -> None:
    """Have them tried again."""
    from bot.cli.notices import retry

    retry()
