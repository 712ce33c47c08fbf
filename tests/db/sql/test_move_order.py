"""The life of an order: every step in its turn, once, and none out of it."""

from collections.abc import Iterator
from itertools import product

import pytest
from psycopg import Connection

from tests.support.charges import Coupon, put_coupon
from tests.support.life import (
    cancel,
    ledger,
    let_cancel,
    move,
    place,
    put_status,
    put_stock,
    stock,
)
from tests.support.money import Payer, short, take_money, to_go_back
from tests.support.records import count, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, line
from tests.support.ways import put_slots

TYPES = ("take_away", "dine_in", "delivery")
STATUSES = (
    "placed",
    "accepted",
    "preparing",
    "ready",
    "out_for_delivery",
    "completed",
    "rejected",
    "cancelled",
)
WINDOWS = ("never", "placed", "accepted", "preparing", "ready")
# The whole book of rules, written a second time: from -> to, by the shop.
BY_THE_SHOP = {
    "placed": {"accepted", "preparing", "ready", "rejected", "cancelled"},
    "accepted": {"preparing", "ready", "rejected", "cancelled"},
    "preparing": {"ready", "cancelled"},
    "ready": {"completed", "cancelled"},
    "out_for_delivery": {"completed", "cancelled"},
    "completed": set[str](),
    "rejected": set[str](),
    "cancelled": set[str](),
}
BY_THE_CUSTOMER = {
    "never": set[str](),
    "placed": {"placed"},
    "accepted": {"placed", "accepted"},
    "preparing": {"placed", "accepted", "preparing"},
    "ready": {"placed", "accepted", "preparing", "ready"},
}
COUPON = "select redeemed from cold.coupon where code = 'SAVE'"


@pytest.fixture
def payer(dsn: str, db: Connection) -> Iterator[Payer]:
    take_money(db)
    with Payer(dsn) as payer:
        yield payer


def allowed(order_type: str, status: str, to: str, actor: str, until: str) -> bool:
    """What the book says."""
    if actor == "customer":
        return to == "cancelled" and status in BY_THE_CUSTOMER[until]
    if status == "ready" and order_type == "delivery":
        return to in ("out_for_delivery", "cancelled")
    return to in BY_THE_SHOP[status]


def test_the_book_of_rules(db: Connection) -> None:
    for case in product(TYPES, STATUSES, STATUSES, ("customer", "staff:1"), WINDOWS):
        row = db.execute("select app.may_move_order(%s, %s, %s, %s, %s)", case).fetchone()
        assert row == (allowed(*case),), case


@pytest.mark.parametrize("actor", ["customer", "staff:1"])
@pytest.mark.parametrize("status", STATUSES)
def test_out_of_turn_nothing_changes(asha: Caller, db: Connection, status: str, actor: str) -> None:
    """Every status, every action, both actors: done in turn, else refused without effect."""
    order = place(asha).order_id
    put_stock(db, "idly", 5)
    for to in STATUSES:
        put_status(db, order, status)
        before = everything(db)
        if allowed("take_away", status, to, actor, "placed") or to == status:
            with db.transaction(force_rollback=True):
                told = move(db, order, to, actor=actor, reason="sold out")
                assert isinstance(told, dict)
                assert told["moved"] is (to != status)
                assert ledger(db, order)[:1] == (to,)
        else:
            late = actor == "customer" and status not in ("completed", "rejected", "cancelled")
            with refused("OC063" if late else "OC062") as refusal:
                move(db, order, to, actor=actor, reason="sold out")
            assert refusal.words == {"number": "1", "status": status}
        assert everything(db) == before, to


@pytest.mark.parametrize(
    "way",
    [
        ("accepted", "preparing", "ready", "completed"),
        ("ready", "completed"),
        ("accepted", "rejected"),
        ("accepted", "preparing", "ready", "cancelled"),
    ],
)
def test_each_step_is_an_event_and_a_notice_once(
    asha: Caller, db: Connection, way: tuple[str, ...]
) -> None:
    order = place(asha).order_id
    for to in way:
        for _ in range(2):
            move(db, order, to, reason="the oven broke")
    steps = ["placed", *way]
    assert [step.status for step in asha.order_status().orders[0].steps] == steps
    assert ledger(db, order)[:3] == (way[-1], len(steps), len(steps))
    rows = db.execute(
        "select topic from cold.outbox where channel is not null order by position"
    ).fetchall()
    assert [topic for (topic,) in rows] == ["order_placed", *["order_status" for _ in way]]


def test_a_delivery_goes_out_before_it_is_completed(asha: Caller, db: Connection) -> None:
    order = place(asha).order_id
    db.execute(
        """update cold.orders set order_type_id = (
             select order_type_id from cold.order_type_table where order_type_name = 'delivery')"""
    )
    move(db, order, "ready")
    with refused("OC062"):
        move(db, order, "completed")
    move(db, order, "out_for_delivery")
    move(db, order, "completed")
    assert ledger(db, order)[0] == "completed"


def test_the_shop_says_why_it_cancels(asha: Caller, db: Connection) -> None:
    order = place(asha).order_id
    for reason in (None, "", "  "):
        with refused("OC064") as refusal:
            move(db, order, "cancelled", reason=reason)
        assert refusal.words == {"number": "1"}
    move(db, order, "cancelled", reason=" no gas ")
    (shown,) = asha.order_status().orders
    assert shown.steps[-1].reason == "no gas"


@pytest.mark.parametrize(
    ("to", "actor"), [("rejected", "staff:1"), ("cancelled", "staff:1"), ("cancelled", "customer")]
)
def test_everything_is_given_back_once(asha: Caller, db: Connection, to: str, actor: str) -> None:
    put_coupon(db, Coupon("SAVE", "20"))
    put_stock(db, "idly", 5)
    put_stock(db, "masala_dosa", 2)
    asha.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    asha.apply_coupon("save")
    asha.checkout("take_away")
    placed = asha.choose_payment("cash").order
    assert placed is not None
    assert (stock(db, "idly"), stock(db, "masala_dosa")) == (3, 0)
    assert db.execute(COUPON).fetchone() == (1,)
    for _ in range(3):
        told = move(db, placed.order_id, to, actor=actor, reason="no gas")
    assert told == {"moved": False, "was": to, "refunds": []}
    assert (stock(db, "idly"), stock(db, "masala_dosa")) == (5, 2)
    assert db.execute(COUPON).fetchone() == (0,)
    assert short(db) == ["cash void 220.00"]


def test_a_slot_is_free_again(asha: Caller, ravi: Caller, db: Connection) -> None:
    put_slots(db, 60, 1)
    asha.turn_clock("2026-11-21 12:00+05:30")
    asha.add_to_cart([line("idly", 2)])
    row = db.execute("select timestamptz '2026-11-21 15:00+05:30'").fetchone()
    assert row is not None
    asha.choose_pickup_time(row[0])
    asha.checkout("take_away")
    placed = asha.choose_payment("cash").order
    assert placed is not None
    assert count(db, "cold.slot_booking") == 1
    move(db, placed.order_id, "rejected")
    assert count(db, "cold.slot_booking") == 0


def test_what_was_paid_goes_back_and_late_money_too(payer: Payer, db: Connection) -> None:
    payer.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    payer.checkout("take_away")
    placed = payer.pays(payer.invoice()).order
    assert placed is not None
    told = move(db, placed.order_id, "cancelled", reason="no gas")
    assert told == {
        "moved": True,
        "was": "placed",
        "refunds": [{"method": "telegram", "amount": "240.00"}],
    }
    assert to_go_back(db) == ["charge-1"]


def test_cash_for_a_cancelled_order_is_not_taken(asha: Caller, db: Connection) -> None:
    order = place(asha).order_id
    move(db, order, "cancelled", reason="no gas")
    before = everything(db)
    with refused("OC060") as refusal:
        db.execute("select app.receive_tender(tenant_id, %s, now()) from cold.tenants", [order])
    assert refusal.words == {"status": "void"}
    assert everything(db) == before


def test_somebody_elses_button_does_nothing(asha: Caller, ravi: Caller, db: Connection) -> None:
    order = place(asha).order_id
    with refused("OC018"):
        cancel(ravi, order)
    with refused("OC018"):
        cancel(ravi, number=1)
    assert ledger(db, order)[0] == "placed"


def test_a_button_of_yesterday_means_yesterdays_order(asha: Caller, db: Connection) -> None:
    """Numbers begin anew every day; a button carries the id."""
    asha.turn_clock("2026-11-20 12:00+05:30")
    old = place(asha).order_id
    move(db, old, "completed") if move(db, old, "ready") else None
    asha.turn_clock("2026-11-21 12:00+05:30")
    new = place(asha)
    assert new.order_no == 1
    with refused("OC062") as refusal:
        cancel(asha, old)
    assert refusal.words == {"number": "1", "status": "completed"}
    assert ledger(db, new.order_id)[0] == "placed"


def test_cancelled_twice_by_two_presses(asha: Caller, db: Connection) -> None:
    order = place(asha).order_id
    first = cancel(asha, order)
    again = cancel(asha, order)
    assert first.orders == again.orders
    assert ledger(db, order)[:3] == ("cancelled", 2, 2)


@pytest.mark.parametrize("until", WINDOWS)
@pytest.mark.parametrize("status", ["placed", "accepted", "preparing", "ready"])
def test_the_window_is_the_shops(asha: Caller, db: Connection, until: str, status: str) -> None:
    let_cancel(db, until)
    order = place(asha).order_id
    put_status(db, order, status)
    inside = status in BY_THE_CUSTOMER[until]
    (shown,) = asha.order_status().orders
    assert shown.may_change is inside
    if inside:
        assert cancel(asha, order).orders[0].status == "cancelled"
    else:
        with refused("OC063") as refusal:
            cancel(asha)
        assert refusal.words == {"number": "1", "status": status}


def test_which_order_is_meant(asha: Caller, db: Connection) -> None:
    """Without a number the only one that can be cancelled; of several it is asked."""
    first, second = place(asha, line("idly")), place(asha, line("idly"))
    assert [one.order_no for one in cancel(asha).orders] == [2, 1]
    assert ledger(db, first.order_id)[0] == "placed"
    put_status(db, second.order_id, "preparing")
    asked = cancel(asha, sure=False)
    assert [one.order_no for one in asked.orders] == [1]
    assert asked.orders[0].status == "placed"
    assert cancel(asha).orders[0].status == "cancelled"
    assert ledger(db, first.order_id)[0] == "cancelled"


def test_without_an_order_it_was_the_cart(asha: Caller) -> None:
    asha.add_to_cart([line("idly", 2)])
    view = cancel(asha, sure=False)
    assert (view.orders, view.lines) == ((), ())
    assert cancel(asha, sure=False).orders == ()


def test_what_the_shop_left_as_it_was_is_not_meant_a_day_later(
    asha: Caller, db: Connection
) -> None:
    asha.turn_clock("2026-11-20 12:00+05:30")
    old = place(asha)
    asha.turn_clock("2026-11-21 13:00+05:30")
    asha.add_to_cart([line("idly", 2)])
    view = cancel(asha, sure=True)
    assert (view.orders, view.lines) == ((), ())
    assert ledger(db, old.order_id)[0] == "placed"
