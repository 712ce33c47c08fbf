"""apply_coupon, remove_coupon: promo codes that really apply, and say why when they do not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.charges import Coupon, Rules, put_coupon
from tests.support.records import count, event_types, events, everything
from tests.support.turns import Caller, line

NOW = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
SAVE = Coupon("SAVE10", "10")


@pytest.fixture(autouse=True)
def cart(asha: Caller, db: Connection) -> None:
    """An idly and two dosas for 200, and no charges."""
    Rules().put(db)
    asha.turn_clock(str(NOW))
    asha.add_to_cart([line("idly"), line("masala_dosa", 2)])


@pytest.mark.parametrize(
    "typed", ["SAVE10", "save10", " Save 10. ", '"save10"', "\u201cSAVE10\u201d"]
)
def test_however_it_is_written(asha: Caller, db: Connection, typed: str) -> None:
    put_coupon(db, SAVE)
    view = asha.apply_coupon(typed)
    assert view.discount
    assert (view.discount.code, view.discount.amount) == ("SAVE10", Decimal(10))
    quote = asha.checkout().quote
    assert quote
    assert quote.total == 190


@pytest.mark.parametrize(
    ("coupon", "amount"),
    [
        (SAVE, "10.00"),
        (Coupon("ALL", "5000"), "200.00"),
        (Coupon("PART", "12.5", "percent"), "25.00"),
        (Coupon("PART", "50", "percent", most="30"), "30.00"),
        (Coupon("PART", "0.3333", "percent"), "0.67"),
        (Coupon("FREE", "masala_dosa", "free_item"), "80.00"),
        (replace(SAVE, minimum="200"), "10.00"),
        (replace(SAVE, valid_from=NOW, valid_until=NOW + timedelta(seconds=1)), "10.00"),
        (replace(SAVE, order_types=("take_away",)), "10.00"),
        (replace(SAVE, total_limit=1, customer_limit=1), "10.00"),
    ],
)
def test_what_it_takes_off(asha: Caller, db: Connection, coupon: Coupon, amount: str) -> None:
    put_coupon(db, coupon)
    assert asha.apply_coupon(coupon.code).coupon is None
    quote = asha.checkout("take_away").quote
    assert quote
    assert quote.discount
    assert str(quote.discount.amount) == amount
    assert quote.total == 200 - Decimal(amount)
    order = asha.choose_payment("cash").order
    assert order
    assert order.total == quote.total
    assert db.execute("select code, amount from cold.coupon_redemption").fetchall() == [
        (coupon.code, Decimal(amount))
    ]


def test_the_cheapest_piece_is_the_free_one(asha: Caller, db: Connection) -> None:
    put_coupon(db, Coupon("FREE", "idly", "free_item"))
    asha.add_to_cart([line("idly", note="hot", quantity=2)])
    db.execute("update cold.menu_item set price = 41 where item_id = 'idly'")
    view = asha.apply_coupon("FREE")
    assert view.discount
    assert view.discount.amount == 40


HOPELESS: Mapping[str, Coupon | None] = {
    "unknown": None,
    "not_yet": replace(SAVE, valid_from=NOW + timedelta(seconds=1)),
    "expired": replace(SAVE, valid_until=NOW),
    "used_up": replace(SAVE, total_limit=1),
    "already_used": replace(SAVE, customer_limit=1),
}


@pytest.mark.parametrize("reason", HOPELESS)
def test_a_code_that_cannot_count_is_not_kept(
    asha: Caller, ravi: Caller, db: Connection, reason: str
) -> None:
    coupon = HOPELESS[reason]
    if coupon:
        put_coupon(db, coupon)
    if reason in ("used_up", "already_used"):
        buyer = ravi if reason == "used_up" else asha
        buyer.turn_clock(str(NOW))
        buyer.add_to_cart([line("idly")])
        buyer.apply_coupon("SAVE10")
        buyer.checkout()
        assert buyer.choose_payment("cash").order
        asha.add_to_cart([line("idly")])
    view = asha.apply_coupon("SAVE10")
    assert view.coupon
    assert (view.coupon.code, view.coupon.reason) == ("SAVE10", reason)
    assert events(db, view.session_id)[-1] == ("coupon_refused", {"reason": reason})
    quote = asha.checkout().quote
    assert quote
    assert (quote.discount, quote.coupon) == (None, None)


@pytest.mark.parametrize(
    ("coupon", "words"),
    [
        (
            replace(SAVE, minimum="250.50"),
            {"least": Decimal("250.50"), "missing": Decimal("50.50")},
        ),
        (replace(SAVE, order_types=("dine_in",)), {"offered": ("dine_in",)}),
        (Coupon("SAVE10", "plain_dosa", "free_item"), {"item": "Plain Dosa"}),
    ],
    ids=["minimum", "order_type", "item"],
)
def test_a_code_that_may_still_come_to_count_is_kept(
    asha: Caller, db: Connection, coupon: Coupon, words: Mapping[str, object]
) -> None:
    put_coupon(db, coupon)
    view = asha.apply_coupon("save10")
    assert view.coupon
    assert {name: getattr(view.coupon, name) for name in words} == words
    quote = asha.checkout().quote
    assert quote
    assert (quote.discount, quote.coupon, quote.total) == (None, view.coupon, Decimal(200))
    asha.add_to_cart([line("plain_dosa")])
    quote = asha.checkout("dine_in").quote
    assert quote
    assert quote.discount
    assert quote.coupon is None


def test_a_code_of_another_shop_or_switched_off_is_unknown(asha: Caller, db: Connection) -> None:
    put_coupon(db, SAVE)
    db.execute("update cold.coupon set is_active = false")
    view = asha.apply_coupon("SAVE10")
    assert view.coupon
    assert view.coupon.reason == "unknown"


@pytest.mark.parametrize(
    "typed", ["", "!!!", "x" * 200, "'; drop table cold.coupon; --", "\u0e01\u0e02"]
)
def test_nonsense_is_an_unknown_code(asha: Caller, typed: str) -> None:
    view = asha.apply_coupon(typed)
    assert view.coupon
    assert view.coupon.reason == "unknown"
    assert len(view.coupon.code) <= 33


def test_guessing_is_braked_for_an_hour(asha: Caller, db: Connection) -> None:
    put_coupon(db, SAVE)
    for number in range(5):
        asha.apply_coupon(f"GUESS{number}")
    before = event_types(db, asha.view_cart().session_id)
    view = asha.apply_coupon("SAVE10")
    assert view.coupon
    assert view.coupon.reason == "too_many"
    assert event_types(db, view.session_id) == before
    asha.turn_clock(str(NOW + timedelta(hours=1)))
    assert asha.apply_coupon("SAVE10").discount


def test_a_code_that_is_known_is_no_guess(asha: Caller, db: Connection) -> None:
    put_coupon(db, replace(SAVE, valid_until=NOW))
    for _ in range(6):
        view = asha.apply_coupon("SAVE10")
        assert view.coupon
        assert view.coupon.reason == "expired"


def test_what_was_quoted_is_quoted_anew(asha: Caller, db: Connection) -> None:
    put_coupon(db, SAVE)
    first = asha.checkout("dine_in").checkout
    second = asha.apply_coupon("SAVE10").checkout
    third = asha.remove_coupon().checkout
    assert first
    assert second
    assert third
    assert [int(one.total) for one in (first, second, third)] == [200, 190, 200]
    assert {one.order_type for one in (first, second, third)} == {"dine_in"}
    assert len({one.checkout_id for one in (first, second, third)}) == 3


def test_a_refused_code_leaves_the_quote_and_the_code_before_it(
    asha: Caller, db: Connection
) -> None:
    put_coupon(db, SAVE)
    asha.apply_coupon("SAVE10")
    quoted = asha.checkout().checkout
    assert asha.apply_coupon("WRONG").checkout == quoted
    order = asha.choose_payment("cash").order
    assert order
    assert order.total == 190


def test_another_code_takes_the_place_of_the_first(asha: Caller, db: Connection) -> None:
    put_coupon(db, SAVE)
    put_coupon(db, Coupon("MORE", "30"))
    asha.apply_coupon("SAVE10")
    asha.apply_coupon("MORE")
    quote = asha.checkout().quote
    assert quote
    assert quote.total == 170


def test_a_code_given_twice_is_one_event(asha: Caller, db: Connection) -> None:
    put_coupon(db, SAVE)
    asha.apply_coupon("SAVE10", command="a")
    asha.apply_coupon("SAVE10", command="a")
    view = asha.apply_coupon("SAVE10")
    assert event_types(db, view.session_id).count("coupon_chosen") == 1


def test_without_a_code_there_is_nothing_to_take_back(asha: Caller, db: Connection) -> None:
    asha.remove_coupon(command="a")
    before = everything(db)
    asha.remove_coupon(command="a")
    assert everything(db) == before


def test_a_code_is_for_one_order(asha: Caller, db: Connection) -> None:
    put_coupon(db, SAVE)
    asha.apply_coupon("SAVE10")
    asha.checkout()
    assert asha.choose_payment("cash").order
    asha.add_to_cart([line("idly")])
    quote = asha.checkout().quote
    assert quote
    assert (quote.discount, quote.total) == (None, Decimal(40))


def test_a_code_that_takes_nothing_off_is_not_used_up(asha: Caller, db: Connection) -> None:
    put_coupon(db, Coupon("TINY", "0.0001", "percent", None))
    asha.apply_coupon("TINY")
    asha.checkout()
    assert asha.choose_payment("cash").order
    assert count(db, "cold.coupon_redemption") == 0


def test_it_is_released_once_however_often_it_is_asked(asha: Caller, db: Connection) -> None:
    put_coupon(db, replace(SAVE, total_limit=1, customer_limit=1))
    asha.apply_coupon("SAVE10")
    asha.checkout()
    order = asha.choose_payment("cash").order
    assert order
    for _ in range(2):
        db.execute(
            "select app.release_coupon(tenant_id, %s, now()) from cold.tenants", [order.order_id]
        )
    assert db.execute("select redeemed from cold.coupon").fetchall() == [(0,)]
    asha.add_to_cart([line("idly")])
    assert asha.apply_coupon("SAVE10").discount
