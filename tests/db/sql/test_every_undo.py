"""Whatever one of the staff does and takes back leaves the tables as they were."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from uuid import UUID

import pytest
from psycopg import Connection, Error

from db.functions import function_files
from tests.db.reliability.broken import Break, put_in
from tests.support.busy_shop import BOSS_ID, NOON, BusyShop, busy_shop
from tests.support.rights import documented
from tests.support.shop import all_tools
from tests.support.staff import member
from tests.support.standing import left_over, standing
from tests.support.turns import Caller, line

READ = frozenset(
    {
        *("check_stock", "check_orders", "show_tab", "sales_report", "ask_shop", "list_staff"),
        *("show_log", "show_usage", "help", "never_mind", "not_understood", "undo"),
        "choose_language",
    }
)
"""What changes nothing of the shop by itself, and undo."""

DAYS = 3
PARTS = 4
LAST = """
select m.sender from cold.staff_event e join cold.staff_member m using (tenant_id, member_id)
where e.undoes is null and e.event_no > %s
  and not exists (select from cold.staff_event u where u.undoes = e.event_no)
order by e.event_no desc limit 1
"""

PIECES = """
select s.item_id, s.quantity + coalesce((
  select sum(l.quantity) from cold.orders o, app.order_lines(o.tenant_id, o.order_id) l
  where o.status not in ('cancelled', 'rejected') and l.item_id = s.item_id), 0)
from cold.menu_item_stock s where s.item_id in ('idly', 'masala_dosa') order by 1
"""
"""What is counted of each dish: there, or in an order that stands."""
MISFITS = """
select o.order_no, app.order_balance(o.tenant_id, o.order_id), p.* from cold.orders o
cross join lateral (
  select coalesce(sum(p.amount) filter (where p.status in ('due', 'pending')), 0) as asked,
         coalesce(sum(app.refund_left(p)), 0) as to_go_back
  from cold.payments p where p.tenant_id = o.tenant_id and p.order_id = o.order_id) p
where p.asked <> greatest(app.order_balance(o.tenant_id, o.order_id), 0)
   or p.to_go_back <> greatest(-app.order_balance(o.tenant_id, o.order_id), 0)
   or app.order_balance(o.tenant_id, o.order_id) > 0 and o.tab_id is not null and not exists (
     select from cold.tab t
     where t.closed_at is null and o.tab_id = any (app.tab_family(t.tenant_id, t.tab_id)))
"""
"""Orders whose tenders do not ask for what is open, or that are owed for at a closed table."""

EMPTY_TABLE = """
insert into cold.tab (tenant_id, table_no, opened_by, opened_at)
select tenant_id, '7', 'customer:1', now() from cold.tenants
"""
"""A guest sat down at table 7 and, as a price had moved, has not ordered after all."""

Orders = Mapping[str, UUID]


@dataclass(frozen=True)
class Case:
    """Somebody does it: the boss at the counter, or in a chat that is a room, or is none yet.

    `of`: the function, where it is not the tool's name.
    """

    args: Callable[[Orders], tuple[object, ...]]
    where: str = "boss"
    of: str | None = None


def _with(*args: object, where: str = "boss", of: str | None = None) -> Case:
    return Case(lambda _: args, where, of)


def _order(name: str, *more: object) -> Case:
    return Case(lambda orders: (None, orders[name], *more))


GAS = "no gas"
CASES: Mapping[str, tuple[Case, ...]] = {
    "update_stock": (
        _with("idly", "set", 5),
        _with("idly", "take", 3),
        _with("ven_pongal", "add", 4),
        _with("idly", "set", 0),
        _with("milk", "take", "2.5", of="update_ingredient"),
    ),
    "set_low_mark": (_with("idly", None, 10), _with(None, "milk", "1.5")),
    "set_price": (_with("idly", "55.00", "40.00"),),
    "mark_unavailable": (
        _with(("idly", "medu_vada"), None),
        _with(("plain_dosa",), datetime(2040, 1, 1, tzinfo=UTC)),
    ),
    "mark_available": (_with(("plain_dosa",)),),
    "accept_order": (_order("new"), _order("new", 45), _order("paid", 10)),
    "start_order": (_order("new"), _order("accepted")),
    "mark_ready": (_order("new"), _order("paid")),
    "send_out": (_order("brought"),),
    "complete_order": (_order("ready"),),
    "reject_order": (_order("new", GAS), _order("paid", GAS), _order("accepted", GAS)),
    "cancel_for_customer": (_order("new", GAS), _order("ready", GAS), _order("paid", GAS)),
    "confirm_payment": (_order("new"), _order("ready", "upi"), _order("brought", "card")),
    "refund_payment": (_order("off"), _order("off", "10.00")),
    "add_to_table": (
        _with("4", [line("idly", 3), line("filter_coffee")], None),
        _with("7", [line("masala_dosa")], "Ravi"),
    ),
    "remove_from_table": (
        _with("4", ("idly",), 2),
        _with("4", ("idly",), None),
        _with("5", ("idly",), None),
        _with("4", ("masala_dosa",), 1),
    ),
    "transfer_tab": (_with("4", "7"),),
    "merge_tabs": (_with("4", "5"), _with("6", "4")),
    "bill_tab": (_with("4"),),
    "split_tab": (_with("4", "equal", 3), _with("4", "line", None), _with("4", "guest", None)),
    "pay_bill": (
        _with("4", None, "cash", "50.00"),
        _with("5", None, "upi", "40.00"),
        _with("8", None, "card", "40.00"),
    ),
    "close_tab": (_with("6"),),
    "add_staff": (_with("asha", "rider", True), _with("waiter", "kitchen", True)),
    "remove_staff": (_with("waiter", True),),
    "invite_staff": (_with("counter", True),),
    "bind_room": (
        _with("counter", (), True, where="lobby"),
        _with("riders", (), True, where="kitchen"),
    ),
    "unbind_room": (_with(True, where="kitchen"),),
    "set_alerts": (_with(("order_paid",), True, where="kitchen"),),
}


@pytest.fixture
def shop(dsn: str, db: Connection) -> Iterator[BusyShop]:
    """A shop in the middle of the day."""
    with busy_shop(dsn, db) as shop:
        yield shop


def do(shop: BusyShop, tool: str, case: Case, person: Caller | None = None) -> Caller:
    """Do it; returns who did."""
    who = person or {"boss": shop.boss, "lobby": shop.lobby, "kitchen": shop.kitchen}[case.where]
    who.call(case.of or tool, *case.args(shop.orders))
    return who


def test_there_is_a_case_for_all_that_changes_anything() -> None:
    tools = {tool.name for tool in all_tools().for_role("staff")}
    others = {case.of for cases in CASES.values() for case in cases if case.of}
    assert ({*documented(), *tools} - READ) - others == {*CASES}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_tables_are_as_before_each(shop: BusyShop, db: Connection, part: int) -> None:
    before = standing(db)
    undos = 0
    for tool in [*CASES][part::PARTS]:
        for number, case in enumerate(CASES[tool]):
            # Taken back, it can be done again.
            for _ in range(2):
                who = do(shop, tool, case)
                assert left_over(before, standing(db)), f"{tool} {number} changes nothing"
                view = who.call("undo")
                undos += 1
                assert view.staff is not None
                assert {one.action for one in view.staff.undone} == {case.of or tool}
                assert left_over(before, standing(db)) == {}, f"{tool} {number}"
    taken_back = "select count(*) from cold.orevents where opcode = 900"
    assert db.execute(taken_back).fetchone() == (undos,)


@contextmanager
def crew_of(shop: BusyShop, dsn: str, db: Connection) -> Iterator[dict[str, Caller]]:
    """The owner, at the counter and in the kitchen's chat, a manager, and somebody at the till."""
    with ExitStack() as stack:
        crew = {"boss": shop.boss, BOSS_ID: shop.kitchen}
        for who, role in (("manager", "manager"), ("till", "counter")):
            crew[who] = stack.enter_context(member(dsn, db, who, role))
            crew[who].turn_clock(NOON)
        yield crew


def day(shop: BusyShop, crew: Mapping[str, Caller], random: Random, tools: Sequence[str]) -> None:
    """5 to 15 things that somebody does; what one may not, or what is over by then, is refused."""
    for _ in range(random.randint(5, 15)):
        tool = random.choice(tools)
        case = random.choice(CASES[tool])
        person = crew[random.choice([*crew])] if case.where == "boss" else None
        with refusable():
            do(shop, tool, case, person)


@contextmanager
def refusable() -> Iterator[None]:
    """The block may be refused, in one of the sentences there are for it."""
    try:
        yield
    except Error as refusal:
        if not str(refusal.sqlstate).startswith("OC"):
            raise


@pytest.mark.parametrize("seed", range(DAYS))
def test_a_day_of_several_people(shop: BusyShop, dsn: str, db: Connection, seed: int) -> None:
    """Whatever several people do: each takes back all of his, what was done last first."""
    with crew_of(shop, dsn, db) as crew:
        before = standing(db)
        opened = db.execute("select max(event_no) from cold.staff_event").fetchone()
        day(shop, crew, Random(seed), [*CASES])  # noqa: S311
        assert left_over(before, standing(db))
        while last := db.execute(LAST, opened).fetchone():
            crew[last[0]].call("undo")
        assert left_over(before, standing(db)) == {}


@pytest.mark.parametrize("seed", range(DAYS))
def test_in_whatever_order_they_take_it_back(
    shop: BusyShop, dsn: str, db: Connection, seed: int
) -> None:
    """Not all of it can be then; but no piece is made up or lost, and money fits what it is for."""
    random = Random(seed)  # noqa: S311
    with crew_of(shop, dsn, db) as crew:
        pieces = db.execute(PIECES).fetchall()
        tools = [tool for tool in CASES if tool != "update_stock"]
        for _ in range(2):
            day(shop, crew, random, tools)
            for who in random.choices([*crew.values()], k=12):
                with refusable():
                    who.call("undo")
            assert db.execute(PIECES).fetchall() == pieces
            assert db.execute(MISFITS).fetchall() == []


def test_a_table_with_nothing_on_it_stays_open(shop: BusyShop, db: Connection) -> None:
    db.execute(EMPTY_TABLE)
    before = standing(db)
    do(shop, "add_to_table", CASES["add_to_table"][-1]).call("undo")
    assert left_over(before, standing(db)) == {}


@pytest.mark.parametrize(
    ("function", "line_of_it", "tool", "table"),
    [
        ("put_order_back", "retake_stock(", "reject_order", "cold.menu_item_stock"),
        ("put_order_back", "retake_coupon(", "reject_order", "cold.coupon"),
        ("put_order_back", "retake_slot(", "reject_order", "cold.slot_booking"),
        ("put_order_back", "put_tenders(", "reject_order", "cold.payments"),
        ("put_staff_value", "reopen_grant(", "remove_staff", "cold.staff_member"),
        ("put_staff_value", "reopen_room(", "unbind_room", "cold.room"),
        ("put_round", "put_tab(", "add_to_table", "cold.tab"),
    ],
)
def test_it_would_be_noticed(
    shop: BusyShop, db: Connection, function: str, line_of_it: str, tool: str, table: str
) -> None:
    (broken,) = [one for one in function_files()[function].splitlines() if line_of_it in one][-1:]
    put_in(db, Break(function, broken, ""))
    db.execute(EMPTY_TABLE)
    before = standing(db)
    do(shop, tool, CASES[tool][-1 if tool == "add_to_table" else 0]).call("undo")
    assert table in left_over(before, standing(db))
