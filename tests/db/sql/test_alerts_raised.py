"""Every alert is a row of the transaction of its cause: there with it, and not without it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from psycopg import Connection

from tests.support.life import let_cancel, move, place
from tests.support.open_rooms import accept_after, open_room
from tests.support.staff import member
from tests.support.tabs import order_at_table, serve, take_seat
from tests.support.turns import Caller, line
from tests.support.ways import put_order_types, put_tables

TOGETHER = """
select count(*) from cold.outbox o
where o.topic = %s and o.payload ? 'room_id' and o.chat = '-9'
  and o.xmin::text in (select c.xmin::text from {} c)
"""
COUNT = "select count(*) from cold.outbox where topic = %s"
PAY = "select app.receive_tender(tenant_id, order_id, now()) from cold.orders"
FAIL = """
select app.change_payment(tenant_id, payment_id, 'failed', now()) from cold.payments
where status in ('pending', 'due')
"""


@dataclass(frozen=True, slots=True)
class Stage:
    """Who there is, and where it is looked at."""

    asha: Caller
    wanda: Caller
    db: Connection


def pays(stage: Stage) -> Callable[[], object]:
    place(stage.asha)
    return lambda: stage.db.execute(PAY)


def fails_to_pay(stage: Stage) -> Callable[[], object]:
    place(stage.asha, method="card")
    stage.db.execute("update cold.payments set status = 'pending'")
    return lambda: stage.db.execute(FAIL)


def cancels(stage: Stage) -> Callable[[], object]:
    order = place(stage.asha)
    return lambda: stage.asha.call("cancel_order", None, order.order_id, True)


def has_paid_for_nothing(stage: Stage) -> Callable[[], object]:
    order = place(stage.asha)
    stage.db.execute(PAY)
    return lambda: stage.asha.call("cancel_order", None, order.order_id, True)


def asks_for_the_bill(stage: Stage) -> Callable[[], object]:
    put_order_types(stage.db, "dine_in", usual="dine_in")
    put_tables(stage.db, ("4",))
    serve(stage.wanda, "4", line("idly"))
    take_seat(stage.asha, "4")
    order_at_table(stage.asha)
    return lambda: stage.asha.call("ask_for_bill")


def is_not_content(stage: Stage) -> Callable[[], object]:
    order = place(stage.asha)
    move(stage.db, order.order_id, "ready")
    move(stage.db, order.order_id, "completed")
    stage.db.execute("update cold.order_event set at = now()")
    return lambda: stage.asha.call("rate_order", 1, "cold", None)


def orders(stage: Stage) -> Callable[[], object]:
    accept_after(stage.db, 5)
    return lambda: place(stage.asha)


@pytest.mark.parametrize(
    ("alert", "cause", "scene"),
    [
        ("order_paid", "cold.payments", pays),
        ("payment_failed", "cold.payments", fails_to_pay),
        ("order_cancelled", "cold.orders", cancels),
        ("refund_due", "cold.payments", has_paid_for_nothing),
        ("bill_asked", "cold.tab_bill", asks_for_the_bill),
        ("bad_review", "cold.review", is_not_content),
        ("order_late", "cold.orders", orders),
    ],
)
def test_it_is_written_with_its_cause(
    asha: Caller,
    db: Connection,
    dsn: str,
    alert: str,
    cause: str,
    scene: Callable[[Stage], Callable[[], object]],
) -> None:
    open_room(db, "owner", "-9", channel="test")
    let_cancel(db, "placed")
    with member(dsn, db, "wanda", "waiter") as wanda:
        act = scene(Stage(asha, wanda, db))
        assert db.execute(COUNT, (alert,)).fetchone() == (0,)
        act()
    assert db.execute(TOGETHER.format(cause).encode(), (alert,)).fetchone() == (1,)
