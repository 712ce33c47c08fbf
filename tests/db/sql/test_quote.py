"""quote: what a cart costs, part by part, by the rules of the shop."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.charges import Coupon, Fee, Rules, put_tax_class
from tests.support.refusals import refused
from tests.support.turns import Caller, line
from tools.kit.view import Quote

GST5 = {"gst5": {"CGST": "2.5", "SGST": "2.5"}}
BOTH = {**GST5, "gst18": {"CGST": "9", "SGST": "9"}}


@pytest.fixture(autouse=True)
def untaxed(db: Connection) -> None:
    """No dish has a tax class of its own."""
    db.execute("update cold.menu_item set tax_class = null")


def quoted(customer: Caller, order_type: str = "take_away") -> Quote:
    """The quote of the cart: an idly for 40 and two dosas for 80, where it holds nothing yet."""
    if not customer.view_cart().lines:
        customer.add_to_cart([line("idly"), line("masala_dosa", 2)])
    quote = customer.checkout(order_type).quote
    assert quote
    return quote


def taxes(quote: Quote) -> list[tuple[str, str, str, str, bool]]:
    return [
        (one.name, str(one.rate), str(one.base), str(one.amount), one.included)
        for one in quote.taxes
    ]


def fees(quote: Quote) -> dict[str, str]:
    return {fee.name: str(fee.amount) for fee in quote.fees}


def test_dishes_alone_cost_what_they_cost(asha: Caller, db: Connection) -> None:
    Rules().put(db)
    quote = quoted(asha)
    assert (quote.subtotal, quote.total) == (Decimal(200), Decimal(200))
    assert (quote.charges, quote.problems) == ((), ())


def test_included_tax_is_told_and_changes_nothing(asha: Caller, db: Connection) -> None:
    Rules(GST5, "gst5").put(db)
    quote = quoted(asha)
    assert taxes(quote) == [
        ("CGST", "2.5", "190.48", "4.76", True),
        ("SGST", "2.5", "190.48", "4.76", True),
    ]
    assert quote.total == Decimal(200)


def test_tax_on_top_is_added(asha: Caller, db: Connection) -> None:
    Rules(GST5, "gst5", included=False).put(db)
    quote = quoted(asha)
    assert taxes(quote) == [
        ("CGST", "2.5", "200.00", "5.00", False),
        ("SGST", "2.5", "200.00", "5.00", False),
    ]
    assert quote.total == Decimal(210)


def test_each_dish_is_taxed_by_its_class_and_without_one_not_at_all(
    asha: Caller, db: Connection
) -> None:
    Rules(BOTH, included=False).put(db)
    put_tax_class(db, "idly", "gst18")
    assert taxes(quoted(asha)) == [
        ("CGST", "9", "40.00", "3.60", False),
        ("SGST", "9", "40.00", "3.60", False),
    ]


def test_a_dish_without_a_class_has_the_shops(asha: Caller, db: Connection) -> None:
    Rules(BOTH, "gst5", included=False).put(db)
    put_tax_class(db, "idly", "gst18")
    assert [(one[1], one[3]) for one in taxes(quoted(asha))] == [
        ("9", "3.60"),
        ("9", "3.60"),
        ("2.5", "4.00"),
        ("2.5", "4.00"),
    ]


def test_a_class_is_rounded_once_and_not_line_by_line(asha: Caller, db: Connection) -> None:
    Rules(GST5, "gst5", included=False).put(db)
    db.execute("update cold.menu_item set price = 0.30 where item_id in ('idly', 'plain_dosa')")
    asha.add_to_cart([line("idly"), line("plain_dosa")])
    # Each line alone would be taxed 0.0075, so 0.01 twice.
    assert [one[3] for one in taxes(quoted(asha))] == ["0.02", "0.02"]


def test_a_discount_is_spread_before_tax(asha: Caller, db: Connection) -> None:
    shop = Rules(BOTH, "gst5", included=False, coupons=[Coupon("TEN", "10.01")])
    shop.put(db)
    put_tax_class(db, "idly", "gst18")
    asha.add_to_cart([line("idly"), line("masala_dosa", 2)])
    asha.apply_coupon("TEN")
    quote = quoted(asha)
    # 40/200 of 10.01 is 2.002 and 160/200 is 8.008: the hundredth left over is the dosas'.
    assert [(one[2], one[3]) for one in taxes(quote)] == [
        *[("38.00", "3.42")] * 2,
        *[("151.99", "3.80")] * 2,
    ]
    assert quote.total == Decimal("200") - Decimal("10.01") + Decimal("14.44")


@pytest.mark.parametrize(
    ("fee", "amount"),
    [
        (Fee("Packaging", "10"), "10.00"),
        (Fee("Box", "2.50", "per_piece"), "7.50"),
        (Fee("Service", "5", "percent"), "10.00"),
        (Fee("Packaging", "10", order_types=("take_away",)), "10.00"),
        (Fee("Packaging", "10", order_types=("dine_in", "delivery")), None),
        (Fee("Packaging", "10", free_from="200.01"), "10.00"),
        (Fee("Packaging", "10", free_from="200"), None),
        (Fee("Nothing", "0"), None),
    ],
)
def test_kinds_of_fees(asha: Caller, db: Connection, fee: Fee, amount: str | None) -> None:
    Rules(fees=[fee]).put(db)
    quote = quoted(asha)
    assert fees(quote) == ({fee.name: amount} if amount else {})
    assert quote.total == 200 + Decimal(amount or 0)


def test_a_percentage_is_of_what_the_dishes_cost_with_the_discount(
    asha: Caller, db: Connection
) -> None:
    shop = Rules(
        fees=[Fee("Service", "10", "percent"), Fee("Box", "5", free_from="200")],
        coupons=[Coupon("HALF", "50", "percent")],
    )
    shop.put(db)
    asha.apply_coupon("HALF")
    quote = quoted(asha)
    # Whether a fee is waived goes by what the dishes would cost without it.
    assert (fees(quote), quote.total) == ({"Service": "10.00"}, Decimal(110))


def test_a_fee_is_taxed_by_its_own_class_or_the_shops(asha: Caller, db: Connection) -> None:
    fee = [Fee("Packaging", "20"), Fee("Service", "10", tax_class="gst18")]
    Rules(BOTH, "gst5", included=False, fees=fee).put(db)
    assert [(one[1], one[2], one[3]) for one in taxes(quoted(asha))] == [
        *[("9", "10.00", "0.90")] * 2,
        *[("2.5", "220.00", "5.50")] * 2,
    ]


@pytest.mark.parametrize(
    ("price", "step", "rounding", "total"),
    [
        ("199.49", "1", "-0.49", "199.00"),
        ("199.50", "1", "0.50", "200.00"),
        ("199.52", "0.05", "-0.02", "199.50"),
        ("199.53", "0.05", "0.02", "199.55"),
        ("197.50", "5", "2.50", "200.00"),
        ("199.99", "0", "0.00", "199.99"),
    ],
)
def test_the_total_is_rounded_to_the_nearest_multiple(
    asha: Caller, db: Connection, price: str, step: str, rounding: str, total: str
) -> None:
    Rules(rounding=step).put(db)
    db.execute("update cold.menu_item set price = %s where item_id = 'idly'", [price])
    asha.add_to_cart([line("idly")])
    quote = quoted(asha)
    assert (str(quote.rounding), str(quote.total)) == (rounding, total)


def test_too_little_for_the_order_type_opens_no_checkout(asha: Caller, db: Connection) -> None:
    Rules(minimum={"take_away": "250"}).put(db)
    asha.add_to_cart([line("idly"), line("masala_dosa", 2)])
    view = asha.checkout("take_away")
    assert view.checkout is None
    assert view.quote
    (problem,) = view.quote.problems
    assert problem.kind == "minimum_order"
    assert (problem.least, problem.missing) == (Decimal(250), Decimal(50))
    assert asha.checkout("dine_in").checkout is not None
    asha.add_to_cart([line("filter_coffee", 2)])
    assert asha.checkout("take_away").checkout is not None


def test_what_lies_beyond_all_bounds_is_refused_in_words(asha: Caller, db: Connection) -> None:
    Rules(fees=[Fee("Box", "99999", "per_piece")]).put(db)
    asha.add_to_cart([line("idly", 99), line("masala_dosa", 2)])
    with refused("OC017"):
        asha.checkout()


def test_it_is_ready_when_the_kitchen_is_done_or_when_it_is_wanted(
    asha: Caller, db: Connection
) -> None:
    Rules().put(db)
    db.execute("update cold.tenants set prep_minutes = 25")
    asha.turn_clock("2026-03-02 13:00+05:30")
    ready = quoted(asha).ready_at
    assert ready == datetime(2026, 3, 2, 7, 55, tzinfo=UTC)
    asha.turn_clock("2026-03-02 13:10+05:30")
    order = asha.choose_payment("cash").order
    assert order
    assert order.ready_at
    # Promised anew when it is placed.
    assert (order.ready_at - ready).total_seconds() == 600
