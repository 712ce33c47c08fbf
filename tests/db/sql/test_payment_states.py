"""Tenders: which change is allowed, what an order still asks for, and what goes back."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from uuid import UUID

import pytest
from psycopg import Connection

from tests.support.money import Payer, short, take_money, tenders, to_go_back
from tests.support.refusals import refused
from tests.support.turns import line

STATUSES = ("due", "pending", "paid", "failed", "void", "refund_due", "refunded")
ALLOWED = {
    ("due", "paid"),
    ("due", "void"),
    ("pending", "paid"),
    ("pending", "failed"),
    ("pending", "void"),
    ("pending", "refund_due"),
    ("failed", "pending"),
    ("failed", "paid"),
    ("failed", "void"),
    ("failed", "refund_due"),
    ("void", "paid"),
    ("void", "refund_due"),
    ("paid", "refund_due"),
    ("paid", "refunded"),
    ("refund_due", "refunded"),
    ("refund_due", "paid"),
}
NOON = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def asha(dsn: str, db: Connection) -> Iterator[Payer]:
    take_money(db)
    with Payer(dsn) as payer:
        yield payer


def order(asha: Payer, method: str = "cash") -> UUID:
    """An order of 240 rupees."""
    asha.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    asha.checkout("take_away")
    if method == "telegram":
        placed = asha.pays(asha.invoice()).order
    else:
        placed = asha.choose_payment(method).order
    assert placed is not None
    return placed.order_id


def settle(db: Connection, order_id: UUID) -> None:
    db.execute("select app.settle_payments(tenant_id, %s, %s) from cold.tenants", [order_id, NOON])


def confirm(db: Connection, order_id: UUID) -> None:
    db.execute("select app.receive_tender(tenant_id, %s, %s) from cold.tenants", [order_id, NOON])


def refund(db: Connection, amount: str | None = None) -> None:
    """Give back of the tender whose money is here."""
    db.execute(
        """select app.refund_tender(p.tenant_id, p.payment_id, %s, %s) from cold.payments p
           where p.status in ('paid', 'refund_due', 'refunded', 'due')""",
        [amount, NOON],
    )


def adjust(db: Connection, order_id: UUID, amount: str) -> None:
    """Let an order cost so much more or less than it does."""
    with db.transaction():
        db.execute(
            """select app.record_order_event(o.tenant_id, o.order_id, o.status, 'staff:1', null,
                 jsonb_build_object('quote', jsonb_build_object(
                   'subtotal', o.subtotal, 'total', app.order_total(o) + %s::numeric)), %s)
               from cold.orders o where o.order_id = %s""",
            [amount, NOON, order_id],
        )
        db.execute(
            """insert into cold.order_adjustment (tenant_id, order_id, adjustment_no, amount,
                 reason, actor, at)
               select tenant_id, order_id, event_seq, %s, 'out of kindness', 'staff:1', %s
               from cold.orders where order_id = %s""",
            [amount, NOON, order_id],
        )


def balance(db: Connection, order_id: UUID) -> Decimal:
    row = db.execute(
        "select app.order_balance(tenant_id, %s) from cold.tenants", [order_id]
    ).fetchone()
    assert row is not None
    return Decimal(row[0])


def test_every_change_is_allowed_or_not(db: Connection) -> None:
    found = {
        pair
        for pair in product(STATUSES, repeat=2)
        if db.execute("select app.may_change_payment(%s, %s)", pair).fetchone() == (True,)
    }
    assert found == ALLOWED


def test_a_change_that_is_not_allowed_is_refused(asha: Payer, db: Connection) -> None:
    order(asha)
    with refused("OC060") as told:
        db.execute(
            "select app.change_payment(tenant_id, payment_id, 'refunded', now()) from cold.payments"
        )
    assert told.words == {"status": "due"}
    assert short(db) == ["cash due 240.00"]


def test_the_shop_confirms_what_it_has_received_once(asha: Payer, db: Connection) -> None:
    placed = order(asha, "upi")
    assert short(db) == ["upi pending 240.00"]
    confirm(db, placed)
    assert short(db) == ["upi paid 240.00"]
    assert balance(db, placed) == 0
    with refused("OC060") as told:
        confirm(db, placed)
    assert told.words == {"status": "paid"}


def test_a_cancelled_order_asks_for_nothing(asha: Payer, db: Connection) -> None:
    placed = order(asha)
    db.execute("update cold.orders set status = 'cancelled'")
    settle(db, placed)
    settle(db, placed)
    assert short(db) == ["cash void 240.00"]
    with refused("OC060"):
        confirm(db, placed)


def test_of_a_cancelled_order_everything_goes_back_once(asha: Payer, db: Connection) -> None:
    placed = order(asha, "telegram")
    db.execute("update cold.orders set status = 'cancelled'")
    settle(db, placed)
    settle(db, placed)
    assert (short(db), to_go_back(db)) == (["telegram refund_due 240.00"], ["charge-1"])
    refund(db)
    assert tenders(db)[0][1:4] == ("refunded", Decimal("240.00"), Decimal("240.00"))
    assert balance(db, placed) == 0
    with refused("OC060"):
        refund(db)


def test_of_a_smaller_order_a_part_goes_back(asha: Payer, db: Connection) -> None:
    placed = order(asha, "telegram")
    adjust(db, placed, "-80.00")
    settle(db, placed)
    assert short(db) == ["telegram refund_due 240.00"]
    with refused("OC061") as told:
        refund(db, "80.01")
    assert told.words == {"most": "80.00"}
    refund(db, "30.00")
    assert short(db) == ["telegram refund_due 240.00"]
    refund(db)
    assert tenders(db)[0][1:4] == ("paid", Decimal("240.00"), Decimal("80.00"))
    assert balance(db, placed) == 0
    with refused("OC060"):
        refund(db, "1.00")


def test_what_is_open_asks_for_what_is_left(asha: Payer, db: Connection) -> None:
    placed = order(asha)
    adjust(db, placed, "-80.00")
    settle(db, placed)
    assert short(db) == ["cash due 160.00"]


def test_what_came_on_top_of_a_paid_order_is_due(asha: Payer, db: Connection) -> None:
    placed = order(asha, "telegram")
    adjust(db, placed, "80.00")
    settle(db, placed)
    settle(db, placed)
    assert sorted(short(db)) == ["counter due 80.00", "telegram paid 240.00"]
    confirm(db, placed)
    assert balance(db, placed) == 0


def test_an_unpaid_order_asks_for_what_came_on_top(asha: Payer, db: Connection) -> None:
    placed = order(asha)
    adjust(db, placed, "80.00")
    settle(db, placed)
    assert short(db) == ["cash due 320.00"]


def test_one_order_can_be_paid_by_three(asha: Payer, db: Connection) -> None:
    """The list of tenders has a place for a split: together they come to the order."""
    placed = order(asha)
    db.execute("update cold.payments set amount = 100")
    for method, amount in (("card", 80), ("upi", 60)):
        db.execute(
            """insert into cold.payments (tenant_id, payment_id, order_id, method, amount, currency,
                 created_at) select tenant_id, gen_random_uuid(), %s, %s, %s, 'INR', now()
               from cold.tenants""",
            [placed, method, amount],
        )
    for paid in (1, 2, 3):
        confirm(db, placed)
        states = [one[1] for one in tenders(db)]
        assert (states.count("paid"), states.count("due")) == (paid, 3 - paid)
    assert sorted(short(db)) == ["card paid 80.00", "cash paid 100.00", "upi paid 60.00"]
    assert balance(db, placed) == 0


@pytest.mark.parametrize("upi_id", [None, "tiffin.room@okaxis"])
def test_upi_is_asked_for_under_a_reference_where_the_shop_has_an_id(
    asha: Payer, db: Connection, upi_id: str | None
) -> None:
    take_money(db, upi_id=upi_id)
    asha.turn_clock("2026-11-21 12:00+05:30")
    asha.add_to_cart([line("idly", 2)])
    asha.checkout("take_away")
    placed = asha.choose_payment("upi").order
    assert placed is not None
    (payment,) = placed.payments
    if upi_id is None:
        assert (payment.status, payment.reference, payment.pay_to) == ("due", None, None)
    else:
        assert (payment.status, payment.reference) == ("pending", "HC20261121-1")
        assert payment.pay_to is not None
        assert payment.pay_to.upi_id == upi_id


def test_what_goes_back_is_told_to_the_hundredth(asha: Payer, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    asha.checkout("take_away")
    tender = asha.invoice()
    placed = asha.pays(tender).order
    assert placed is not None
    asha.pays(tender, charge="charge-2")
    adjust(db, placed.order_id, "-80.00")
    settle(db, placed.order_id)

    def owed() -> list[Decimal]:
        (now,) = asha.order_status().orders
        return sorted(one.to_refund for one in now.payments)

    assert owed() == [Decimal(80), Decimal(240)]
    told = db.execute("select payload ->> 'amount' from cold.outbox where topic = 'refund_due'")
    assert sorted(amount for (amount,) in told) == ["240.00", "80.00"]
    adjust(db, placed.order_id, "200.00")
    settle(db, placed.order_id)
    assert owed() == [Decimal(0), Decimal(120)]
    assert sorted(short(db)) == ["telegram paid 240.00", "telegram refund_due 240.00"]
