"""An invoice for an open quote: the order is placed when it is paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tools.kit.enclosure import Enclosure, Invoice, in_minor_units
from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import Checkout, SessionView, Tender
from tools.results.bill import charge_name
from tools.results.lines import all_with_quantity, with_quantity
from tools.results.pay_buttons import payment_rows

# As long as Telegram takes them; other channels can hardly show more.
TITLE = 32
DESCRIPTION = 255
LABEL = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSent(Result):
    """The money is asked for; every other way to pay is still open."""

    checkout: Checkout
    tender: Tender
    shop: str

    def text(self, say: Speech) -> str:
        """What happens next."""
        return say(
            "Here is your invoice for {total}. Your order is placed as soon as it is paid.",
            total=self.tender.amount,
        )

    def buttons(self, say: Speech) -> Rows:
        """The ways to pay, the other ones and this one again."""
        return payment_rows(say, self.checkout)

    def enclosure(self, say: Speech) -> Enclosure | None:
        """The invoice, line by line."""
        named = list(_prices(say, self.view, self.checkout))
        amounts = in_minor_units([amount for _, amount in named], self.tender.digits)
        labels = (label for label, _ in named)
        return Invoice(
            payment_id=self.tender.payment_id,
            title=_clipped(self.shop, TITLE),
            description=_clipped(all_with_quantity(say, self.view.lines), DESCRIPTION),
            currency=self.tender.currency,
            prices=tuple(pair for pair in zip(labels, amounts, strict=True) if pair[1]),
        )


def _prices(say: Speech, view: SessionView, checkout: Checkout) -> Iterator[tuple[str, Decimal]]:
    """Every line and every charge that is not in a line already."""
    for line in view.lines:
        yield _clipped(with_quantity(say, line), LABEL), line.line_total
    for charge in checkout.quote.charges:
        if not charge.is_included:
            yield _clipped(charge_name(say, charge), LABEL), charge.amount


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
