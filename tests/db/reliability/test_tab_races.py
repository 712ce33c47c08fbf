"""Several people at one table in the same moment: one tab, and nothing lost or silently unpaid."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from random import Random
from threading import Thread

import psycopg
import pytest

from db.embedded.locks import wait_until
from tests.db.reliability.broken import (
    FAILPOINT,
    Break,
    hold,
    let_go,
    put_in,
    wait_for_waiting,
    waiting,
)
from tests.support.staff import grant
from tests.support.tabs import money, move_rounds, serve, tab_of, take_seat, told
from tests.support.together import at_once, must
from tests.support.turns import Caller, line
from tests.support.ways import put_tables
from tools.kit.view import SessionView, Tab

Act = Callable[[], object]
ROUNDS = 40
TABLES = ("4", "5", "7", "8")
OPEN_TWICE = """
select count(*) from (
  select from cold.tab where closed_at is null group by table_no having count(*) > 1) t
"""
UNTRUE = """
select count(*) from (
  select t.tab_id from cold.tab t
  where t.closed_at is null and app.tab_left(t.tenant_id, t.tab_id) <> (
    select coalesce(sum(x.owed), 0) from app.tab_lines(t.tenant_id, t.tab_id) x)) u
"""
LOST = """
select count(*) from cold.orders o join cold.tab t using (tenant_id, tab_id)
where t.closed_at is not null and t.merged_into is null
  and o.status not in ('completed', 'cancelled', 'rejected')
"""
PAUSE_BEFORE_ROUND = Break(
    "write_order",
    "begin\n  insert into cold.order_counter",
    f"begin\n  perform pg_advisory_xact_lock_shared({FAILPOINT});\n"
    "  insert into cold.order_counter",
)
UNLOCKED_TAB = Break(
    "sit_down",
    "    v_locked := app.lock_tab(p_turn.tenant_id, v_tab);\n",
    """
    select * into v_locked from cold.tab t
    where t.tenant_id = p_turn.tenant_id and t.tab_id = v_tab;
""",
)


@pytest.fixture
def waiters(dsn: str, db: psycopg.Connection) -> Iterator[list[Caller]]:
    """Two who serve at a shop with tables."""
    put_tables(db, TABLES)
    with ExitStack() as stack:
        for name in ("wanda", "will"):
            grant(db, name, "waiter")
        yield [stack.enter_context(Caller(dsn, name)) for name in ("wanda", "will")]


@pytest.fixture
def guests(dsn: str, waiters: list[Caller]) -> Iterator[list[Caller]]:
    """Two guests."""
    with ExitStack() as stack:
        people = [stack.enter_context(Caller(dsn, who)) for who in ("asha", "ravi")]
        for person in people:
            person.facts["name"] = person.who.title()
        yield people


def ready_to_order(guest: Caller, table: str, dish: str = "idly") -> Callable[[], SessionView]:
    """A guest with his finger on "on the table's bill"."""
    take_seat(guest, table)
    guest.add_to_cart([line(dish)])
    checkout = guest.checkout("dine_in").checkout
    assert checkout is not None
    return partial(guest.choose_payment, "tab", checkout.checkout_id)


# odoo#146300: "if two waiters open a table at the same moment … two orders will be created".
def test_a_waiter_and_two_guests_open_one_table(
    waiters: list[Caller], guests: list[Caller], db: psycopg.Connection
) -> None:
    for _ in range(15):
        acts: list[Act] = [ready_to_order(guest, "4") for guest in guests]
        acts.append(partial(serve, waiters[0], "4"))
        must(at_once(acts))
        assert db.execute(OPEN_TWICE).fetchone() == (0,)
        tab = tab_of(waiters[0].call("show_tab", "4"))
        assert sorted(told(tab), key=str) == [
            ("Idly", 1, "Asha"),
            ("Idly", 1, "Ravi"),
            ("Idly", 1, None),
        ]
        waiters[0].call("pay_bill", "4", None, "cash", str(tab.left))
        waiters[0].call("close_tab", "4")


# odoo#138664: "Beers no longer exist": the last of two to save won.
def test_three_change_one_tab_and_no_beer_is_lost(
    waiters: list[Caller], guests: list[Caller]
) -> None:
    for number in range(ROUNDS):
        serve(waiters[0], "4", line("filter_coffee", 2))
        acts: list[Act] = [
            ready_to_order(guests[0], "4", "masala_dosa"),
            partial(serve, waiters[0], "4", line("idly", number % 3 + 1)),
            partial(waiters[1].call, "remove_from_table", "4", ("filter_coffee",), 1),
        ]
        must(at_once(acts))
        tab = tab_of(waiters[1].call("show_tab", "4"))
        assert sorted(told(tab), key=str) == sorted(
            [
                ("Filter Coffee", 1, None),
                ("Idly", number % 3 + 1, None),
                ("Masala Dosa", 1, "Asha"),
            ],
            key=str,
        )
        waiters[1].call("pay_bill", "4", None, "cash", str(tab.left))
        waiters[1].call("close_tab", "4")


def adding_while(
    db: psycopg.Connection, adds: Callable[[], SessionView], act: Callable[[], object]
) -> list[object]:
    """Somebody adds, and before that is committed somebody else does something to the tab."""
    put_in(db, PAUSE_BEFORE_ROUND)
    came: list[object] = [None, None]

    def run(place: int, work: Callable[[], object]) -> None:
        try:
            came[place] = work()
        except psycopg.Error as error:
            came[place] = error.sqlstate

    hold(db)
    first = Thread(target=run, args=(0, adds))
    first.start()
    wait_for_waiting(db, 1)
    second = Thread(target=run, args=(1, act))
    second.start()
    wait_until(lambda: came[1] is not None or waiting(db, 2), 10)
    let_go(db)
    first.join()
    second.join()
    return came


def test_the_tab_is_moved_while_a_guest_adds(
    waiters: list[Caller], guests: list[Caller], db: psycopg.Connection
) -> None:
    serve(waiters[0], "4")
    adds = ready_to_order(guests[0], "4", "masala_dosa")
    came = adding_while(db, adds, partial(waiters[0].call, "transfer_tab", "4", "7"))
    assert all(isinstance(one, SessionView) for one in came)
    assert told(tab_of(waiters[0].call("show_tab", "7"))) == [
        ("Idly", 1, None),
        ("Masala Dosa", 1, "Asha"),
    ]
    assert db.execute(OPEN_TWICE).fetchone() == (0,)


def test_the_tabs_are_merged_while_a_guest_adds(
    waiters: list[Caller], guests: list[Caller], db: psycopg.Connection
) -> None:
    serve(waiters[0], "4")
    serve(waiters[0], "5", line("filter_coffee"))
    adds = ready_to_order(guests[0], "4", "masala_dosa")
    came = adding_while(db, adds, partial(waiters[0].call, "merge_tabs", "4", "5"))
    assert all(isinstance(one, SessionView) for one in came)
    assert money(tab_of(waiters[0].call("show_tab", "5"))) == ("150.00", "0.00", "150.00")


def pay_all(waiter: Caller, table: str) -> Callable[[], SessionView]:
    """A waiter with the money for the bill in his hand."""
    bill = tab_of(waiter.call("bill_tab", table)).open_bills[0]
    return partial(waiter.call, "pay_bill", table, bill.bill_no, "cash", str(bill.amount))


def test_what_is_added_while_the_bill_is_paid_is_told(
    waiters: list[Caller], guests: list[Caller], db: psycopg.Connection
) -> None:
    tab = serve(waiters[0], "4")
    move_rounds(db, tab.tab_id, "ready", "completed")
    adds = ready_to_order(guests[0], "4", "masala_dosa")
    came = adding_while(db, adds, pay_all(waiters[0], "4"))
    assert came[1] == "OC084"
    assert money(tab_of(waiters[0].call("show_tab", "4"))) == ("120.00", "0.00", "120.00")


def test_it_would_be_on_a_closed_tab_without_the_lock(
    waiters: list[Caller], guests: list[Caller], db: psycopg.Connection
) -> None:
    put_in(db, UNLOCKED_TAB)
    tab = serve(waiters[0], "4")
    move_rounds(db, tab.tab_id, "ready", "completed")
    adds = ready_to_order(guests[0], "4", "masala_dosa")
    came = adding_while(db, adds, pay_all(waiters[0], "4"))
    assert all(isinstance(one, SessionView) for one in came)
    assert db.execute(LOST).fetchone() == (1,)


def test_what_comes_after_the_tab_was_closed_is_on_the_next(
    waiters: list[Caller], guests: list[Caller], db: psycopg.Connection
) -> None:
    for _ in range(10):
        tab = serve(waiters[0], "4")
        move_rounds(db, tab.tab_id, "ready", "completed")
        adds = ready_to_order(guests[0], "4", "masala_dosa")
        at_once([adds, pay_all(waiters[0], "4")])
        assert db.execute(LOST).fetchone() == (0,)
        left = tab_of(waiters[0].call("show_tab", "4"))
        assert ("Masala Dosa", 1, "Asha") in told(left)
        waiters[0].call("pay_bill", "4", None, "cash", str(left.left))
        waiters[0].call("close_tab", "4")


def test_all_at_all_tables_and_nobody_waits_for_each_other(
    waiters: list[Caller], guests: list[Caller], db: psycopg.Connection
) -> None:
    for table in TABLES[:3]:
        serve(waiters[0], table)
    codes: set[str | None] = set()

    def go_on(seed: int, person: Caller, acts: int) -> None:
        chance = Random(seed)  # noqa: S311
        for _ in range(acts):
            try:
                (_serve_on if person in waiters else _eat_on)(chance, person)
            except psycopg.Error as error:
                codes.add(error.sqlstate)

    must(at_once([partial(go_on, seed, one, 25) for seed, one in enumerate([*waiters, *guests])]))
    assert {code[:2] for code in codes if code} <= {"OC"}, codes
    assert db.execute(OPEN_TWICE).fetchone() == (0,)
    assert db.execute(UNTRUE).fetchone() == (0,)
    assert db.execute(LOST).fetchone() == (0,)


def _serve_on(chance: Random, waiter: Caller) -> None:
    table, other = chance.sample(TABLES, 2)
    match chance.choice(("add", "add", "off", "move", "merge", "split", "pay", "close", "undo")):
        case "add":
            serve(waiter, table)
        case "off":
            waiter.call("remove_from_table", table, ("idly",), 1)
        case "move":
            waiter.call("transfer_tab", table, other)
        case "merge":
            waiter.call("merge_tabs", table, other)
        case "split":
            waiter.call("split_tab", table, "guest", None)
        case "pay":
            left = tab_of(waiter.call("show_tab", table)).left
            waiter.call("pay_bill", table, None, "card", str(left))
        case "close":
            waiter.call("close_tab", table)
        case _:
            waiter.call("undo")


def _eat_on(chance: Random, guest: Caller) -> None:
    match chance.choice(("sit", "order", "order", "look", "bill", "cancel")):
        case "sit":
            take_seat(guest, chance.choice(TABLES))
        case "order":
            guest.add_to_cart([line("masala_dosa")])
            guest.checkout("dine_in")
            guest.choose_payment("tab")
        case "look":
            seen: Tab | None = guest.call("view_tab").tab
            assert seen is None or seen.is_open
        case "bill":
            guest.call("ask_for_bill")
        case _:
            guest.call("cancel_order", None, None, True)
