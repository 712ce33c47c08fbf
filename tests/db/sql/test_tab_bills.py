"""Bills of a tab: split by line, by guest or equally, they come to exactly what is left of it."""

from collections.abc import Iterator
from contextlib import ExitStack
from decimal import Decimal
from random import Random

import psycopg
import pytest
from psycopg import Connection

from tests.support.charges import Fee, Rules, put_price
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.tabs import (
    bills,
    money,
    move_rounds,
    open_tabs,
    order_at_table,
    owed,
    serve,
    tab_of,
    take_seat,
)
from tests.support.turns import Caller, line
from tests.support.ways import put_tables
from tools.kit.view import Tab

TAXED = Rules(
    classes={"food": {"CGST": "2.5", "SGST": "2.5"}},
    default_class="food",
    included=False,
    fees=(Fee("Service", "7.5", "percent", ("dine_in",)),),
)
DISHES = ("idly", "masala_dosa", "filter_coffee", "medu_vada")
PAID_OF_ORDERS = """
select count(*) from cold.orders o
where o.status not in ('cancelled', 'rejected') and app.order_balance(o.tenant_id, o.order_id) <> 0
"""


@pytest.fixture
def waiter(dsn: str, db: Connection) -> Iterator[Caller]:
    """Who serves at a shop with tables."""
    put_tables(db, ("4", "5", "7"))
    with member(dsn, db, "waiter", "waiter") as caller:
        yield caller


@pytest.fixture
def guests(dsn: str, waiter: Caller) -> Iterator[list[Caller]]:
    """Two guests with names."""
    with ExitStack() as stack:
        people = [stack.enter_context(Caller(dsn, who)) for who in ("asha", "ravi")]
        for person in people:
            person.facts["name"] = person.who.title()
        yield people


def split(waiter: Caller, how: str, parts: int | None = None) -> Tab:
    return tab_of(waiter.call("split_tab", "4", how, parts))


def pay(waiter: Caller, bill: int | None, amount: str | Decimal, method: str = "cash") -> Tab:
    return tab_of(waiter.call("pay_bill", "4", bill, method, str(amount)))


def test_the_bill_is_made_once_and_anew_when_the_tab_changes(waiter: Caller) -> None:
    serve(waiter, "4", line("idly", 2))
    assert bills(tab_of(waiter.call("bill_tab", "4"))) == [("Table", "80.00", False)]
    again = tab_of(waiter.call("bill_tab", "4"))
    assert [one.bill_no for one in again.bills] == [1]
    serve(waiter, "4")
    assert bills(tab_of(waiter.call("bill_tab", "4"))) == [("Table", "120.00", False)]


def test_by_line(waiter: Caller) -> None:
    serve(waiter, "4", line("idly", 2), line("masala_dosa"))
    serve(waiter, "4", line("idly"))
    assert bills(split(waiter, "line")) == [
        ("2x Idly", "80.00", False),
        ("1x Masala Dosa", "80.00", False),
        ("1x Idly", "40.00", False),
    ]


def test_by_guest(waiter: Caller, guests: list[Caller]) -> None:
    serve(waiter, "4", line("filter_coffee"))
    for guest in guests:
        take_seat(guest, "4")
        order_at_table(guest, line("idly"))
    order_at_table(guests[0], line("masala_dosa"))
    assert bills(split(waiter, "guest")) == [
        ("Table", "30.00", False),
        ("Asha", "120.00", False),
        ("Ravi", "40.00", False),
    ]


def test_equally_by_largest_remainder(waiter: Caller, db: Connection) -> None:
    put_price(db, "idly", "100.00")
    serve(waiter, "4", line("idly"))
    tab = split(waiter, "equal", 3)
    assert bills(tab) == [("1/3", "33.34", False), ("2/3", "33.33", False), ("3/3", "33.33", False)]


def test_taxes_and_fees_are_in_the_bills(waiter: Caller, db: Connection) -> None:
    TAXED.put(db)
    put_tables(db, ("4",))
    put_price(db, "idly", "33.33")
    tab = serve(waiter, "4", line("idly"), line("masala_dosa"), line("filter_coffee"))
    assert [(one.kind, one.name) for one in tab.charges] == [
        ("fee", "Service"),
        ("tax", "CGST"),
        ("tax", "SGST"),
    ]
    charged = sum((one.amount for one in tab.charges), Decimal(0))
    assert sum((one.line_total for one in tab.lines), charged) == tab.total
    for how, parts in (("line", None), ("equal", 7), ("guest", None)):
        assert owed(split(waiter, how, parts)) == tab.total


def test_paid_bills_stand_when_the_rest_is_split_again(waiter: Caller) -> None:
    serve(waiter, "4", line("idly", 3))
    first = split(waiter, "equal", 3).open_bills[0]
    pay(waiter, first.bill_no, first.amount)
    assert bills(split(waiter, "equal", 2)) == [
        ("1/3", "40.00", True),
        ("1/2", "40.00", False),
        ("2/2", "40.00", False),
    ]


def test_a_line_that_was_paid_is_on_no_bill_again(waiter: Caller) -> None:
    serve(waiter, "4", line("idly"), line("masala_dosa"))
    dosa = split(waiter, "line").open_bills[1]
    pay(waiter, dosa.bill_no, dosa.amount)
    assert bills(split(waiter, "line"))[-1] == ("1x Idly", "40.00", False)


def test_a_bill_is_paid_once(waiter: Caller, db: Connection) -> None:
    serve(waiter, "4", line("idly", 2))
    one, two = split(waiter, "equal", 2).open_bills
    pay(waiter, one.bill_no, one.amount, "card")
    with refused("OC083"):
        pay(waiter, one.bill_no, one.amount)
    pay(waiter, two.bill_no, two.amount, "upi")
    with refused("OC083"):
        pay(waiter, two.bill_no, two.amount)
    with refused("OC083"):
        pay(waiter, None, "1.00")
    paid = "select method, amount from cold.payments where status = 'paid' order by method"
    assert db.execute(paid).fetchall() == [("card", Decimal(40)), ("upi", Decimal(40))]
    assert db.execute(PAID_OF_ORDERS).fetchone() == (0,)


def test_what_was_ordered_since_is_not_silently_unpaid(waiter: Caller, db: Connection) -> None:
    serve(waiter, "4", line("idly"))
    bill = tab_of(waiter.call("bill_tab", "4")).open_bills[0]
    serve(waiter, "4", line("masala_dosa"))
    with refused("OC084") as refusal:
        pay(waiter, bill.bill_no, bill.amount)
    assert refusal.words == {"table": "4", "left": "120.00", "was": "40.00"}
    assert open_tabs(db) == 1
    # A part of it can be paid: the tab stays open for the rest.
    assert money(pay(waiter, None, "40.00")) == ("120.00", "40.00", "80.00")


def test_the_same_sum_of_other_dishes_is_no_bill_that_holds(waiter: Caller) -> None:
    serve(waiter, "4", line("idly"))
    serve(waiter, "4", line("masala_dosa"))
    bill = tab_of(waiter.call("bill_tab", "4")).open_bills[0]
    waiter.call("remove_from_table", "4", ("idly",), 1)
    serve(waiter, "4", line("idly"))
    with refused("OC084"):
        pay(waiter, bill.bill_no, bill.amount)


@pytest.mark.parametrize("amount", ["0.00", "-1.00", "NaN", "80.01"])
def test_no_more_than_is_left_and_more_than_nothing(waiter: Caller, amount: str) -> None:
    serve(waiter, "4", line("idly", 2))
    with pytest.raises(psycopg.Error):
        pay(waiter, None, amount)
    assert money(tab_of(waiter.call("show_tab", "4"))) == ("80.00", "0.00", "80.00")


def test_what_was_asked_for_must_be_said(waiter: Caller) -> None:
    serve(waiter, "4")
    bill = tab_of(waiter.call("bill_tab", "4")).open_bills[0]
    with refused("OC084"):
        waiter.call("pay_bill", "4", bill.bill_no, "cash", None)


def test_only_ways_there_are(waiter: Caller) -> None:
    serve(waiter, "4")
    with refused("OC014"):
        pay(waiter, None, "40.00", "beads")


def test_a_paid_tab_closes_with_its_last_order(waiter: Caller, db: Connection) -> None:
    tab = serve(waiter, "4")
    assert pay(waiter, None, "40.00").is_open
    move_rounds(db, tab.tab_id, "ready")
    assert open_tabs(db) == 1
    move_rounds(db, tab.tab_id, "completed")
    assert open_tabs(db) == 0


def test_an_eaten_tab_closes_with_its_last_bill(waiter: Caller, db: Connection) -> None:
    tab = serve(waiter, "4")
    move_rounds(db, tab.tab_id, "ready", "completed")
    assert not pay(waiter, None, "40.00").is_open
    assert open_tabs(db) == 0


def test_what_is_taken_off_after_it_was_paid_goes_back(waiter: Caller, db: Connection) -> None:
    serve(waiter, "4", line("idly"), line("masala_dosa"))
    pay(waiter, None, "120.00")
    waiter.call("remove_from_table", "4", ("idly",), 1)
    owed_back = "select amount, status from cold.payments where status = 'refund_due'"
    assert db.execute(owed_back).fetchall() == [(Decimal(120), "refund_due")]
    assert tab_of(waiter.call("show_tab", "4")).left == 0


@pytest.mark.parametrize("seed", range(12))
def test_bills_always_come_to_what_is_left(
    waiter: Caller, guests: list[Caller], db: Connection, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311
    TAXED.put(db)
    put_tables(db, ("4", "5", "7"))
    for dish in DISHES:
        put_price(db, dish, f"{chance.randint(1, 40000) / 100:.2f}")
    for guest in guests:
        take_seat(guest, "4")
    for _ in range(25):
        before = waiter.call("show_tab", None).tabs
        tab = _do_something(chance, waiter, guests, left=any(one.left for one in before))
        assert tab.total == tab.paid + tab.left
        if tab.bills and tab.left:
            tab = tab_of(waiter.call("bill_tab", "4"))
            assert owed(tab) == tab.left
            assert all(bill.amount > 0 for bill in tab.bills)
    tab = tab_of(waiter.call("bill_tab", "4")) if tab.left else tab
    for bill in tab.open_bills:
        tab = pay(waiter, bill.bill_no, bill.amount)
    assert (tab.left, tab.paid) == (Decimal(0), tab.total)
    assert db.execute(PAID_OF_ORDERS).fetchone() == (0,)


def _do_something(chance: Random, waiter: Caller, guests: list[Caller], *, left: bool) -> Tab:
    """Order, split, or pay something."""
    what = chance.choice(("serve", "order", "split", "pay", "part")) if left else "serve"
    lines = [line(dish, chance.randint(1, 3)) for dish in chance.sample(DISHES, 2)]
    if what == "serve":
        return serve(waiter, "4", *lines)
    if what == "order":
        order_at_table(chance.choice(guests), *lines)
        return tab_of(waiter.call("show_tab", "4"))
    tab = split(waiter, chance.choice(("line", "guest", "equal")), chance.randint(2, 20))
    if what == "split":
        return tab
    if what == "pay":
        bill = chance.choice(tab.open_bills)
        return pay(waiter, bill.bill_no, bill.amount)
    most = int(tab.left * 100)
    return pay(waiter, None, f"{Decimal(chance.randint(1, most)) / 100:.2f}")
