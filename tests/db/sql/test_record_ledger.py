"""The universal ledger: who did what where with what, one row an act."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from psycopg import Connection

from tests.support.life import move
from tests.support.money import Payer, take_money
from tests.support.staff import grant, member
from tests.support.tabs import order_at_table, serve, take_seat
from tests.support.turns import Caller, line
from tests.support.ways import put_tables

LEDGER = "select opcode, actorid, targetid, nodeid, qty from cold.orevents order by ctid"
Act = tuple[int, str, str, str, int]


@pytest.fixture
def waiter(dsn: str, db: Connection) -> Iterator[Caller]:
    """Who serves at a shop with tables."""
    put_tables(db, ("4", "5", "7"))
    with member(dsn, db, "waiter", "waiter") as caller:
        yield caller


def acts(db: Connection) -> list[Act]:
    """The ledger, with the ids of tabs and orders left out."""
    return [
        (code, actor, _kind(target), _kind(node), qty)
        for code, actor, target, node, qty in db.execute(LEDGER).fetchall()
    ]


def _kind(name: str) -> str:
    kind, _, of = name.partition(":")
    return kind if len(of) >= 36 else name


def customer(db: Connection, who: str) -> str:
    row = db.execute(
        "select customer_id from cold.customer_identity where sender = %s", [who]
    ).fetchone()
    assert row is not None
    return f"customer:{row[0]}"


def test_table_4_needs_a_coke(waiter: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set name = 'Coke' where item_id = 'filter_coffee'")
    serve(waiter, "4", line("filter_coffee"))
    created = db.execute(
        """select e.opcode, o.name, e.actorid, e.targetid, e.nodeid, e.qty, i.name,
             e.payload ->> 'order_no'
           from cold.orevents e join cold.opcode o using (opcode)
           join cold.menu_item i on i.tenant_id = e.tenant_id and i.item_id = e.nodeid
           where e.opcode = 100"""
    ).fetchall()
    assert created == [
        (100, "CREATED", "staff:test:waiter", "Table 4", "filter_coffee", 1, "Coke", "1")
    ]


def test_the_life_of_a_tab(waiter: Caller, asha: Caller, db: Connection) -> None:
    me = "staff:test:waiter"
    serve(waiter, "4", line("idly", 2), line("masala_dosa"))
    take_seat(asha, "4")
    order_at_table(asha, line("idly"))
    serve(waiter, "5")
    waiter.call("remove_from_table", "4", ("masala_dosa",), 1)
    waiter.call("transfer_tab", "4", "7")
    waiter.call("merge_tabs", "5", "7")
    waiter.call("split_tab", "7", "equal", 2)
    waiter.call("pay_bill", "7", None, "cash", "160.00")
    waiter.call("close_tab", "7")
    done: list[Act] = acts(db)
    assert done[:9] == [
        (500, me, "Table 4", "tab", 1),
        (100, me, "Table 4", "idly", 2),
        (100, me, "Table 4", "masala_dosa", 1),
        (100, customer(db, "asha"), "Table 4", "idly", 1),
        (500, me, "Table 5", "tab", 1),
        (100, me, "Table 5", "idly", 1),
        (120, me, "Table 4", "masala_dosa", -1),
        (510, me, "Table 7", "tab", 1),
        (520, me, "Table 5", "tab", 1),
    ]
    assert done[9:11] == [(530, me, "Table 7", "tab", 1), (300, me, "Table 7", "bill", 1)]
    steps = [(220, me, "Table 7", "order", 1), (240, me, "Table 7", "order", 1)]
    assert done[11:] == [*steps * 3, (540, me, "Table 7", "tab", 1)]


def test_the_life_of_another_order(asha: Caller, dsn: str, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2)])
    asha.checkout("take_away")
    order = asha.choose_payment().order
    assert order is not None
    for step in ("accepted", "preparing", "ready", "completed"):
        move(db, order.order_id, step)
    target = f"order:{order.order_id}"
    assert db.execute(LEDGER).fetchall() == [
        (100, customer(db, "asha"), target, "idly", 2),
        *((code, "staff:1", target, target, 1) for code in (200, 210, 220, 240)),
    ]


def test_money_that_comes_by_itself(dsn: str, db: Connection) -> None:
    take_money(db)
    with Payer(dsn) as payer:
        payer.add_to_cart([line("idly", 2)])
        payer.checkout("take_away")
        payer.pays(payer.invoice())
    placed, paid = db.execute("select opcode, actorid, targetid from cold.orevents").fetchall()
    assert placed == (100, customer(db, "501"), paid[2])
    assert paid[:2] == (300, customer(db, "501"))


def test_stock_and_what_is_taken_back(dsn: str, db: Connection) -> None:
    with member(dsn, db, "cook", "manager") as cook:
        cook.call("update_stock", "idly", "set", 20)
        cook.call("mark_unavailable", ("medu_vada",), None)
        cook.call("mark_available", ("medu_vada",))
        cook.call("undo")
    me = "staff:test:cook"
    assert acts(db) == [
        (400, me, "stock", "idly", 20),
        (420, me, "menu", "medu_vada", 1),
        (430, me, "menu", "medu_vada", 1),
        (900, me, "menu", "medu_vada", 1),
    ]


def test_a_refusal_leaves_no_trace(waiter: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    with pytest.raises(Exception, match="idly"):
        serve(waiter, "4")
    assert acts(db) == []
    assert db.execute("select count(*) from cold.tab").fetchone() == (0,)


def test_nobody_changes_what_is_written(waiter: Caller, db: Connection) -> None:
    grant(db, "asha", "owner")
    serve(waiter, "4")
    for right in ("update", "delete", "truncate"):
        row = db.execute(
            "select has_table_privilege('hotcart_api', 'cold.orevents', %s)", [right]
        ).fetchone()
        assert row == (False,)
    ids = [row[0] for row in db.execute("select id from cold.orevents").fetchall()]
    assert all(isinstance(one, UUID) for one in ids)
    assert len({*ids}) == len(ids)
