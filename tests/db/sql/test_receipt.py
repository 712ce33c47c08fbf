"""Receipts: numbers without gaps, handed out when there is something to receipt, copies counted."""

from uuid import uuid4

from psycopg import Connection

from tests.support.charges import Rules
from tests.support.life import cancel, move, place
from tests.support.records import count
from tests.support.refusals import refused
from tests.support.turns import Caller, line

SHOP = """update cold.tenants set receipt_prefix = 'TR-', legal_name = 'Tiffin Room Pvt Ltd',
  tax_number = '33AAAAA0000A1Z5', address = '12 Lake Road, Chennai'"""
PAY = "select app.receive_tender(tenant_id, %s, now()) from cold.tenants"


def test_it_is_there_once_the_order_is_paid(asha: Caller, db: Connection) -> None:
    db.execute(SHOP)
    Rules(classes={"gst": {"CGST": "2.5", "SGST": "2.5"}}, default_class="gst").put(db)
    db.execute("update cold.menu_item set tax_class = null")
    asha.turn_clock("2026-11-21 12:00+05:30")
    order = place(asha)
    with refused("OC068") as refusal:
        asha.call("issue_receipt", None, None)
    assert refusal.words == {"number": "1", "status": "placed"}
    assert count(db, "cold.receipt") == 0
    db.execute(PAY, [order.order_id])
    receipt = asha.call("issue_receipt", None, None).receipt
    assert receipt is not None
    assert (receipt.number, receipt.prints, receipt.order_ref) == ("TR-1", 1, "20261121-1")
    assert (receipt.legal_name, receipt.tax_number) == ("Tiffin Room Pvt Ltd", "33AAAAA0000A1Z5")
    assert [(one.name, str(one.amount)) for one in receipt.order.charges] == [
        ("CGST", "5.71"),
        ("SGST", "5.71"),
    ]


def test_again_it_is_a_copy_but_not_when_the_question_is_repeated(
    asha: Caller, db: Connection
) -> None:
    order = place(asha)
    move(db, order.order_id, "ready")
    move(db, order.order_id, "completed")
    assert count(db, "cold.receipt") == 1
    seen = []
    for command in ("first", "first", "second", "second", "third"):
        receipt = asha.call("issue_receipt", 1, None, command=command).receipt
        assert receipt is not None
        seen.append((receipt.number, receipt.prints))
    assert seen == [("1", 1), ("1", 1), ("1", 2), ("1", 2), ("1", 3)]


def test_numbers_follow_each_other(asha: Caller, db: Connection) -> None:
    orders = [place(asha, line("idly")).order_id for _ in range(4)]
    db.execute(PAY, [orders[2]])
    with db.transaction(force_rollback=True):
        move(db, orders[0], "ready")
        move(db, orders[0], "completed")
    asha.call("issue_receipt", None, orders[2])
    for order in (orders[1], orders[0]):
        move(db, order, "ready")
        move(db, order, "completed")
    found = db.execute("select receipt_no, order_id from cold.receipt order by 1").fetchall()
    assert found == [(1, orders[2]), (2, orders[1]), (3, orders[0])]


def test_of_a_cancelled_order_there_is_none(asha: Caller, db: Connection) -> None:
    order = place(asha)
    cancel(asha, order.order_id)
    with refused("OC068") as refusal:
        asha.call("issue_receipt", None, order.order_id)
    assert refusal.words == {"number": "1", "status": "cancelled"}


def test_only_of_ones_own(asha: Caller, ravi: Caller, db: Connection) -> None:
    order = place(asha)
    db.execute(PAY, [order.order_id])
    for args in ((None, order.order_id), (1, None), (None, None)):
        with refused("OC018"):
            ravi.call("issue_receipt", *args)


def test_the_link_needs_shop_and_token_and_counts_nothing(asha: Caller, db: Connection) -> None:
    order = place(asha)
    db.execute(PAY, [order.order_id])
    receipt = asha.call("issue_receipt", None, None).receipt
    assert receipt is not None
    for _ in range(2):
        read = asha.json("read_receipt", asha.tenant, receipt.token)
        assert isinstance(read, dict)
        assert (read["number"], read["prints"]) == ("1", 1)
    assert asha.json("read_receipt", asha.tenant, uuid4()) is None
    assert asha.json("read_receipt", uuid4(), receipt.token) is None
