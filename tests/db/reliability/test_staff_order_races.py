"""Two of the staff at one order, and one of them while its customer cancels: all is done once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from threading import Thread
from typing import Literal

import psycopg
import pytest

from tests.db.reliability.broken import FAILPOINT, Break, hold, let_go, put_in, wait_for_waiting
from tests.support.life import cancel, move, place, put_stock, stock
from tests.support.money import short
from tests.support.staff import member
from tests.support.together import at_once, fresh
from tests.support.turns import Caller, line
from tools.kit.view import Order, SessionView

ROUNDS = 25
STOCK = 1000
NO_ORDER = Break(
    "require_staff",
    "perform pg_advisory_xact_lock(hashtextextended(p_turn.tenant_id::text, 2));",
    "",
)
NOT_LOCKED = Break("lock_order", "o.order_id = p_order for update;", "o.order_id = p_order;")
NOT_ASKED_AGAIN = Break("move_order", "  perform app.require_move(v_order, p_to, p_actor);\n", "")
PAUSE = Break(
    "step_order",
    "    update cold.orders o set ready_at",
    f"    perform pg_advisory_xact_lock_shared({FAILPOINT});\n"
    "    update cold.orders o set ready_at",
)
PAUSE_BEFORE_MONEY = Break(
    "confirm_payment",
    "    v_payment := app.receive_tender(",
    f"    perform pg_advisory_xact_lock_shared({FAILPOINT});\n    v_payment := app.receive_tender(",
)
Mode = Literal["accept twice", "pay twice"]
ACTS: dict[Mode, str] = {"accept twice": "accept_order", "pay twice": "confirm_payment"}
FOUND = """
select o.status, o.event_seq, array_agg(e.status order by e.seq),
  (select count(*) from cold.staff_event s where s.subject = 'order:' || o.order_id)
from cold.orders o join cold.order_event e using (tenant_id, order_id)
where o.order_id = %s group by o.order_id, o.tenant_id, o.status, o.event_seq
"""


@pytest.fixture
def crew(dsn: str, db: psycopg.Connection) -> Iterator[list[Caller]]:
    """Two managers."""
    with ExitStack() as stack:
        yield [stack.enter_context(member(dsn, db, name, "manager")) for name in ("one", "other")]


def found(db: psycopg.Connection, order: Order) -> tuple[str, int, list[str], int]:
    """Status, last event, every event's status, and how often staff have acted on it."""
    row = db.execute(FOUND, [order.order_id]).fetchone()
    assert row is not None
    return row[0], row[1], row[2], row[3]


def refusals(answers: Sequence[SessionView | psycopg.Error]) -> list[str]:
    """The refusals that came, in order."""
    return sorted(str(one.sqlstate) for one in answers if isinstance(one, psycopg.Error))


def twice(
    mode: Mode, crew: list[Caller], asha: Caller, db: psycopg.Connection
) -> tuple[list[str], tuple[str, int, list[str], int]]:
    """Both do the same, the second while the first is at it; refusals, and what came of it."""
    order = place(asha)
    hold(db)

    def let_them() -> None:
        wait_for_waiting(db, 2)
        let_go(db)

    beside = Thread(target=let_them)
    beside.start()
    answers = at_once([partial(one.call, ACTS[mode], 1) for one in crew])
    beside.join()
    return refusals(answers), found(db, order)


def test_accepted_once_by_two(crew: list[Caller], asha: Caller, db: psycopg.Connection) -> None:
    put_in(db, PAUSE)
    refused, came = twice("accept twice", crew, asha, db)
    assert (refused, came) == ([], ("accepted", 2, ["placed", "accepted"], 1))


def test_accepted_twice_without_the_locks(
    crew: list[Caller], asha: Caller, db: psycopg.Connection
) -> None:
    put_in(db, PAUSE, NO_ORDER, NOT_LOCKED)
    refused, (_, _, _, acts) = twice("accept twice", crew, asha, db)
    assert refused != [] or acts != 1


def test_paid_once_by_two(crew: list[Caller], asha: Caller, db: psycopg.Connection) -> None:
    put_in(db, PAUSE_BEFORE_MONEY)
    refused, (_, seq, _, acts) = twice("pay twice", crew, asha, db)
    assert (refused, seq, acts) == (["OC043"], 2, 1)
    assert short(db) == ["cash paid 240.00"]


def test_the_second_is_not_told_so_without_the_locks(
    crew: list[Caller], asha: Caller, db: psycopg.Connection
) -> None:
    # The tender itself is taken once all the same: change_payment is the second wall.
    put_in(db, PAUSE_BEFORE_MONEY, NO_ORDER, NOT_LOCKED)
    refused, (_, _, _, acts) = twice("pay twice", crew, asha, db)
    assert (refused, acts) != (["OC043"], 1)
    assert short(db) == ["cash paid 240.00"]


def accept_while_cancelling(
    cook: Caller, asha: Caller, db: psycopg.Connection
) -> tuple[str, list[str]]:
    """The customer cancels in the midst of it, as far as he can; status and events."""
    order = place(asha)
    hold(db)

    def accept() -> None:
        at_once([partial(cook.call, "accept_order", 1)])

    def change_his_mind() -> None:
        wait_for_waiting(db, 1)
        at_once([partial(cancel, asha, order.order_id)])

    accepting, cancelling = Thread(target=accept), Thread(target=change_his_mind)
    accepting.start()
    cancelling.start()
    # Where he has to wait for the shop he does not end before it may go on.
    cancelling.join(1.0)
    let_go(db)
    accepting.join()
    cancelling.join()
    status, _, steps, _ = found(db, order)
    return status, steps


def test_a_customer_waits_for_the_shop(
    crew: list[Caller], asha: Caller, db: psycopg.Connection
) -> None:
    put_in(db, PAUSE)
    came = accept_while_cancelling(crew[0], asha, db)
    assert came == ("accepted", ["placed", "accepted"])


def test_he_would_not_without_the_locks(
    crew: list[Caller], asha: Caller, db: psycopg.Connection
) -> None:
    put_in(db, PAUSE, NOT_LOCKED, NOT_ASKED_AGAIN)
    assert accept_while_cancelling(crew[0], asha, db)[1] == ["placed", "cancelled", "accepted"]


def test_one_of_them_wins_and_all_is_there_once(
    dsn: str, crew: list[Caller], db: psycopg.Connection
) -> None:
    """Two accept or take it on, one cancels for the shop, the customer for himself."""
    problems: Counter[str] = Counter()
    with Caller(dsn) as asha:
        for _ in range(ROUNDS):
            put_stock(db, "idly", STOCK)
            asha.who = asha.chat = fresh()
            order = place(asha, line("idly", 3))
            meant = (None, order.order_id)
            answers = at_once(
                [
                    partial(crew[0].call, "accept_order", *meant),
                    partial(crew[1].call, "cancel_for_customer", *meant, "no gas"),
                    partial(cancel, asha, order.order_id),
                ]
            )
            status, seq, steps, acts = found(db, order)
            left = STOCK - (0 if status == "cancelled" else 3)
            known = {"OC037", "OC062", "OC063"}
            problems["unknown"] += len({*refusals(answers)} - known)
            problems["stock"] += int(stock(db, "idly") != left)
            problems["gaps"] += int(seq != len(steps))
            problems["again"] += int(len(steps) != len({*steps}))
            problems["after the end"] += int("cancelled" in steps[:-1])
            problems["acts"] += int(acts > len(steps) - 1)
            if status != "cancelled":
                move(db, order.order_id, "rejected")
    assert +problems == {}
