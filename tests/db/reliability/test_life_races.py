"""Accept against cancel, cancel against change, receipts side by side: one wins, all is once."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Literal

import psycopg
import pytest

from tests.db.reliability.broken import Break, put_in
from tests.support.life import cancel, change, move, place, put_stock
from tests.support.together import at_once, fresh
from tests.support.turns import Caller, line
from tools.kit.view import Order

ROUNDS = 25
STOCK = 1000
NOT_LOCKED = Break("lock_order", "o.order_id = p_order for update;", "o.order_id = p_order;")
NOT_ASKED_AGAIN = Break("move_order", "  perform app.require_move(v_order, p_to, p_actor);\n", "")
COUNTED_APART = Break(
    "number_receipt",
    "on conflict (tenant_id) do update set last_no = c.last_no + 1",
    "on conflict (tenant_id) do update set last_no = (select max(r.receipt_no) + 1"
    " from cold.receipt r where r.tenant_id = p_tenant)",
)
Mode = Literal["accept, cancel", "cancel twice", "cancel, change"]
FOUND = """
select o.status, o.event_seq, array_agg(e.status order by e.seq),
  (select coalesce(sum(a.quantity), 0) from cold.order_adjustment a where a.order_id = o.order_id)
from cold.orders o join cold.order_event e using (tenant_id, order_id)
where o.order_id = %s group by o.order_id, o.tenant_id, o.status, o.event_seq
"""
LEFT = "select quantity from cold.menu_item_stock where item_id = 'idly'"


def race(dsn: str, mode: Mode, rounds: int = ROUNDS) -> Counter[str]:
    """Let two do something with an order at once; what went wrong, nothing when all is well."""
    problems: Counter[str] = Counter()
    with (
        Caller(dsn) as one,
        Caller(dsn) as other,
        psycopg.connect(dsn, autocommit=True) as db,
        psycopg.connect(dsn, autocommit=True) as shop,
    ):
        for _ in range(rounds):
            put_stock(db, "idly", STOCK)
            one.who = one.chat = fresh()
            # In another chat, so that no session lock keeps the two apart.
            other.who, other.chat = one.who, fresh()
            order = place(one, line("idly", 3), line("masala_dosa"))
            answers = at_once(_works(mode, one, other, shop, order))
            problems["deadlocks"] += sum(
                isinstance(answer, psycopg.errors.DeadlockDetected) for answer in answers
            )
            done = sum(not isinstance(answer, psycopg.Error) for answer in answers)
            problems += _judge(db, order, mode, done)
    return +problems


def _works(
    mode: Mode, one: Caller, other: Caller, shop: psycopg.Connection, order: Order
) -> list[Callable[[], object]]:
    cancelling = partial(cancel, one, order.order_id)
    match mode:
        case "accept, cancel":
            return [cancelling, partial(move, shop, order.order_id, "accepted")]
        case "cancel twice":
            return [cancelling, partial(cancel, other, order.order_id)]
        case "cancel, change":
            fewer = partial(change, other, order.order_id, {"line_no": 1}, 1, "120.00")
            return [cancelling, fewer]


def _judge(db: psycopg.Connection, order: Order, mode: Mode, done: int) -> Counter[str]:
    row, left = db.execute(FOUND, [order.order_id]).fetchone(), db.execute(LEFT).fetchone()
    assert row is not None
    assert left is not None
    status, seq, steps, adjusted = row
    had = 0 if status == "cancelled" else 3 + adjusted
    return Counter(
        {
            "stock": abs(left[0] - (STOCK - had)),
            "gaps": int(seq != len(steps)),
            "both won": int(mode == "accept, cancel" and done == 2),
            "nobody won": int(done == 0),
            "after the end": int("cancelled" in steps[:-1]),
        }
    )


@pytest.mark.parametrize("mode", ["accept, cancel", "cancel twice", "cancel, change"])
def test_one_wins_and_all_is_given_back_once(dsn: str, db: psycopg.Connection, mode: Mode) -> None:
    assert race(dsn, mode) == {}


@pytest.mark.parametrize(
    ("mode", "breaks"),
    [
        ("accept, cancel", (NOT_LOCKED,)),
        ("accept, cancel", (NOT_ASKED_AGAIN,)),
        ("cancel twice", (NOT_LOCKED,)),
        ("cancel, change", (NOT_LOCKED,)),
    ],
)
def test_a_broken_variant_is_noticed(
    dsn: str, db: psycopg.Connection, mode: Mode, breaks: tuple[Break, ...]
) -> None:
    put_in(db, *breaks)
    assert race(dsn, mode) != {}


def receipts(dsn: str, orders: int = 24) -> list[int]:
    """Complete orders by two at once, some of which fail; the numbers their receipts got."""
    with (
        Caller(dsn) as asha,
        psycopg.connect(dsn, autocommit=True) as one,
        psycopg.connect(dsn, autocommit=True) as other,
    ):
        placed = [place(asha, line("idly")).order_id for _ in range(orders)]
        for order in placed:
            move(one, order, "ready")
        for first, second in zip(placed[::2], placed[1::2], strict=True):
            at_once(
                [
                    partial(_complete, one, first, fails=first == placed[4]),
                    partial(_complete, other, second, fails=False),
                ]
            )
        found = one.execute("select receipt_no from cold.receipt order by 1").fetchall()
    return [number for (number,) in found]


def _complete(shop: psycopg.Connection, order: object, *, fails: bool) -> None:
    with shop.transaction(force_rollback=fails):
        shop.execute(
            "select app.move_order(tenant_id, %s, 'completed', 'staff:1', null, now())"
            " from cold.tenants",
            [order],
        )


def test_receipts_are_numbered_without_a_gap(dsn: str) -> None:
    assert receipts(dsn) == list(range(1, 24))


def test_receipts_counted_without_the_counter_are_noticed(dsn: str, db: psycopg.Connection) -> None:
    put_in(db, COUNTED_APART)
    assert receipts(dsn) != list(range(1, 24))
