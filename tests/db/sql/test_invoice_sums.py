"""Minor units: what an invoice asks for is the total, whatever the currency and the parts."""

from decimal import Decimal

import psycopg
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from psycopg import Connection

from tests.speech import PlainSpeech
from tests.support.charges import Coupon, Fee, Rules
from tests.support.money import Payer, minor_of, take_money
from tests.support.refusals import refused
from tests.support.turns import line
from tools.kit.enclosure import Invoice, in_minor_units
from tools.results.invoice import InvoiceSent

DIGITS = {"INR": 2, "EUR": 2, "JPY": 0, "KRW": 0, "KWD": 3, "BHD": 3, "CLF": 4}
AMOUNT = st.decimals(min_value=-99999, max_value=99999, places=2)


@given(st.lists(AMOUNT, min_size=1, max_size=30), st.sampled_from(sorted(DIGITS.values())))
def test_the_parts_come_to_the_sum_exactly(amounts: list[Decimal], digits: int) -> None:
    total = sum(amounts, Decimal(0)).scaleb(digits)
    if total != total.to_integral_value():
        with pytest.raises(ValueError, match="no sum"):
            in_minor_units(amounts, digits)
        return
    parts = in_minor_units(amounts, digits)
    assert sum(parts) == total
    assert all(abs(part - one.scaleb(digits)) < 1 for part, one in zip(parts, amounts, strict=True))


@given(st.lists(AMOUNT, min_size=1, max_size=30))
def test_no_sum_means_no_rounding_in_secret(amounts: list[Decimal]) -> None:
    total = sum(amounts)
    assume(total != int(total))
    with pytest.raises(ValueError, match="no sum"):
        in_minor_units(amounts, 0)


def test_the_digits_of_currencies(db: Connection) -> None:
    for currency, digits in DIGITS.items():
        row = db.execute("select app.currency_digits(%s)", [currency]).fetchone()
        assert row == (digits,), currency


RULES = Rules(
    classes={"food": {"CGST": "2.5", "SGST": "2.5"}, "bags": {"GST": "18"}},
    default_class="food",
    included=False,
    fees=(Fee("Packaging", "7.35", "per_piece", tax_class="bags"), Fee("Service", "3.33")),
    coupons=(Coupon("SAVE", "12.5", "percent"),),
)


@pytest.mark.parametrize("currency", ["INR", "JPY", "KWD"])
@pytest.mark.parametrize("rounding", ["0", "1", "0.05"])
def test_sql_reply_and_invoice_ask_for_the_same(
    dsn: str, db: psycopg.Connection, currency: str, rounding: str
) -> None:
    take_money(db)
    Rules(**{**vars(RULES), "rounding": rounding}).put(db)
    db.execute("update cold.tenants set currency = %s", [currency])
    with Payer(dsn) as asha:
        asha.apply_coupon("SAVE")
        asha.add_to_cart([line("idly", 3), line("masala_dosa", 1)])
        checkout = asha.checkout("take_away").checkout
        assert checkout is not None
        ways = {way.method for way in checkout.payment_ways}
        if DIGITS[currency] == 0 and checkout.total != int(checkout.total):
            assert "telegram" not in ways, "there is no such sum in yen"
            with refused("OC014"):
                asha.choose_payment("telegram")
            return
        view = asha.choose_payment("telegram")
        assert view.invoice is not None
        assert view.checkout is not None
        sent = InvoiceSent(view=view, checkout=view.checkout, tender=view.invoice, shop="Shop")
        invoice = sent.enclosure(PlainSpeech())
        assert isinstance(invoice, Invoice)
        assert invoice.total == minor_of(view.invoice)
        assert Decimal(invoice.total) == checkout.total.scaleb(DIGITS[currency])
        assert len(invoice.prices) >= 4
        placed = asha.pays(view.invoice, currency=currency).order
        assert placed is not None
        assert placed.total == checkout.total


def test_upi_codes_are_for_rupees(dsn: str, db: Connection) -> None:
    take_money(db)
    db.execute("update cold.tenants set currency = 'EUR'")
    with Payer(dsn) as asha:
        asha.add_to_cart([line("idly")])
        checkout = asha.checkout().checkout
        assert checkout is not None
        assert {way.method: way.now for way in checkout.payment_ways}["upi"] is False
