"""`hotcart orders receipt`: a receipt as a file."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from bot.cli.build import server, settings
from bot.cli.errors import CommandError
from bot.receipts import receipt_page
from bot.speech import Voices
from db.receipts import NoReceipt, hand_out
from tools.kit.turn import Tenant
from tools.kit.view import Receipt


def write_receipt(slug: str | None, number: int, day: date | None, out: Path | None) -> None:
    """Hand out the receipt of an order. Raises CommandError where there is none."""
    chosen = settings()
    with server(chosen) as opened:
        try:
            handed = hand_out(opened.dsn, slug or chosen.hotcart_tenant, number, day)
        except NoReceipt as error:
            raise CommandError(f"no receipt of order {number}: {_why(error)}") from None
    shop = TypeAdapter(Tenant).validate_python(handed.shop)
    receipt = Receipt.model_validate(handed.receipt)
    page = receipt_page(Voices()(None, shop), receipt, ZoneInfo(shop.time_zone))
    file = out or Path(f"receipt-{number}.html")
    file.write_text(page, encoding="utf-8")
    copy = f" (copy {receipt.prints})" if receipt.prints > 1 else ""
    print(f"Receipt {receipt.number}{copy} is in {file}: open it in a browser to print it.")


def _why(error: NoReceipt) -> str:
    """ "there is no such order", "it is placed, and neither completed nor paid"."""
    status = error.words.get("status")
    if status is None:
        return "there is no such order; name its day with --day if it is of an earlier one"
    return f"it is {status.replace('_', ' ')}, and neither completed nor paid"
