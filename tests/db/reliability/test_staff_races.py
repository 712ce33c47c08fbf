"""Several of the staff, and customers, at one thing in the same moment."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from functools import partial
from threading import Thread

import psycopg
import pytest

from tests.db.reliability.broken import FAILPOINT, Break, hold, let_go, put_in, wait_for_waiting
from tests.support.staff import grant, member, stock_of
from tests.support.together import at_once, must
from tests.support.turns import Caller, line
from tools.kit.view import SessionView

HANDS = 6
DISHES = ("idly", "medu_vada", "masala_dosa", "plain_dosa", "filter_coffee", "ven_pongal")
NO_ORDER = Break(
    "require_staff",
    "perform pg_advisory_xact_lock(hashtextextended(p_turn.tenant_id::text, 2));",
    "",
)
PAUSE_BEFORE_UNDOING = Break(
    "undo",
    "  for v_event in\n",
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n  for v_event in\n",
)
PAUSE_BEFORE_RECORD = Break(
    "keep_staff_event",
    "begin\n  insert into cold.staff_event",
    f"begin\n  perform pg_advisory_xact_lock_shared({FAILPOINT});\n  insert into cold.staff_event",
)
UNLOCKED_STOCK = Break("staff_value", "and s.item_id = v_of for update;", "and s.item_id = v_of;")
PAUSE_BEFORE_STOCK = Break(
    "update_stock",
    "      perform app.put_stock(",
    f"      perform pg_advisory_xact_lock_shared({FAILPOINT});\n      perform app.put_stock(",
)
PAUSE_BETWEEN_LOCKS = Break(
    "update_stock",
    "    -- Locked:",
    f"    perform pg_advisory_xact_lock_shared({FAILPOINT});\n    -- Locked:",
)
WHOLE_DISH = Break("staff_item", "for no key update", "for update")


@pytest.fixture
def hands(dsn: str, db: psycopg.Connection) -> Iterator[list[Caller]]:
    """One person of the staff in as many chats."""
    grant(db, "cook", "manager")
    with ExitStack() as stack:
        yield [
            stack.enter_context(Caller(dsn, "cook", chat=f"chat {number}"))
            for number in range(HANDS)
        ]


@pytest.fixture
def crew(dsn: str, db: psycopg.Connection) -> Iterator[list[Caller]]:
    """As many people of the staff."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(member(dsn, db, f"cook {number}", "manager"))
            for number in range(HANDS)
        ]


def came_to(answers: list[SessionView | psycopg.Error]) -> Counter[str | None]:
    """How often each refusal came, None standing for none."""
    return Counter(one.sqlstate if isinstance(one, psycopg.Error) else None for one in answers)


def let_go_when_waiting(db: psycopg.Connection, count: int) -> Thread:
    """Beside what follows: let all pass the pause once that many wait."""

    def let_them() -> None:
        wait_for_waiting(db, count)
        let_go(db)

    thread = Thread(target=let_them)
    thread.start()
    return thread


def test_one_change_is_undone_once(hands: list[Caller], db: psycopg.Connection) -> None:
    for _ in range(5):
        hands[0].call("update_stock", "idly", "add", 5)
        answers = at_once([partial(hand.call, "undo") for hand in hands])
        assert came_to(answers) == {None: 1, "OC038": HANDS - 1}
        assert stock_of(db, "idly") is None


def undo_past_the_pause(hands: list[Caller], db: psycopg.Connection) -> Counter[str | None]:
    """Two undo the same change, both past the look at what is last."""
    hands[0].call("update_stock", "idly", "add", 5)
    hold(db)
    beside = let_go_when_waiting(db, 2)
    answers = at_once([partial(hand.call, "undo") for hand in hands[:2]])
    beside.join()
    return came_to(answers)


def test_two_wait_for_each_other(hands: list[Caller], db: psycopg.Connection) -> None:
    put_in(db, PAUSE_BEFORE_UNDOING)
    assert undo_past_the_pause(hands, db) == {None: 1, "OC038": 1}


def test_they_would_not_without_the_lock(hands: list[Caller], db: psycopg.Connection) -> None:
    put_in(db, NO_ORDER, PAUSE_BEFORE_UNDOING)
    assert undo_past_the_pause(hands, db) != {None: 1, "OC038": 1}


def test_as_many_undos_as_changes(hands: list[Caller], db: psycopg.Connection) -> None:
    for pieces in range(HANDS):
        hands[0].call("update_stock", "idly", "set", pieces + 1)
    must(at_once([partial(hand.call, "undo") for hand in hands]))
    assert stock_of(db, "idly") is None


def test_a_change_in_between_is_never_lost(crew: list[Caller], db: psycopg.Connection) -> None:
    cook, other = crew[:2]
    ended = set()
    for _ in range(15):
        other.call("update_stock", "idly", "set", 10)
        cook.call("update_stock", "idly", "add", 5)
        undone, added = at_once(
            [partial(cook.call, "undo"), partial(other.call, "update_stock", "idly", "add", 2)]
        )
        assert isinstance(added, SessionView)
        if isinstance(undone, psycopg.Error):
            assert undone.sqlstate == "OC040"
        ended.add((isinstance(undone, SessionView), stock_of(db, "idly")))
    assert ended <= {(True, 12), (False, 17)}


def change_at_once(crew: list[Caller]) -> Counter[str | None]:
    """Everybody changes another dish."""
    return came_to(
        at_once(
            [
                partial(one.call, "update_stock", dish, "add", 5)
                for one, dish in zip(crew, DISHES, strict=True)
            ]
        )
    )


def test_changes_are_numbered_without_gaps(crew: list[Caller], db: psycopg.Connection) -> None:
    for _ in range(5):
        assert change_at_once(crew) == {None: HANDS}
    numbers = db.execute("select array_agg(event_no order by event_no) from cold.staff_event")
    assert numbers.fetchone() == ([*range(1, 5 * HANDS + 1)],)


def test_they_would_clash_without_the_lock(crew: list[Caller], db: psycopg.Connection) -> None:
    # The number is read by the statement that waits no more: both read the same.
    put_in(db, NO_ORDER, PAUSE_BEFORE_RECORD)
    hold(db)
    beside = let_go_when_waiting(db, HANDS)
    answers = change_at_once(crew)
    beside.join()
    assert answers["23505"] > 0


def test_sales_and_deliveries_add_up(dsn: str, crew: list[Caller], db: psycopg.Connection) -> None:
    crew[0].call("update_stock", "idly", "set", 50)
    with ExitStack() as stack:
        buyers = [stack.enter_context(Caller(dsn, f"buyer {n}")) for n in range(4)]
        for buyer in buyers:
            buyer.add_to_cart([line("idly", 3)])
            buyer.checkout()
        must(
            at_once(
                [
                    *(partial(buyer.choose_payment, "cash") for buyer in buyers),
                    *(partial(one.call, "update_stock", "idly", "add", 10) for one in crew[:2]),
                ]
            )
        )
    assert stock_of(db, "idly") == 50 - 12 + 20


def deliver_while_selling(asha: Caller, cook: Caller, db: psycopg.Connection) -> int | None:
    """A customer's order comes in the midst of a delivery, as far as it can."""
    cook.call("update_stock", "idly", "set", 10)
    asha.add_to_cart([line("idly")])
    asha.checkout()
    hold(db)

    def deliver() -> None:
        with suppress(psycopg.errors.DeadlockDetected):
            cook.call("update_stock", "idly", "add", 5)

    def sell() -> None:
        wait_for_waiting(db, 1)
        with suppress(psycopg.errors.DeadlockDetected):
            asha.choose_payment("cash")

    delivery, order = Thread(target=deliver), Thread(target=sell)
    delivery.start()
    order.start()
    # Where it has to wait for the delivery it does not end before that may go on.
    order.join(1.0)
    let_go(db)
    delivery.join()
    order.join()
    return stock_of(db, "idly")


def test_an_order_waits_for_a_delivery(
    asha: Caller, crew: list[Caller], db: psycopg.Connection
) -> None:
    put_in(db, PAUSE_BEFORE_STOCK)
    assert deliver_while_selling(asha, crew[0], db) == 14


def test_it_would_be_forgotten_without_the_lock(
    asha: Caller, crew: list[Caller], db: psycopg.Connection
) -> None:
    put_in(db, UNLOCKED_STOCK, PAUSE_BEFORE_STOCK)
    assert deliver_while_selling(asha, crew[0], db) == 15


def test_an_order_and_a_delivery_do_not_wait_for_each_other(
    asha: Caller, crew: list[Caller], db: psycopg.Connection
) -> None:
    put_in(db, PAUSE_BETWEEN_LOCKS)
    assert deliver_while_selling(asha, crew[0], db) == 14


def test_they_would_if_the_whole_dish_were_locked(
    asha: Caller, crew: list[Caller], db: psycopg.Connection
) -> None:
    put_in(db, PAUSE_BETWEEN_LOCKS, WHOLE_DISH)
    assert deliver_while_selling(asha, crew[0], db) != 14


def test_two_waiters_at_an_empty_table(crew: list[Caller], db: psycopg.Connection) -> None:
    for number in range(10):
        views = must(
            at_once(
                [partial(one.call, "add_to_table", f"t{number}", [line("idly")]) for one in crew]
            )
        )
        tabs = [view.tab for view in views if view.tab is not None]
        assert len({tab.tab_id for tab in tabs}) == 1
        assert sorted(len(tab.rounds) for tab in tabs) == [*range(1, HANDS + 1)]
