"""The commands about menus. Each imports its work when it runs."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shop_commands import InShop

menu = typer.Typer(help="Menus, as files.", no_args_is_help=True)

MenuPath = Annotated[
    Path, typer.Argument(metavar="FILE", help="A menu file: JSON, or CSV if its name ends in .csv.")
]


@menu.command("check")
def menu_check(
    file: MenuPath,
    shop: Annotated[
        str | None,
        typer.Option("--tenant", metavar="SHOP", help="Also against this shop's currency."),
    ] = None,
) -> None:
    """Name everything that is wrong with a menu file. Changes nothing."""
    from bot.cli.menus import check

    check(file, shop)


@menu.command("import")
def menu_import(
    file: MenuPath,
    shop: InShop = None,
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False,
) -> None:
    """Make a shop's menu equal to a file, or refuse the file whole.

    Shows what changes, and asks before anything is removed.
    """
    from bot.cli.menus import import_file

    import_file(shop, file, yes=yes)


@menu.command("export")
def menu_export(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            allow_dash=True,
            help='A file to write, JSON or CSV by its name; "-" is standard output.',
        ),
    ],
    shop: InShop = None,
) -> None:
    """Write a shop's menu to a file that can be imported again."""
    from bot.cli.menus import export

    export(shop, file)
