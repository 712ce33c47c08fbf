"""The commands about orders. Each imports its work when it runs."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shop_commands import InShop

orders = typer.Typer(help="Orders, as the shop keeps them.", no_args_is_help=True)


@orders.command("receipt")
def orders_receipt(
    number: Annotated[int, typer.Argument(metavar="NO", min=1, help="The order's number.")],
    shop: InShop = None,
    day: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Of that day; else the latest."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write it; else receipt-NO.html.")
    ] = None,
) -> None:
    """Write the receipt of an order to a file that can be printed; from the second on a copy."""
    from bot.cli.receipts import write_receipt

    write_receipt(shop, number, day.date() if day else None, out)
