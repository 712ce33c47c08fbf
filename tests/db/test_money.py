"""Any menu, options, taxes, fees, coupon and currency: one sum, the same everywhere it is told.

The quote of SQL is held against exact fractions; the reply, the invoice's minor units, the
order's rows and the receipt in the chat and on its page against the quote; and all of that once
more after the order was changed. A failure names the seed that repeats it.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from random import Random

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation

from tests.db.chance_shop import CLASSES, fill, put_rules
from tests.db.exact_bill import Dishes, bill_of
from tests.db.reliability.broken import Break, put_in
from tests.db.told_sums import (
    as_bill,
    asks_in_the_chat,
    check_order,
    check_receipt,
    check_reply,
    check_told,
)
from tests.support.charges import Coupon, Rules, put_price, put_tax_class
from tests.support.life import change
from tests.support.money import Payer, take_money
from tests.support.together import fresh
from tests.support.turns import line
from tools.kit.call import Json
from tools.kit.view import Order, SessionView

SEEDS = 12
SHOPS = 12
BROKEN = {
    "a discount that loses hundredths": Break(
        "spread", "case when r.gets_one then v_unit else 0 end", "0"
    ),
    "tax on what was taken off": Break(
        "quote_sums", "l.quantity * l.price - s.share as amount", "l.quantity * l.price as amount"
    ),
    "fees rounded down": Break(
        "quote_fees", "round(p_goods * r.amount / 100", "trunc(p_goods * r.amount / 100"
    ),
    "taxes rounded down": Break(
        "quote_taxes", "round(g.amount * x.rate", "trunc(g.amount * x.rate"
    ),
    "a total rounded down": Break(
        "quote_sums", "round(v_sum / v_shop.rounding)", "floor(v_sum / v_shop.rounding)"
    ),
    "a delivery that is free after the discount": Break(
        "fulfilment", "p_goods < v_zone.free_from", "p_goods / 2 < v_zone.free_from"
    ),
    "an invoice without the charges": Break(
        "start_invoice", "p_checkout.total, t.currency", "p_checkout.total - 0.01, t.currency"
    ),
    "a receipt as the order was placed": Break(
        "order_charges", "v_quote is not null", "v_quote is not null and false"
    ),
    "a total without what was changed": Break(
        "order_total", "coalesce(sum(a.amount), 0)", "0 * coalesce(sum(a.amount), 0)"
    ),
    "yen with hundredths": Break("money_digits", "app.currency_digits(t.currency)", "2"),
    "a percentage of yen with hundredths": Break(
        "coupon_amount", "app.money_digits(p_coupon.tenant_id)", "2"
    ),
    "a fee that is forgotten": Break(
        "quote_charges",
        "select 'fee', f.name, null, null, null, f.amount",
        "select 'fee', f.name, null, null, null, 0",
    ),
}
RECEIVE = "select app.receive_tender(tenant_id, %s, now()) from cold.tenants"


@pytest.fixture
def asha(dsn: str, db: Connection) -> Iterator[Payer]:
    """A customer of a shop that takes money in the chat."""
    take_money(db)
    with Payer(dsn) as payer:
        yield payer


def quote_of(asha: Payer, order_type: str, code: Coupon | None) -> SessionView:
    """Ask what the cart costs, with a promo code if there is one."""
    if code:
        asha.apply_coupon(code.code)
    view = asha.checkout(order_type)
    if order_type == "delivery":
        view = asha.call("give_address", "12 Lake Road, 560 034")
    return view


def another(dice: Random, asha: Payer, order: Order, lines: list[Dishes]) -> list[Dishes]:
    """Let the customer have another number of one of his dishes."""
    at = dice.randrange(len(lines))
    counts = {0 if len(lines) > 1 else 1, 1, 2, 9} - {lines[at].count}
    count = dice.choice(sorted(counts))
    meant: dict[str, Json] = {"item_ids": [lines[at].item_id]}
    told = change(asha, order.order_id, meant, count).change
    assert told
    made = change(asha, order.order_id, meant, count, f"{told.total:.2f}").change
    assert made
    assert made.made
    changed = [*lines[:at], replace(lines[at], count=count), *lines[at + 1 :]]
    return [one for one in changed if one.count]


def sell_one(dice: Random, db: Connection, asha: Payer) -> None:
    """Let somebody order at a shop with other prices and rules, and check every sum on the way."""
    digits = dice.choice([2, 2, 0])
    lines = fill(dice, db, asha, digits)
    shop = put_rules(dice, db, lines, digits)
    order_type = dice.choice(["take_away", "dine_in", "delivery"])
    code = shop.coupons[0] if shop.coupons else None
    view = quote_of(asha, order_type, code)
    assert view.quote
    assert view.checkout
    bill = bill_of(shop, lines, order_type, code)
    assert as_bill(view.quote) == bill
    assert view.checkout.total == view.quote.total
    check_reply(view, view.quote)
    ways = [way.method for way in view.checkout.payment_ways]
    assert ("telegram" in ways) is (bill.total > 0)
    in_chat = bill.total > 0 and dice.random() < 0.5
    order = (asks_in_the_chat(asha, view.quote) if in_chat else asha.choose_payment("cash")).order
    assert order
    check_order(db, order, view.quote)
    check_told(order, bill, digits)
    if dice.random() < 0.5:
        lines = another(dice, asha, order, lines)
        (order,) = asha.order_status().orders
        bill = bill_of(shop, lines, order_type, code)
        check_told(order, bill, digits)
    if order.total > order.paid:
        db.execute(RECEIVE, [order.order_id])
    check_receipt(asha, order, bill, digits)


def sell_many(dice: Random, shops: int, db: Connection, asha: Payer) -> None:
    for _ in range(shops):
        sell_one(dice, db, asha)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_total_is_the_sum_of_its_parts(db: Connection, asha: Payer, seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - it is to be repeatable, not secret
    sell_many(dice, SHOPS, db, asha)


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_sum_is_noticed(db: Connection, asha: Payer, broken: Break) -> None:
    put_in(db, broken)
    dice = Random(0)  # noqa: S311 - as above
    with pytest.raises((AssertionError, CheckViolation)):
        sell_many(dice, SEEDS * SHOPS, db, asha)


def test_equal_rates_are_equal_amounts(db: Connection, asha: Payer) -> None:
    for cents, included in product((1, 5, 333, 9_999, 12_345, 100_001), (True, False)):
        asha.who = asha.chat = fresh()
        Rules({"gst5": CLASSES["gst5"]}, "gst5", included).put(db)
        put_tax_class(db, "idly", None)
        put_price(db, "idly", Decimal(cents) / 100)
        asha.add_to_cart([line("idly", 3)])
        quote = asha.checkout("take_away").quote
        assert quote
        assert len({tax.amount for tax in quote.taxes}) <= 1
