"""The commands about a shop's staff. Each imports its work when it runs."""

from typing import Annotated

import typer

from bot.cli.shop_commands import InShop

staff = typer.Typer(help="Who may run a shop.", no_args_is_help=True)

Channel = Annotated[str, typer.Argument(metavar="CHANNEL", help="telegram or console.")]
User = Annotated[
    str,
    typer.Argument(
        metavar="USER", help="The user id there: Telegram's number, or the name for `chat --as`."
    ),
]


@staff.command("add")
def staff_add(
    channel: Channel,
    user: User,
    role: Annotated[
        str,
        typer.Argument(
            metavar="ROLE", help="owner, manager, kitchen, counter, waiter, inventory or rider."
        ),
    ],
    shop: InShop = None,
) -> None:
    """Let a person run a shop, as far as the role goes; another role replaces it."""
    from bot.cli.staff import add

    add(shop, channel, user, role)


@staff.command("list")
def staff_list(
    shop: InShop = None,
    everyone: Annotated[bool, typer.Option("--all", help="Also grants that have ended.")] = False,
) -> None:
    """List who may run a shop."""
    from bot.cli.staff import show_all

    show_all(shop, revoked=everyone)


@staff.command("remove")
def staff_remove(channel: Channel, user: User, shop: InShop = None) -> None:
    """End a person's rights, from his next message on. What he did stays on record."""
    from bot.cli.staff import remove

    remove(shop, channel, user)
