"""What staff do with an order: each step once and in its turn, and its money booked once."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest
from psycopg import Connection

from tests.support.life import cancel, ledger, place, put_status, put_stock, stock
from tests.support.money import Payer, short, take_money
from tests.support.records import count, everything
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.turns import Caller, line
from tests.support.ways import NEAR, put_delivery
from tools.kit.view import Order

STATUS_AFTER = {
    "accept_order": "accepted",
    "start_order": "preparing",
    "mark_ready": "ready",
    "send_out": "out_for_delivery",
    "complete_order": "completed",
    "reject_order": "rejected",
    "cancel_for_customer": "cancelled",
}
# The book of steps, written a second time; of a delivery and of any other order.
AHEAD = ("accept_order", "start_order", "mark_ready")
NEXT = {
    "placed": {*AHEAD, "reject_order", "cancel_for_customer"},
    "accepted": {"start_order", "mark_ready", "reject_order", "cancel_for_customer"},
    "preparing": {"mark_ready", "cancel_for_customer"},
    "ready": {"complete_order", "cancel_for_customer"},
    "out_for_delivery": {"complete_order", "cancel_for_customer"},
    "completed": set[str](),
    "rejected": set[str](),
    "cancelled": set[str](),
}
NOTICES = "select count(*) from cold.outbox where topic = 'order_status'"
DELIVERY = """
update cold.orders set order_type_id = (
  select order_type_id from cold.order_type_table where order_type_name = 'delivery')
"""
ACTS = "select action, before, after from cold.staff_event order by event_no"


@pytest.fixture
def boss(dsn: str, db: Connection) -> Iterator[Caller]:
    """The manager."""
    with member(dsn, db, "boss", "manager") as caller:
        yield caller


@pytest.fixture
def payer(dsn: str, db: Connection) -> Iterator[Payer]:
    take_money(db)
    with Payer(dsn) as payer:
        yield payer


def act(
    boss: Caller, name: str, order: Order | None = None, *, command: str | None = None
) -> tuple[str | None, Order, tuple[str, ...]]:
    """Do it with the order, or with number 1: the status before, the order, and what is next."""
    reason = ("no gas",) if name in ("reject_order", "cancel_for_customer") else ()
    number, meant = (1, None) if order is None else (None, order.order_id)
    view = boss.call(name, number, meant, *reason, command=command)
    assert view.staff is not None
    assert view.order is not None
    return view.staff.was, view.order, view.staff.next


def notices(db: Connection) -> int:
    """How often customers are told of a step."""
    row = db.execute(NOTICES).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize(
    ("delivery", "way"),
    [
        (False, ("accept_order", "start_order", "mark_ready", "complete_order")),
        (True, ("accept_order", "start_order", "mark_ready", "send_out", "complete_order")),
        (False, ("mark_ready", "complete_order")),
        (False, ("accept_order", "reject_order")),
        (False, ("accept_order", "start_order", "mark_ready", "cancel_for_customer")),
    ],
)
def test_each_step_is_done_and_told_once(
    boss: Caller, asha: Caller, db: Connection, *, delivery: bool, way: tuple[str, ...]
) -> None:
    order = place(asha).order_id
    if delivery:
        db.execute(DELIVERY)
    was = "placed"
    for done, name in enumerate(way, 1):
        to = STATUS_AFTER[name]
        assert act(boss, name)[0] == was
        assert act(boss, name)[0] == to
        assert ledger(db, order)[:3] == (to, done + 1, done + 1)
        assert (notices(db), count(db, "cold.staff_event")) == (done, done)
        was = to
    assert {step.status for step in asha.order_status().orders[0].steps} == {
        "placed",
        *(STATUS_AFTER[name] for name in way),
    }


@pytest.mark.parametrize("delivery", [False, True])
@pytest.mark.parametrize("status", NEXT)
def test_out_of_turn_nothing_is_done(
    boss: Caller, asha: Caller, db: Connection, status: str, *, delivery: bool
) -> None:
    order = place(asha).order_id
    if delivery:
        db.execute(DELIVERY)
    put_status(db, order, status)
    allowed = NEXT[status]
    if delivery and status == "ready":
        allowed = {"send_out", "cancel_for_customer"}
    for name in STATUS_AFTER:
        if name in allowed or STATUS_AFTER[name] == status:
            continue
        before = everything(db)
        with refused("OC037") as refusal:
            act(boss, name)
        assert refusal.words["status"] == status
        steps = {*str(refusal.words["next"]).split()} - {"confirm_payment", "refund_payment"}
        assert steps == allowed
        assert everything(db) == before


def test_who_did_it_is_on_record(boss: Caller, asha: Caller, db: Connection) -> None:
    place(asha)
    act(boss, "accept_order")
    act(boss, "start_order")
    rows = db.execute("select status, actor from cold.order_event order by seq").fetchall()
    assert rows == [
        ("placed", "customer"),
        ("accepted", "staff:test:boss"),
        ("preparing", "staff:test:boss"),
    ]
    assert [
        (action, before["status"], after["status"])
        for action, before, after in db.execute(ACTS).fetchall()
    ] == [("accept_order", "placed", "accepted"), ("start_order", "accepted", "preparing")]


def test_a_promise_is_kept_for_the_customer(boss: Caller, asha: Caller) -> None:
    order = place(asha)
    view = boss.call("accept_order", 1, None, 25)
    assert view.order is not None
    assert view.order.ready_at is not None
    assert view.order.ready_at - view.order.steps[-1].at == timedelta(minutes=25)
    (seen,) = asha.order_status().orders
    assert seen.ready_at == view.order.ready_at != order.ready_at


def test_a_delivery_is_there_when_it_has_been_brought(
    boss: Caller, asha: Caller, db: Connection
) -> None:
    put_delivery(db, NEAR)
    place(asha)
    db.execute("update cold.orders set zone_id = 'near'")
    view = boss.call("accept_order", 1, None, 25)
    assert view.order is not None
    assert view.order.ready_at is not None
    assert view.order.ready_at - view.order.steps[-1].at == timedelta(minutes=25 + NEAR.minutes)


def test_what_is_under_way(boss: Caller, asha: Caller, db: Connection) -> None:
    """What is due first comes first; what is over, or a day old, is not shown."""
    asha.turn_clock("2026-11-19 12:00+05:30")
    place(asha)
    for one in (asha, boss):
        one.turn_clock("2026-11-21 12:00+05:30")
    later, over, first = (place(asha) for _ in range(3))
    put_status(db, over.order_id, "completed")
    boss.call("accept_order", None, first.order_id, 1)
    seen = boss.call("check_orders").orders
    assert [one.order_id for one in seen] == [first.order_id, later.order_id]
    alone = boss.call("check_orders", None, over.order_id)
    assert alone.order is not None
    assert alone.staff is not None
    assert (alone.order.status, alone.staff.next) == ("completed", ("confirm_payment",))


@pytest.mark.parametrize("minutes", [0, -5, 601, 2**40])
def test_minutes_that_are_none(boss: Caller, asha: Caller, db: Connection, minutes: int) -> None:
    place(asha)
    before = everything(db)
    with refused("OC042"):
        boss.call("accept_order", 1, None, minutes)
    assert everything(db) == before


@pytest.mark.parametrize("name", ["reject_order", "cancel_for_customer"])
def test_the_customer_reads_why_it_will_not_be(boss: Caller, asha: Caller, name: str) -> None:
    place(asha)
    for nothing in (None, "", "  "):
        asked = boss.call(name, 1, None, nothing)
        assert asked.staff is not None
        assert asked.staff.asks_why
        assert asha.order_status().orders[0].status == "placed"
    boss.call(name, 1, None, " no gas ")
    assert asha.order_status().orders[0].steps[-1].reason == "no gas"


@pytest.mark.parametrize("name", ["reject_order", "cancel_for_customer"])
def test_all_is_given_back_once(boss: Caller, asha: Caller, db: Connection, name: str) -> None:
    put_stock(db, "idly", 5)
    place(asha)
    for _ in range(3):
        act(boss, name)
    assert (stock(db, "idly"), short(db)) == (5, ["cash void 240.00"])


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("accept_order", 2),
        ("cancel_for_customer", 2),
        ("confirm_payment", 2),
    ],
)
def test_a_repeated_command_does_it_once(
    boss: Caller, asha: Caller, db: Connection, name: str, steps: int
) -> None:
    order = place(asha).order_id
    for _ in range(3):
        act(boss, name, command="once")
    assert ledger(db, order)[1] == steps
    assert (notices(db), count(db, "cold.staff_event")) == (1, 1)


def test_a_button_means_its_order_whatever_the_day(
    boss: Caller, asha: Caller, db: Connection
) -> None:
    asha.turn_clock("2026-11-18 12:00+05:30")
    old = place(asha)
    asha.turn_clock("2026-11-21 12:00+05:30")
    boss.turn_clock("2026-11-21 12:00+05:30")
    new = place(asha)
    assert old.order_no == new.order_no == 1
    act(boss, "mark_ready", old)
    assert ledger(db, old.order_id)[0] == "ready"
    act(boss, "accept_order")
    assert (ledger(db, old.order_id)[0], ledger(db, new.order_id)[0]) == ("ready", "accepted")


def test_what_is_next_is_what_the_role_may(dsn: str, asha: Caller, db: Connection) -> None:
    place(asha)
    told = {}
    for role in ("manager", "kitchen", "counter"):
        with member(dsn, db, role, role) as one:
            told[role] = act(one, "accept_order")[2]
    assert told == {
        "manager": (
            "start_order",
            "mark_ready",
            "confirm_payment",
            "reject_order",
            "cancel_for_customer",
        ),
        "kitchen": ("start_order", "mark_ready", "reject_order"),
        "counter": (
            "start_order",
            "mark_ready",
            "confirm_payment",
            "reject_order",
            "cancel_for_customer",
        ),
    }


def test_paid_once(boss: Caller, asha: Caller, db: Connection) -> None:
    order = place(asha).order_id
    view = boss.call("confirm_payment", 1, None, "upi")
    assert view.staff is not None
    assert (str(view.staff.amount), view.staff.method) == ("240.00", "upi")
    assert short(db) == ["upi paid 240.00"]
    before = everything(db)
    with refused("OC043") as refusal:
        boss.call("confirm_payment", 1)
    assert refusal.words == {
        "number": "1",
        "status": "placed",
        "order": order.hex,
        "next": "accept_order start_order mark_ready reject_order cancel_for_customer",
    }
    assert everything(db) == before
    # It is an event and a notice, but no step the customer would read twice.
    assert ledger(db, order)[1] == 2
    assert notices(db) == 1
    assert [step.status for step in asha.order_status().orders[0].steps] == ["placed"]


def test_no_money_for_an_order_that_will_not_be(boss: Caller, asha: Caller, db: Connection) -> None:
    order = place(asha).order_id
    cancel(asha, order)
    before = everything(db)
    with refused("OC043") as refusal:
        boss.call("confirm_payment", 1)
    assert refusal.words["status"] == "cancelled"
    assert everything(db) == before


@pytest.mark.parametrize("method", ["gold", "telegram", ""])
def test_a_way_to_pay_that_is_none(boss: Caller, asha: Caller, db: Connection, method: str) -> None:
    place(asha)
    with refused("OC045"):
        boss.call("confirm_payment", 1, None, method)
    assert short(db) == ["cash due 240.00"]


def test_a_refund_in_parts(boss: Caller, payer: Payer, db: Connection) -> None:
    payer.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    payer.checkout("take_away")
    payer.pays(payer.invoice())
    act(boss, "cancel_for_customer")
    for amount in ("0", "-5", "240.01", "NaN"):
        with refused("OC061") as refusal:
            boss.call("refund_payment", 1, None, amount)
        assert refusal.words == {"most": "240.00"}
    first = boss.call("refund_payment", 1, None, "50")
    assert first.staff is not None
    assert (str(first.staff.amount), str(first.staff.left)) == ("50.00", "190.00")
    assert first.staff.next == ("refund_payment",)
    rest = boss.call("refund_payment", 1)
    assert rest.staff is not None
    assert (str(rest.staff.amount), str(rest.staff.left)) == ("190.00", "0.00")
    assert short(db) == ["telegram refunded 240.00"]
    before = everything(db)
    with refused("OC044"):
        boss.call("refund_payment", 1)
    assert everything(db) == before
    (seen,) = payer.order_status().orders
    assert [step.status for step in seen.steps] == ["placed", "cancelled"]
    assert notices(db) == 3


@pytest.mark.parametrize(("status", "paid"), list(product(("placed", "completed"), (False, True))))
def test_no_refund_of_what_was_not_paid_too_much(
    boss: Caller, asha: Caller, db: Connection, status: str, *, paid: bool
) -> None:
    order = place(asha).order_id
    if paid:
        act(boss, "confirm_payment")
    put_status(db, order, status)
    before = everything(db)
    with refused("OC044"):
        boss.call("refund_payment", 1, None, "10")
    assert everything(db) == before
