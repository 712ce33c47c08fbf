"""The commands and their options. Each imports its work when it runs: `--help` stays quick."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.role import Role

app = typer.Typer(
    help="Takes food orders in chat. Without a command: serves Telegram if a bot is set up, "
    "else chats in the terminal.",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
tenant = typer.Typer(help="Shops and their Telegram bots.", no_args_is_help=True)
menu = typer.Typer(help="Menus, as files.", no_args_is_help=True)
app.add_typer(tenant, name="tenant")
app.add_typer(menu, name="menu")

Slug = Annotated[str, typer.Argument(metavar="SHOP", help="The shop's short name.")]
InShop = Annotated[
    str | None, typer.Option("--tenant", metavar="SHOP", help="The shop; else HOTCART_TENANT.")
]


def main() -> None:
    """Run a command. Exits with 0 when it is done, 1 when it cannot be, 2 when wrongly called."""
    try:
        app()
    except Exception as error:
        from bot.cli.errors import debugging, sentence

        if debugging():
            raise
        sys.exit(f"hotcart: {sentence(error)}")


@app.callback()
def without_command(context: typer.Context) -> None:
    """Serve Telegram when a bot is set up, else chat."""
    if context.invoked_subcommand is None:
        from bot.cli.start import start

        start()


@app.command()
def chat(
    shop: InShop = None,
    customer: Annotated[str, typer.Option("--as", metavar="CUSTOMER", help="Who chats.")] = "guest",
    script: Annotated[
        str | None, typer.Option(metavar="FILE", help='One message a line; "-" is standard input.')
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object for every turn.")] = False,
) -> None:
    """Talk to a shop in the terminal."""
    from bot.cli.talk import talk

    talk(shop, customer, script, json=json)


@app.command()
def serve(
    role: Annotated[
        Role, typer.Option(help="all; web: answers customers; worker: upkeep only.")
    ] = Role.ALL,
) -> None:
    """Serve Telegram, by polling; by webhook if PUBLIC_URL is set."""
    from bot.cli.start import serve

    serve(role)


@app.command()
def migrate() -> None:
    """Bring the database to this version's schema."""
    from bot.cli.upkeep import migrate

    migrate()


@app.command()
def recover() -> None:
    """Replay the carts that a crash of PostgreSQL has emptied."""
    from bot.cli.upkeep import recover

    recover()


@app.command()
def doctor(
    online: Annotated[bool, typer.Option("--online", help="Also ask Groq and Telegram.")] = False,
) -> None:
    """Show what is configured, reachable and missing, and the remedy."""
    from bot.cli.upkeep import doctor

    doctor(online=online)


@tenant.command("add")
def tenant_add(
    slug: Slug,
    name: Annotated[str, typer.Option(help="The name customers see.")],
    currency: Annotated[str, typer.Option(help="Such as INR.")],
    time_zone: Annotated[str, typer.Option(help="Such as Asia/Kolkata.")],
    language: Annotated[str, typer.Option(help="Such as en or ta.")] = "en",
    order_type: Annotated[
        list[str] | None,
        typer.Option(help="take_away, dine_in or delivery; the first is usual. Can be repeated."),
    ] = None,
) -> None:
    """Open a shop. It needs a menu next: `hotcart menu import`."""
    from bot.cli.shops import add

    types = tuple(order_type or ("take_away",))
    add(slug, name, currency.upper(), time_zone, language=language, order_types=types)


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


@menu.command("import")
def menu_import(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A menu file (JSON).")],
    shop: InShop = None,
) -> None:
    """Make a shop's menu equal to a file, or refuse the file whole."""
    from bot.cli.shops import import_menu

    import_menu(shop, file)
