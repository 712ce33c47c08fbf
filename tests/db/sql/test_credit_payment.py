"""Money that arrives: once, twice, late, wrong; it becomes the order or it goes back."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.charges import put_price
from tests.support.money import Payer, minor_of, short, take_money, tenders, to_go_back
from tests.support.records import count, everything
from tests.support.turns import line
from tools.kit.view import SessionView, Tender


@pytest.fixture
def asha(dsn: str, db: Connection) -> Iterator[Payer]:
    take_money(db)
    with Payer(dsn) as payer:
        yield payer


@pytest.fixture
def tender(asha: Payer) -> Tender:
    """An invoice over 80 rupees that may be paid."""
    asha.add_to_cart([line("idly", 2)])
    asha.checkout("take_away")
    tender = asha.invoice()
    assert asha.may_pay(tender).payment_refusal is None
    return tender


def status(view: SessionView) -> str:
    assert view.payment is not None
    return view.payment.status


def goes_back(view: SessionView, db: Connection, *, orders: int = 0) -> None:
    """The money is on record, is to go back, and the shop was told once."""
    assert status(view) == "refund_due"
    assert count(db, "cold.orders") == orders
    assert [one for one in tenders(db) if one[1] == "refund_due"]
    assert to_go_back(db) == ["charge-1"]


def test_it_places_the_order(asha: Payer, tender: Tender, db: Connection) -> None:
    view = asha.pays(tender)
    assert view.order is not None
    assert (view.order.payment_method, view.order.total) == ("telegram", Decimal("80.00"))
    assert [one.status for one in view.order.payments] == ["paid"]
    assert (view.lines, view.checkout, status(view)) == ((), None, "paid")
    assert tenders(db) == [
        ("telegram", "paid", Decimal("80.00"), Decimal("0.00"), "charge-1", True)
    ]
    topics = db.execute("select topic, channel from cold.outbox").fetchall()
    assert topics == [("order_placed", "telegram")]


@pytest.mark.parametrize("command", ["the same", "another"])
def test_told_twice_it_counts_once(
    asha: Payer, tender: Tender, db: Connection, command: str
) -> None:
    """The second time is the redelivery of an update whose reply was lost, too."""
    first = asha.pays(tender, command="the same")
    before = everything(db)
    second = asha.pays(tender, command=command)
    assert (second.order, second.payment) == (first.order, first.payment)
    after = everything(db)
    assert {table for table in after if after[table] != before[table]} <= {"cold.turns"}


def test_paid_twice_the_second_goes_back(asha: Payer, tender: Tender, db: Connection) -> None:
    asha.pays(tender, charge="charge-0")
    goes_back(asha.pays(tender), db, orders=1)
    assert short(db) == ["telegram paid 80.00", "telegram refund_due 80.00"]
    balance = db.execute("select app.order_balance(tenant_id, order_id) from cold.orders")
    assert balance.fetchone() == (Decimal("-80.00"),)


def test_for_a_quote_that_has_expired(asha: Payer, tender: Tender, db: Connection) -> None:
    checkout = asha.view_cart().checkout
    assert checkout is not None
    asha.turn_clock((checkout.expires_at + timedelta(seconds=1)).isoformat())
    goes_back(asha.pays(tender), db)


def test_for_a_cart_that_has_changed(asha: Payer, tender: Tender, db: Connection) -> None:
    asha.add_to_cart([line("masala_dosa")])
    view = asha.pays(tender)
    goes_back(view, db)
    assert len(view.lines) == 2


def test_for_a_price_that_has_changed_it_tells_so(
    asha: Payer, tender: Tender, db: Connection
) -> None:
    put_price(db, "idly", "45.00")
    view = asha.pays(tender)
    goes_back(view, db)
    assert [(d.kind, str(d.now)) for d in view.differences] == [("price", "45.00")]
    assert view.checkout is not None
    assert view.checkout.total == 90


def test_after_cash_was_chosen_it_pays_that_order(
    asha: Payer, tender: Tender, db: Connection
) -> None:
    placed = asha.choose_payment("cash").order
    view = asha.pays(tender)
    assert placed is not None
    assert view.order is not None
    assert (view.order.order_id, view.order.payment_method) == (placed.order_id, "telegram")
    assert sorted(short(db)) == ["cash void 80.00", "telegram paid 80.00"]
    assert (count(db, "cold.orders"), to_go_back(db)) == (1, [])


@pytest.mark.parametrize("state", ["cancelled", "rejected"])
def test_for_an_order_that_will_not_be(
    asha: Payer, tender: Tender, db: Connection, state: str
) -> None:
    asha.choose_payment("cash")
    db.execute("update cold.orders set status = %s", [state])
    goes_back(asha.pays(tender), db, orders=1)


def test_after_the_cash_is_in_the_till(asha: Payer, tender: Tender, db: Connection) -> None:
    asha.choose_payment("cash")
    db.execute("select app.receive_tender(tenant_id, order_id, now()) from cold.orders")
    goes_back(asha.pays(tender), db, orders=1)


@pytest.mark.parametrize(("minor", "currency"), [(7999, "INR"), (8000, "USD"), (80000, "INR")])
def test_another_sum_or_currency_than_was_asked_for(
    asha: Payer, tender: Tender, db: Connection, minor: int, currency: str
) -> None:
    goes_back(asha.pays(tender, minor=minor, currency=currency), db)
    assert [one[:3] for one in tenders(db)] == [
        ("telegram", "pending", Decimal("80.00")),
        ("telegram", "refund_due", Decimal(minor) / 100),
    ]
    assert asha.pays(tender, charge="charge-2").order is not None, "the invoice still stands"


def test_for_nothing_we_know(asha: Payer, db: Connection) -> None:
    goes_back(asha.pays(None, minor=8000), db)


def test_from_somebody_else(asha: Payer, tender: Tender, db: Connection, dsn: str) -> None:
    with Payer(dsn, "502") as ravi:
        goes_back(ravi.pays(tender), db)
    assert asha.view_cart().checkout is not None


def test_where_no_order_may_be_placed(asha: Payer, tender: Tender, db: Connection) -> None:
    goes_back(asha.pays(tender, place=False), db)
    assert status(asha.pays(tender)) == "refund_due", "what was decided stands"


def test_after_the_hot_rows_are_lost(asha: Payer, tender: Tender, db: Connection) -> None:
    db.execute("select app.evict_session(tenant_id, session_id) from cold.sessions")
    assert asha.pays(tender).order is not None


def test_after_the_cart_rows_alone_are_lost(asha: Payer, tender: Tender, db: Connection) -> None:
    db.execute("delete from hot.session_cart")
    assert asha.pays(tender).order is not None
    assert count(db, "cold.orders") == 1


def test_an_invoice_of_an_earlier_quote_is_void_once_there_is_an_order(
    asha: Payer, tender: Tender, db: Connection
) -> None:
    asha.add_to_cart([line("masala_dosa")])
    asha.checkout()
    newer = asha.invoice()
    assert asha.pays(newer, charge="charge-0").order is not None
    assert short(db) == ["telegram void 80.00", "telegram paid 160.00"]
    goes_back(asha.pays(tender), db, orders=1)


def test_help_tells_what_was_paid(asha: Payer, tender: Tender, dsn: str, db: Connection) -> None:
    assert asha.call("payment_help").payments == ()
    asha.pays(tender)
    asha.pays(tender, charge="charge-2", minor=minor_of(tender))
    told = asha.call("payment_help").payments
    assert sorted(one.status for one in told) == ["paid", "refund_due"]
    with Payer(dsn, "502") as ravi:
        assert ravi.call("payment_help").payments == ()
