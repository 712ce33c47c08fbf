"""Invoices: asked for without placing anything, and looked at once more before money moves."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from psycopg import Connection

from tests.db.reliability.fold import folded
from tests.db.reliability.hot import evict, hot_rows
from tests.support.charges import Coupon, put_coupon, put_price
from tests.support.money import Payer, minor_of, short, take_money
from tests.support.records import count, event_types
from tests.support.refusals import refused
from tests.support.turns import Caller, line
from tools.kit.view import SessionView, Tender

WAYS = """
select app.payment_ways(t, %s, %s) from cold.sessions s,
  jsonb_populate_record(null::app.turn, to_jsonb(s)) t
"""
HOLDS = "select min(expires_at) from cold.stock_hold"


@pytest.fixture
def asha(dsn: str, db: Connection) -> Iterator[Payer]:
    take_money(db)
    with Payer(dsn) as payer:
        yield payer


@pytest.fixture
def tender(asha: Payer) -> Tender:
    """An invoice over 240 rupees, one dish of which is counted."""
    asha.add_to_cart([line("idly", 2), line("vanjaram_fry")])
    asha.checkout("take_away")
    return asha.invoice()


def refusal(view: SessionView) -> str | None:
    return view.payment_refusal


def test_an_invoice_places_nothing(asha: Payer, tender: Tender, db: Connection) -> None:
    view = asha.view_cart()
    assert count(db, "cold.orders") == 0
    assert view.checkout is not None
    assert (tender.amount, tender.currency, tender.digits) == (view.checkout.total, "INR", 2)
    assert short(db) == [f"telegram pending {tender.amount}"]


def test_one_checkout_has_one_invoice(asha: Payer, tender: Tender, db: Connection) -> None:
    assert asha.invoice() == tender
    again = asha.choose_payment("telegram", command="x")
    assert asha.choose_payment("telegram", command="x").invoice == again.invoice == tender
    assert len(short(db)) == 1


@pytest.mark.parametrize("what", ["no token", "another channel", "a group", "not taken"])
def test_no_invoice_where_none_can_be_paid(
    asha: Payer, dsn: str, db: Connection, what: str
) -> None:
    with Caller(dsn, "501") as person:
        person.facts["channel"] = "test" if what == "another channel" else "telegram"
        if what == "a group":
            person.chat = "-100501"
        if what == "no token":
            db.execute("update cold.tenants set payment_provider_token = null")
        if what == "not taken":
            db.execute("update cold.tenants set payment_methods = '{cash,card,upi}'")
        person.add_to_cart([line("idly")])
        checkout = person.checkout().checkout
        assert checkout is not None
        assert [way.method for way in checkout.payment_ways] == ["cash", "card", "upi"]
        with refused("OC014") as told:
            person.choose_payment("telegram")
        assert told.words == {"offered": "cash, card, upi"}


@pytest.mark.parametrize(
    ("order_type", "total", "ways"),
    [
        ("take_away", "80", {"cash": False, "card": False, "upi": True, "telegram": True}),
        ("delivery", "80", {"cash": False, "upi": True, "telegram": True}),
        ("dine_in", "0", {"cash": False, "card": False, "upi": False}),
    ],
)
def test_the_ways_to_pay_fit_the_order(
    asha: Payer, db: Connection, order_type: str, total: str, ways: dict[str, bool]
) -> None:
    asha.view_cart()
    row = db.execute(WAYS, [order_type, total]).fetchone()
    assert row is not None
    assert {way["method"]: way["now"] for way in row[0]} == ways


def test_without_an_id_upi_is_at_the_counter(asha: Payer, db: Connection) -> None:
    take_money(db, upi_id=None)
    asha.view_cart()
    for order_type, ways in (("take_away", ["cash", "card", "upi"]), ("delivery", ["cash"])):
        row = db.execute(WAYS, [order_type, "80"]).fetchone()
        assert row is not None
        assert [way["method"] for way in row[0] if not way["now"]] == ways


def test_it_may_be_paid_as_quoted_and_all_is_kept_meanwhile(
    asha: Payer, tender: Tender, db: Connection
) -> None:
    (before,) = db.execute(HOLDS).fetchone() or (None,)
    assert before is not None
    asha.turn_clock((before - timedelta(minutes=1)).isoformat())
    view = asha.may_pay(tender)
    assert refusal(view) is None
    (after,) = db.execute(HOLDS).fetchone() or (None,)
    assert after == before + timedelta(minutes=14)
    assert view.checkout is not None
    assert view.checkout.expires_at == after
    assert event_types(db, view.session_id)[-1] == "checkout_extended"
    assert refusal(asha.may_pay(tender)) is None, "asked twice, it is answered twice"

    rows = hot_rows(db, view.session_id)
    assert rows == folded(db, view.session_id)
    evict(db, view.session_id)
    again = asha.view_cart().checkout
    assert again is not None
    assert again.expires_at == after, "the log knows it"
    assert hot_rows(db, view.session_id) == rows


def test_a_place_in_a_slot_is_kept_too(asha: Payer, db: Connection) -> None:
    db.execute("update cold.tenants set slot_minutes = 60, slot_capacity = 1")
    asha.turn_clock("2026-11-20 12:00+05:30")
    asha.choose_pickup_time(datetime.fromisoformat("2026-11-21 12:00+05:30"))
    asha.add_to_cart([line("idly")])
    checkout = asha.checkout("take_away").checkout
    assert checkout is not None
    tender = asha.invoice()
    asha.turn_clock((checkout.expires_at - timedelta(minutes=1)).isoformat())
    assert refusal(asha.may_pay(tender)) is None
    booked = db.execute("select expires_at from cold.slot_booking").fetchall()
    assert booked == [(checkout.expires_at + timedelta(minutes=14),)]
    assert asha.pays(tender).order is not None
    assert db.execute("select order_id is null from cold.slot_booking").fetchall() == [(False,)]


def test_a_quote_that_has_expired(asha: Payer, tender: Tender) -> None:
    checkout = asha.view_cart().checkout
    assert checkout is not None
    asha.turn_clock(checkout.expires_at.isoformat())
    assert refusal(asha.may_pay(tender)) == "gone"


def test_a_cart_that_has_changed(asha: Payer, tender: Tender) -> None:
    asha.add_to_cart([line("masala_dosa")])
    assert refusal(asha.may_pay(tender)) == "gone"


def test_another_sum_or_another_currency(asha: Payer, tender: Tender) -> None:
    assert refusal(asha.may_pay(tender, minor=minor_of(tender) - 1)) == "amount"
    assert refusal(asha.may_pay(tender, currency="USD")) == "amount"


def test_an_order_that_was_placed_in_another_way(asha: Payer, tender: Tender) -> None:
    assert asha.choose_payment("cash").order is not None
    assert refusal(asha.may_pay(tender)) == "placed"


def test_an_invoice_of_somebody_else(asha: Payer, tender: Tender, dsn: str) -> None:
    with Payer(dsn, "502") as ravi:
        assert refusal(ravi.may_pay(tender)) == "gone"


def test_what_has_changed_is_told_and_nothing_is_changed(
    asha: Payer, tender: Tender, db: Connection
) -> None:
    put_price(db, "idly", "45.00")
    before = asha.view_cart()
    view = asha.may_pay(tender)
    assert refusal(view) == "changed"
    assert [(d.kind, d.item_name, str(d.now)) for d in view.differences] == [
        ("price", "Idly", "45.00")
    ]
    assert (view.lines, view.checkout, view.seq) == (before.lines, before.checkout, before.seq)
    told = asha.choose_payment("telegram")
    assert told.invoice is None
    assert [d.kind for d in told.differences] == ["price"]
    assert told.checkout is not None
    assert told.checkout.total == tender.amount + 10
    assert asha.invoice().amount == tender.amount + 10


@pytest.mark.parametrize("change", ["sold out", "stock", "coupon", "fee"])
def test_whatever_changes_what_it_costs_or_whether_it_can_be_had(
    asha: Payer, db: Connection, change: str
) -> None:
    if change == "coupon":
        put_coupon(db, Coupon("SAVE10", "10.00"))
        asha.apply_coupon("SAVE10")
    asha.add_to_cart([line("idly", 2), line("vanjaram_fry")])
    asha.checkout("take_away")
    tender = asha.invoice()
    statement = {
        "sold out": "update cold.menu_item set is_available = false where item_id = 'idly'",
        "stock": "update cold.menu_item_stock set quantity = 0 where item_id = 'vanjaram_fry'",
        "coupon": "update cold.coupon set is_active = false",
        "fee": """insert into cold.fee (tenant_id, fee_id, name, kind, amount)
                  select tenant_id, 'bag', 'Bag', 'flat', 5 from cold.tenants""",
    }[change]
    db.execute(statement)
    view = asha.may_pay(tender)
    assert refusal(view) == "changed"
    assert view.differences
