"""A receipt in words: the same lines in the chat, on its page and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import Payment, Receipt
from tools.results.bill import charge_rows
from tools.results.buttons import menu_button, status_button
from tools.results.lines import with_quantity
from tools.results.refunds import tender_name

Row = tuple[str, str]

_NEVER = frozenset({"rejected", "cancelled"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptHanded(Result):
    """The receipt of an order, and where it can be printed; `link` "" where there is no page."""

    receipt: Receipt
    zone: tzinfo
    link: str = ""

    def text(self, say: Speech) -> str:
        """Everything that is on its page."""
        receipt = self.receipt
        told = [receipt_title(say, receipt), *heading(say, receipt, self.zone)]
        told += [f"{what} — {amount}" for what, amount in rows(say, receipt)]
        told += [f"{what}: {amount}" for what, amount in sums(say, receipt)]
        if self.link:
            told.append(say("To print it: {link}", link=self.link))
        return "\n".join(told)

    def buttons(self, say: Speech) -> Rows:
        """The way on."""
        return ((menu_button(say), status_button(say)),)


def receipt_title(say: Speech, receipt: Receipt) -> str:
    """ "Receipt TR-12", "Receipt TR-12 (copy 2)"."""
    title = say("Receipt {number}", number=receipt.number)
    if receipt.prints < 2:
        return title
    return f"{title} ({copy_mark(say, receipt)})"


def copy_mark(say: Speech, receipt: Receipt) -> str:
    """ "Copy 2"; nothing on the first print."""
    return say("Copy {number}", number=receipt.prints) if receipt.prints > 1 else ""


def heading(say: Speech, receipt: Receipt, zone: tzinfo) -> Iterator[str]:
    """Who has sold it, and which order it is of."""
    yield receipt.legal_name or receipt.shop
    if receipt.address:
        yield receipt.address
    if receipt.tax_number:
        yield say("Tax number: {number}", number=receipt.tax_number)
    yield say(
        "Order {number} of {when}",
        number=receipt.order_ref,
        when=_moment(receipt.order.created_at, zone),
    )
    yield say("Issued {when}", when=_moment(receipt.issued_at, zone))
    if receipt.order.status in _NEVER:
        yield say("VOID: the order was cancelled.")


def rows(say: Speech, receipt: Receipt) -> Iterator[Row]:
    """Every line and every charge that makes the total."""
    for line in receipt.order.lines:
        yield with_quantity(say, line), say.money(line.line_total)
    yield from charge_rows(say, receipt.order.charges, included=False)


def sums(say: Speech, receipt: Receipt) -> Iterator[Row]:
    """The total, the tax it holds, and how it is paid."""
    order = receipt.order
    yield say("Total"), say.money(order.total)
    yield from charge_rows(say, order.charges, included=True)
    for payment in order.payments:
        yield from _paid(say, payment)
    if order.status not in _NEVER and order.total > order.paid:
        yield say("To be paid"), say.money(order.total - order.paid)


def _paid(say: Speech, payment: Payment) -> Iterator[Row]:
    if payment.status in ("paid", "refund_due", "refunded"):
        how = tender_name(say, payment.method)
        yield say("Paid {how}", how=how), say.money(payment.amount)
    if payment.refunded:
        yield say("Given back"), say.money(-payment.refunded)


def _moment(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
