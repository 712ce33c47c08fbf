"""The sums a customer and the shop are told, each held against the quote it is of."""

import re
from datetime import UTC
from decimal import Decimal

from psycopg import Connection

from bot.receipts import receipt_page
from tests.db.exact_bill import Bill
from tests.speech import PlainSpeech
from tests.support.money import Payer, minor_of
from tests.support.shop import right_now
from tests.support.together import fresh
from tools.kit.enclosure import Invoice
from tools.kit.view import Order, Quote, Receipt, SessionView
from tools.results.invoice import InvoiceSent
from tools.results.payment import PaymentAsked
from tools.results.receipt import ReceiptHanded

CHARGES = """
select kind, name, rate, base, amount, is_included from cold.order_charge where order_id = %s
order by charge_no
"""
SUMS = """
select o.subtotal, o.total_amount, (select sum(i.subtotal) from cold.order_item i
  where i.order_id = o.order_id), (select sum(p.amount) from cold.payments p
  where p.order_id = o.order_id)
from cold.orders o where o.order_id = %s
"""
SUM = r"[0-9]+(?:\.[0-9]+)?"
AMOUNT = re.compile(r"(-?)₹([0-9.]+)$")
CELL = re.compile(r"<td>(-?₹[0-9.]+)</td>")


def told(text: str) -> tuple[list[Decimal], Decimal]:
    """The sums of the bill's rows that make the total, and the total the reply asks for.

    No sum is told as a part of the total before that total is.
    """
    *rows, ask = text.splitlines()
    sums = [amount(row) for row in rows if " — " in row]
    total = re.search(rf"comes to ₹({SUM})\.", ask)
    assert total, text
    part = next((row for row in rows if "of which" in row), None)
    assert part is None or part.startswith(f"Total: ₹{total[1]}, of which "), text
    return sums, Decimal(total[1])


def as_bill(quote: Quote) -> Bill:
    """The quote as the second opinion puts it."""
    return Bill(
        quote.subtotal,
        quote.discount.amount if quote.discount else Decimal(0),
        [(one.name, one.amount) for one in quote.fees],
        [(one.name, one.rate, one.base, one.amount) for one in quote.taxes],
        *(quote.rounding, quote.total),
    )


def check_reply(view: SessionView, quote: Quote) -> None:
    """The reply tells every part; its parts come to the total it asks for."""
    text = PaymentAsked(view=view, now=right_now()).text(PlainSpeech())
    sums, total = told(text)
    assert total == quote.total
    if quote.charges:
        assert sum(sums) == total, text
        for charge in quote.charges:
            assert PlainSpeech().money(charge.amount) in text


def asks_in_the_chat(asha: Payer, quote: Quote) -> SessionView:
    """Pay by an invoice whose prices are whole minor units that come to the total."""
    view = asha.choose_payment("telegram")
    assert view.checkout
    assert view.invoice
    sent = InvoiceSent(view=view, checkout=view.checkout, tender=view.invoice, shop="Tiffin Room")
    invoice = sent.enclosure(PlainSpeech())
    assert isinstance(invoice, Invoice)
    minor = quote.total.scaleb(view.invoice.digits)
    assert sum(each for _, each in invoice.prices) == minor
    assert invoice.total == minor_of(view.invoice) == minor
    currency = view.invoice.currency
    assert asha.may_pay(view.invoice, currency=currency).payment_refusal is None
    return asha.pays(view.invoice, charge=fresh(), currency=currency)


def check_order(db: Connection, order: Order, quote: Quote) -> None:
    """The rows of the order and what is told of it are those of the quote."""
    row = db.execute(SUMS, [order.order_id]).fetchone()
    assert row == (quote.subtotal, quote.total, quote.subtotal, quote.total)
    charges = [tuple(charge) for charge in db.execute(CHARGES, [order.order_id]).fetchall()]
    assert charges == [
        (one.kind, one.name, one.rate, one.base, one.amount, one.is_included)
        for one in quote.charges
    ]


def check_told(order: Order, bill: Bill, digits: int) -> None:
    """What is told of an order is its bill; its parts, whole minor units, come to the total."""
    assert (order.subtotal, order.total) == (bill.subtotal, bill.total)
    assert [(one.kind, one.name, one.amount) for one in order.charges] == bill.charges
    parts = [one.line_total for one in order.lines]
    parts += [one.amount for one in order.charges if not one.is_included]
    included = [one.amount for one in order.charges if one.is_included]
    minor = [one.scaleb(digits) for one in (*parts, *included)]
    assert all(one == one.to_integral_value() for one in minor)
    assert sum(parts) == order.total


def check_receipt(asha: Payer, order: Order, bill: Bill, digits: int) -> None:
    """The receipt has the bill, in the chat, on its page and behind its link."""
    receipt = asha.call("issue_receipt", None, order.order_id).receipt
    assert receipt
    check_told(receipt.order, bill, digits)
    linked = Receipt.model_validate(asha.json("read_receipt", asha.tenant, receipt.token))
    assert linked.order == receipt.order
    chat = ReceiptHanded(view=asha.view_cart(), receipt=receipt, zone=UTC).text(PlainSpeech())
    parts = [amount(row) for row in chat.splitlines() if " — " in row]
    totals = [amount(row) for row in chat.splitlines() if row.startswith("Total: ")]
    assert (sum(parts), totals) == (bill.total, [bill.total])
    above, below = receipt_page(PlainSpeech(), linked, UTC).split("<tbody>")[1:]
    assert sum(map(amount, CELL.findall(above))) == bill.total
    assert amount(CELL.findall(below)[0]) == bill.total
    assert [amount(cell) for cell in CELL.findall(above) + CELL.findall(below)] == [
        amount(row) for row in chat.splitlines() if AMOUNT.search(row)
    ]


def amount(text: str) -> Decimal:
    """The sum at the end of a row."""
    found = AMOUNT.search(text)
    assert found, text
    return Decimal(found[1] + found[2])
