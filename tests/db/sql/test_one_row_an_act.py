"""Every act of customers and staff is told in the universal ledger exactly once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import pytest
from psycopg import Connection

from tests.support.life import cancel, change, let_cancel, place
from tests.support.money import Payer, take_money
from tests.support.staff import member
from tests.support.tabs import order_at_table, serve, take_seat
from tests.support.turns import Caller, line
from tests.support.ways import put_delivery, put_tables

TWICE = """
create function pg_temp.again() returns trigger language plpgsql as $$
begin
  perform app.record_ledger(new.tenant_id, 'x', 'x', 'x', 200, 1, '{}', new.at);
  return null;
end
$$;
create trigger again after insert on cold.staff_event for each row execute function pg_temp.again()
"""
CODES = "select opcode from cold.orevents order by ctid"


@dataclass
class Floor:
    """The boss, a guest, and what the ledger says. `command` is what the boss repeats."""

    boss: Caller
    guest: Caller
    db: Connection
    command: str | None = None

    def does(self, act: str, *args: object) -> None:
        """The boss does something."""
        self.boss.call(act, *args, command=self.command)

    def staff(self, act: str, *more: object) -> None:
        """Do something with order 1."""
        self.does(act, 1, None, *more)

    def codes(self) -> list[int]:
        """What the ledger has been told."""
        return [code for (code,) in self.db.execute(CODES).fetchall()]


@pytest.fixture
def floor(dsn: str, db: Connection, asha: Caller) -> Iterator[Floor]:
    """A shop with tables that delivers."""
    put_tables(db, ("4", "5", "7"))
    put_delivery(db)
    let_cancel(db, "preparing")
    with member(dsn, db, "boss", "owner") as boss:
        yield Floor(boss, asha, db)


Do = Callable[[Floor], object]


def at(*steps: str) -> Do:
    """Order 1, taken so far."""

    def prepare(floor: Floor) -> None:
        place(floor.guest, line("idly", 2))
        for step in steps:
            floor.staff(step, *(("no gas",) if step.endswith(("reject_order", "customer")) else ()))

    return prepare


def delivered(floor: Floor) -> None:
    """A delivery that is ready."""
    floor.guest.add_to_cart([line("idly", 2)])
    floor.guest.call("give_address", "12 Lake Road")
    assert floor.guest.choose_payment("cash").order is not None
    floor.staff("mark_ready")


def staff(act: str, *more: object) -> Do:
    """What staff do with order 1."""
    return lambda floor: floor.staff(act, *more)


def boss(act: str, *args: object) -> Do:
    """What the boss does besides."""
    return lambda floor: floor.does(act, *args)


def seated(*tables: str, step: str | None = None) -> Do:
    """Tables with 2 idlies each."""

    def prepare(floor: Floor) -> None:
        for table in tables:
            serve(floor.boss, table, line("idly", 2))
        if step:
            floor.staff("mark_ready")
            floor.staff(step)

    return prepare


def both(*does: Do) -> Do:
    """One after the other."""

    def prepare(floor: Floor) -> None:
        for do in does:
            do(floor)

    return prepare


def nothing(floor: Floor) -> None:
    """Nothing before."""


def changes(quantity: int, floor: Floor) -> None:
    """The guest has another quantity of the first line."""
    row = floor.db.execute("select order_id from cold.orders").fetchone()
    assert row is not None
    asked = change(floor.guest, row[0], {"line_no": 1}, quantity).change
    assert asked is not None
    change(floor.guest, row[0], {"line_no": 1}, quantity, str(asked.total))


def joins(floor: Floor) -> None:
    """The guest orders at table 4, on its bill."""
    take_seat(floor.guest, "4")
    order_at_table(floor.guest, line("idly"), line("masala_dosa"))


def two_dishes(floor: Floor) -> None:
    """An order of two dishes."""
    place(floor.guest, line("idly", 2), line("masala_dosa"))


def meets(floor: Floor) -> None:
    """The guest is known."""
    floor.guest.view_cart()


HIRES = boss("add_staff", "asha", "kitchen", True)
ROUND = ([line("idly"), line("masala_dosa")],)
ACTS: Mapping[str, tuple[Do, Do, list[int]]] = {
    "a guest orders": (nothing, two_dishes, [100, 100]),
    "a guest takes more": (at(), partial(changes, 3), [110]),
    "a guest takes a dish out": (two_dishes, partial(changes, 0), [120]),
    "a guest cancels": (at(), lambda floor: cancel(floor.guest), [260]),
    "a guest orders at a table": (nothing, joins, [500, 100, 100]),
    "a guest joins a table": (seated("4"), joins, [100, 100]),
    "a guest asks for the bill": (joins, lambda floor: floor.guest.call("ask_for_bill"), []),
    "accept": (at(), staff("accept_order"), [200]),
    "accept, ready in 20": (at(), staff("accept_order", 20), [200]),
    "accept again": (at("accept_order"), staff("accept_order"), []),
    "start": (at(), staff("start_order"), [210]),
    "ready": (at("accept_order"), staff("mark_ready"), [220]),
    "out": (delivered, staff("send_out"), [230]),
    "done": (at("mark_ready"), staff("complete_order"), [240]),
    "reject": (at(), staff("reject_order", "no gas"), [250]),
    "cancel": (at("accept_order"), staff("cancel_for_customer", "no gas"), [260]),
    "cancel what is paid": (at("confirm_payment"), staff("cancel_for_customer", "no gas"), [260]),
    "paid": (at(), staff("confirm_payment"), [300]),
    "paid otherwise": (at(), staff("confirm_payment", "upi"), [300]),
    "only asked": (at(), staff("confirm_payment", "upi", None, False), []),
    "refunded": (at("confirm_payment", "cancel_for_customer"), staff("refund_payment"), [310]),
    "refunded in part": (
        at("confirm_payment", "cancel_for_customer"),
        staff("refund_payment", "30.00"),
        [310],
    ),
    "undo a step": (at("accept_order"), boss("undo"), [900]),
    "a table": (nothing, boss("add_to_table", "4", *ROUND), [500, 100, 100]),
    "a round": (seated("4"), boss("add_to_table", "4", *ROUND), [100, 100]),
    "fewer": (seated("4"), boss("remove_from_table", "4", ("idly",), 1), [110]),
    "none left": (seated("4"), boss("remove_from_table", "4", ("idly",), None), [260, 540]),
    "move": (seated("4"), boss("transfer_tab", "4", "7"), [510]),
    "merge": (seated("4", "5"), boss("merge_tabs", "4", "5"), [520]),
    "split": (seated("4"), boss("split_tab", "4", "equal", 2), [530]),
    "bill": (seated("4"), boss("bill_tab", "4"), []),
    "pay a part": (seated("4"), boss("pay_bill", "4", None, "cash", "30.00"), [300]),
    "pay": (seated("4"), boss("pay_bill", "4", None, "cash", "80.00"), [300]),
    "pay what is eaten": (
        seated("4", step="complete_order"),
        boss("pay_bill", "4", None, "cash", "80.00"),
        [300, 540],
    ),
    "close": (
        both(seated("4"), boss("pay_bill", "4", None, "cash", "80.00")),
        boss("close_tab", "4"),
        [220, 240, 540],
    ),
    "stock": (nothing, boss("update_stock", "idly", "set", 20), [400]),
    "86": (nothing, boss("mark_unavailable", ("idly",), None), [420]),
    "back": (
        boss("mark_unavailable", ("idly",), None),
        boss("mark_available", ("idly",)),
        [430],
    ),
    "price": (nothing, boss("set_price", "idly", "55.00", "40.00"), [440]),
    "undo stock": (boss("update_stock", "idly", "set", 20), boss("undo"), [900]),
    "undo a price": (boss("set_price", "idly", "55.00", "40.00"), boss("undo"), [900]),
    "undo a move": (
        both(seated("4"), boss("transfer_tab", "4", "7")),
        boss("undo"),
        [900],
    ),
    # What goes back of a round are dishes, which the ledger adds up.
    "undo a round": (
        both(seated("4"), boss("add_to_table", "4", *ROUND)),
        boss("undo"),
        [260, 900],
    ),
    "undo a table": (seated("4"), boss("undo"), [260, 540, 900]),
    "undo fewer": (
        both(seated("4"), boss("remove_from_table", "4", ("idly",), 1)),
        boss("undo"),
        [110, 900],
    ),
    "add staff": (meets, HIRES, [600]),
    "remove staff": (both(meets, HIRES), boss("remove_staff", "asha", True), [610]),
    "undo staff": (both(meets, HIRES), boss("undo"), [900]),
    "look": (at(), staff("check_orders"), []),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_told_once(floor: Floor, name: str) -> None:
    prepare, do, expected = ACTS[name]
    prepare(floor)
    before = len(floor.codes())
    do(floor)
    assert floor.codes()[before:] == expected


@pytest.mark.parametrize(("name", "told"), [("accept", [200, 200]), ("undo a step", [900, 200])])
def test_the_broken_variant_tells_twice(floor: Floor, name: str, told: list[int]) -> None:
    prepare, do, _ = ACTS[name]
    prepare(floor)
    before = len(floor.codes())
    floor.db.execute(TWICE)
    do(floor)
    assert sorted(floor.codes()[before:]) == sorted(told)


@pytest.mark.parametrize("name", ["accept", "paid", "a round", "pay", "price"])
def test_a_command_that_comes_twice_is_told_once(floor: Floor, name: str) -> None:
    prepare, do, expected = ACTS[name]
    prepare(floor)
    before = len(floor.codes())
    floor.command = "test:twice"
    for _ in range(2):
        do(floor)
    assert floor.codes()[before:] == expected


def test_money_that_comes_by_itself_is_told_once(dsn: str, db: Connection) -> None:
    take_money(db)
    with Payer(dsn) as payer:
        payer.add_to_cart([line("idly", 2)])
        payer.checkout("take_away")
        payer.pays(payer.invoice())
    assert [code for (code,) in db.execute(CODES).fetchall()] == [100, 300]
