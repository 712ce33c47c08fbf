"""The commands about what a shop charges. Each imports its work when it runs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shop_commands import InShop

shop = typer.Typer(help="What a shop charges, as a file.", no_args_is_help=True)

ShopPath = Annotated[Path, typer.Argument(metavar="FILE", help="A shop file, in JSON.")]


@shop.command("check")
def shop_check(file: ShopPath, tenant: InShop = None) -> None:
    """Name everything that is wrong with a shop file. Changes nothing."""
    from bot.cli.shop_files import check

    check(tenant, file)


@shop.command("import")
def shop_import(
    file: ShopPath,
    tenant: InShop = None,
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False,
) -> None:
    """Let a shop charge as a file says, or refuse the file whole.

    Shows what changes, and asks before anything is removed.
    """
    from bot.cli.shop_files import import_file

    import_file(tenant, file, yes=yes)


@shop.command("export")
def shop_export(tenant: InShop = None) -> None:
    """Print a shop's rules as a file that can be imported again."""
    from bot.cli.shop_files import export

    export(tenant)


@shop.command("provider")
def shop_provider(tenant: InShop = None) -> None:
    """Let a shop send Telegram invoices. The token is asked for, or piped in; empty: none."""
    from bot.cli.shop_files import give_provider

    token = typer.prompt(
        "Provider token from @BotFather",
        default="",
        hide_input=sys.stdin.isatty(),
        show_default=False,
    )
    # An argument would stay in the shell's history.
    give_provider(tenant, token)
