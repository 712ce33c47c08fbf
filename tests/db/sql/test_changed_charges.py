"""Whatever changes of charges between quote and confirm is refused, told in words, quoted anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.speech import PlainSpeech
from tests.support.charges import Coupon, Fee, Rules, put_tax_class
from tests.support.records import count
from tests.support.shop import right_now
from tests.support.turns import Caller, line
from tools.kit.view import SessionView
from tools.results.payment import PaymentAsked

NOW = "2026-03-02 13:00+05:30"
SHOP = Rules(
    {"food": {"CGST": "2.5", "SGST": "2.5"}, "box": {"VAT": "10"}},
    "food",
    included=False,
    rounding="0.05",
    fees=[Fee("Packaging", "10", tax_class="box")],
    coupons=[Coupon("SAVE10", "10", total_limit=5)],
)
SALES = "insert into cold.tax_part select tenant_id, 'food', 'Cess', 1, 9 from cold.tenants"


@dataclass(frozen=True)
class Change:
    """What a shop does between quote and confirm, and what the reply must say of it."""

    sql: str
    says: Sequence[str]
    total: str


# Before: 200 - 10 + 10 of packaging + 4.75 CGST + 4.75 SGST + 1 VAT = 210.50.
CHANGES = {
    "fee up": Change(
        "update cold.fee set amount = 20",
        ["Packaging is now ₹20 (was ₹10).", "VAT is now ₹2 (was ₹1)."],
        "221.50",
    ),
    "fee gone": Change(
        "delete from cold.fee",
        ["Packaging is no longer charged (was ₹10).", "VAT is no longer charged (was ₹1)."],
        "199.50",
    ),
    "fee new": Change(
        """insert into cold.fee (tenant_id, fee_id, name, kind, amount, tax_class)
           select tenant_id, 'bag', 'Bag', 'flat', 3, 'none' from cold.tenants""",
        ["Bag of ₹3 is new."],
        "213.50",
    ),
    "fee for others": Change(
        "update cold.fee set order_types = '{dine_in}'",
        ["Packaging is no longer charged (was ₹10)."],
        "199.50",
    ),
    "tax rate": Change(
        "update cold.tax_part set rate = 3 where tax_name = 'CGST'",
        ["CGST is now ₹5.70 (was ₹4.75)."],
        "211.45",
    ),
    "tax new": Change(SALES, ["Cess of ₹1.90 is new."], "212.40"),
    "tax class of a dish": Change(
        "update cold.menu_item set tax_class = 'box' where item_id = 'idly'",
        ["CGST is now ₹3.80 (was ₹4.75).", "VAT is now ₹4.80 (was ₹1)."],
        "212.40",
    ),
    "prices include tax": Change(
        "update cold.tenants set prices_include_tax = true",
        ["CGST is no longer charged (was ₹4.75).", "CGST of ₹4.52 is new."],
        "200.00",
    ),
    "rounding rule": Change(
        "update cold.tenants set rounding = 1",
        ["Rounding of ₹0.50 is new."],
        "211.00",
    ),
    "coupon expired": Change(
        "update cold.coupon set valid_until = '2026-03-02 13:00+05:30'",
        ["SAVE10 is no longer valid.", "CGST is now ₹5 (was ₹4.75)."],
        "221.00",
    ),
    "coupon used up": Change(
        "update cold.coupon set redeemed = 5", ["SAVE10 has been used up."], "221.00"
    ),
    "coupon switched off": Change(
        "update cold.coupon set is_active = false", ['We have no promo code "SAVE10".'], "221.00"
    ),
    "coupon gives less": Change(
        "update cold.coupon set amount = 5",
        ["Discount SAVE10 is now -₹5 (was -₹10)."],
        "215.75",
    ),
    "coupon asks for more": Change(
        "update cold.coupon set minimum_order = 300",
        ["SAVE10 counts from ₹300: ₹100 more to go."],
        "221.00",
    ),
    "coupon for others": Change(
        "update cold.coupon set order_types = '{dine_in}'",
        ["SAVE10 is for dine-in orders only."],
        "221.00",
    ),
    "a dish and a fee": Change(
        """update cold.fee set amount = 20;
           update cold.menu_item set price = 50 where item_id = 'idly'""",
        ["Idly is now ₹50 (was ₹40).", "Packaging is now ₹20 (was ₹10)."],
        "232.00",
    ),
}


@pytest.fixture
def quoted(asha: Caller, db: Connection) -> SessionView:
    """The quote of 210.50 that is on the confirm button."""
    db.execute("update cold.menu_item set tax_class = null")
    SHOP.put(db)
    asha.turn_clock(NOW)
    asha.add_to_cart([line("idly"), line("masala_dosa", 2)])
    asha.apply_coupon("SAVE10")
    view = asha.checkout("take_away")
    assert view.checkout
    assert view.checkout.total == Decimal("210.50")
    return view


def confirm(customer: Caller, view: SessionView) -> SessionView:
    """Press the button of that quote."""
    assert view.checkout
    return customer.choose_payment("cash", view.checkout.checkout_id)


def words(view: SessionView) -> str:
    return PaymentAsked(view=view, now=right_now()).text(PlainSpeech())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_is_refused_in_words_with_a_new_quote(
    asha: Caller, db: Connection, quoted: SessionView, change: Change
) -> None:
    for statement in change.sql.split(";"):
        db.execute(statement.encode())
    view = confirm(asha, quoted)
    assert (view.order, count(db, "cold.orders")) == (None, 0)
    text = words(view)
    for sentence in change.says:
        assert sentence in text, text
    assert view.checkout
    assert quoted.checkout
    assert view.checkout.checkout_id != quoted.checkout.checkout_id
    assert view.checkout.total == Decimal(change.total)
    assert f"Shall I place it at {PlainSpeech().money(view.checkout.total)}?" in text
    assert [one.quantity for one in view.lines] == [1, 2]
    order = confirm(asha, view).order
    assert order
    assert order.total == view.checkout.total


def test_what_did_not_change_is_not_told(asha: Caller, db: Connection, quoted: SessionView) -> None:
    db.execute("update cold.fee set position = 5")
    db.execute("update cold.coupon set redeemed = 4")
    order = confirm(asha, quoted).order
    assert order
    assert order.total == Decimal("210.50")
    assert db.execute("select redeemed from cold.coupon").fetchall() == [(5,)]


def test_an_order_that_has_become_too_small_is_not_placed(
    asha: Caller, db: Connection, quoted: SessionView
) -> None:
    db.execute(
        "insert into cold.order_rule select tenant_id, order_type_id, 300"
        " from cold.tenants, cold.order_type_table"
    )
    view = confirm(asha, quoted)
    assert (view.order, view.checkout, count(db, "cold.orders")) == (None, None, 0)
    assert words(view) == "An order like this starts at ₹300: please add ₹100 more."
    assert [one.quantity for one in view.lines] == [1, 2]


def test_included_tax_moves_with_the_prices_and_is_not_told_for_itself(
    asha: Caller, db: Connection
) -> None:
    Rules({"food": {"VAT": "10"}}, "food").put(db)
    put_tax_class(db, "idly", None)
    asha.add_to_cart([line("idly")])
    view = asha.checkout()
    db.execute("update cold.menu_item set price = 44 where item_id = 'idly'")
    changed = confirm(asha, view)
    assert [one.kind for one in changed.differences] == ["price"]
    db.execute("update cold.tax_part set rate = 21")
    assert [one.kind for one in confirm(asha, changed).differences] == ["charge"]
