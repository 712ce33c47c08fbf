"""The commands and their options. Each imports its work when it runs: `--help` stays quick."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli.menu_commands import menu
from bot.cli.order_commands import orders
from bot.cli.role import Role
from bot.cli.shop_commands import InShop, outbox, tenant
from bot.cli.shop_file_commands import shop
from bot.cli.staff_commands import staff

app = typer.Typer(
    help="Takes food orders in chat. Without a command: serves Telegram if a bot is set up, "
    "else chats in the terminal.",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(tenant, name="tenant")
app.add_typer(menu, name="menu")
app.add_typer(shop, name="shop")
app.add_typer(staff, name="staff")
app.add_typer(orders, name="orders")
app.add_typer(outbox, name="outbox")


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
    as_staff: Annotated[
        bool, typer.Option("--staff", help="As one of the staff: `hotcart staff add` grants it.")
    ] = False,
) -> None:
    """Talk to a shop in the terminal."""
    from bot.cli.talk import talk

    talk(shop, customer, script, json=json, role="staff" if as_staff else "customer")


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


@app.command("eval")
def evaluate(
    cases: Annotated[
        list[Path], typer.Argument(metavar="CASES", help="Files with one JSON object a line.")
    ],
    menus: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the menus are that the cases name.")
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="What came of each case.")],
    bare: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Once more without the menus' aliases: what came of it."),
    ] = None,
    chart: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A picture of the figures, as SVG.")
    ] = None,
    provider: Annotated[
        Literal["rules", "groq", "chain"],
        typer.Option(help="Who reads: the rules, the model alone, or the rules behind it."),
    ] = "rules",
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="So many cases, evenly spread.")
    ] = None,
) -> None:
    """Measure how well sentences are understood.

    That happens on a server of its own; no shop is touched.
    """
    from bot.cli.evaluate import Written, evaluate

    evaluate(cases, menus, Written(out, bare, chart), provider, limit)
