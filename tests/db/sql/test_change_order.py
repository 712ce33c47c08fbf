"""A placed order that its customer changes: signed rows, stock, total, money."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

import pytest
from psycopg import Connection

from tests.support.charges import Coupon, Fee, Rules
from tests.support.life import (
    cancel,
    change,
    ledger,
    move,
    place,
    put_status,
    put_stock,
    stock,
)
from tests.support.money import Payer, short, take_money, to_go_back
from tests.support.records import count, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, line
from tools.kit.call import Json
from tools.kit.view import Order, SessionView

GST = Rules(
    classes={"gst": {"CGST": "2.5", "SGST": "2.5"}},
    default_class="gst",
    included=False,
    rounding="1",
    fees=(Fee("Packaging", "3", "per_piece"), Fee("Service", "4", "percent")),
    coupons=(Coupon("SAVE", "10", kind="percent", minimum="150"),),
)
IDLY: dict[str, Json] = {"item_ids": ["idly"]}
DOSA: dict[str, Json] = {"item_ids": ["masala_dosa"]}


@pytest.fixture
def payer(dsn: str, db: Connection) -> Iterator[Payer]:
    take_money(db)
    with Payer(dsn) as payer:
        yield payer


def agree(person: Caller, order: Order, meant: dict[str, Json], quantity: int) -> SessionView:
    """Ask what it would come to, and say yes to that."""
    asked = change(person, order.order_id, meant, quantity).change
    assert asked is not None
    assert not asked.made
    return change(person, order.order_id, meant, quantity, f"{asked.total:.2f}")


def rows(db: Connection) -> list[tuple[int | None, int, str]]:
    """The signed rows: line, pieces, money."""
    found = db.execute(
        """select line_no, quantity, amount::text from cold.order_adjustment
           order by order_id, adjustment_no"""
    ).fetchall()
    return [(number, pieces, amount) for number, pieces, amount in found]


def test_first_the_new_total_then_the_change_once(asha: Caller, db: Connection) -> None:
    put_stock(db, "masala_dosa", 2)
    order = place(asha)
    before = everything(db)
    asked = change(asha, order.order_id, DOSA, 1)
    assert asked.change is not None
    assert (asked.change.was, asked.change.quantity, asked.change.made) == (2, 1, False)
    assert (str(asked.change.total_was), str(asked.change.total)) == ("240.00", "160.00")
    changed = everything(db)
    assert {name for name in changed if changed[name] != before[name]} == {"cold.turns"}

    for _ in range(2):
        made = change(asha, order.order_id, DOSA, 1, "160.00")
        assert made.change is not None
        assert made.change.made
        (now,) = made.orders
        assert [(one.item_name, one.quantity) for one in now.lines] == [
            ("Idly", 2),
            ("Masala Dosa", 1),
        ]
        assert now.total == 160
    assert rows(db) == [(2, -1, "-80.00")]
    assert stock(db, "masala_dosa") == 1
    assert short(db) == ["cash due 160.00"]
    assert ledger(db, order.order_id) == ("placed", 2, 2, "160.00")
    assert db.execute("select quantity from cold.order_item order by line_no").fetchall() == [
        (2,),
        (2,),
    ], "its lines stay as they were ordered"


def test_another_total_than_was_told_changes_nothing(asha: Caller, db: Connection) -> None:
    order = place(asha)
    view = change(asha, order.order_id, DOSA, 1, "159.00")
    assert view.change is not None
    assert not view.change.made
    assert rows(db) == []


def test_a_line_taken_out_and_put_back(asha: Caller, db: Connection) -> None:
    order = place(asha)
    agree(asha, order, IDLY, 0)
    (now,) = asha.order_status().orders
    assert [one.item_name for one in now.lines] == ["Masala Dosa"]
    assert [step.status for step in now.steps] == ["placed"]
    with refused("OC065"):
        change(asha, order.order_id, IDLY, 1)


def test_more_of_it_needs_the_pieces(asha: Caller, db: Connection) -> None:
    put_stock(db, "idly", 3)
    order = place(asha)
    assert stock(db, "idly") == 1
    with refused("OC011"):
        change(asha, order.order_id, IDLY, 4)
    agree(asha, order, IDLY, 3)
    assert stock(db, "idly") == 0
    assert short(db) == ["cash due 280.00"]


def test_nothing_left_is_a_cancellation(asha: Caller, db: Connection) -> None:
    order = place(asha, line("idly", 2))
    with refused("OC066") as refusal:
        change(asha, order.order_id, IDLY, 0)
    assert refusal.words == {"number": "1", "order": order.order_id.hex}


def test_too_little_left(asha: Caller, db: Connection) -> None:
    Rules(minimum={"take_away": "200"}).put(db)
    order = place(asha)
    with refused("OC067") as refusal:
        change(asha, order.order_id, DOSA, 1)
    assert refusal.words == {"number": "1", "order": order.order_id.hex, "least": "200.00"}


@pytest.mark.parametrize("status", ["accepted", "preparing", "ready", "out_for_delivery"])
def test_too_late(asha: Caller, db: Connection, status: str) -> None:
    order = place(asha)
    put_status(db, order.order_id, status)
    before = everything(db)
    with refused("OC063") as refusal:
        change(asha, order.order_id, DOSA, 1, "160.00")
    assert refusal.words == {"number": "1", "status": status}
    assert everything(db) == before


@pytest.mark.parametrize("status", ["completed", "rejected", "cancelled"])
def test_over(asha: Caller, db: Connection, status: str) -> None:
    order = place(asha)
    put_status(db, order.order_id, status)
    with refused("OC062"):
        change(asha, order.order_id, DOSA, 1, "160.00")


def test_somebody_elses(asha: Caller, ravi: Caller, db: Connection) -> None:
    order = place(asha)
    with refused("OC018"):
        change(ravi, order.order_id, DOSA, 1, "160.00")
    assert rows(db) == []


@pytest.mark.parametrize("quantity", [-1, 100])
def test_a_quantity_is_bounded(asha: Caller, quantity: int) -> None:
    order = place(asha)
    with refused("OC004"):
        change(asha, order.order_id, DOSA, quantity)


def test_of_a_paid_order_the_difference_goes_back(payer: Payer, db: Connection) -> None:
    payer.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    payer.checkout("take_away")
    placed = payer.pays(payer.invoice()).order
    assert placed is not None
    agree(payer, placed, DOSA, 1)
    assert short(db) == ["telegram refund_due 240.00"]
    assert to_go_back(db) == ["charge-1"]
    (paid,) = payer.order_status().orders[0].payments
    assert [paid.refunded, paid.to_refund] == [0, 80]
    agree(payer, placed, DOSA, 3)
    assert sorted(short(db)) == ["counter due 80.00", "telegram paid 240.00"]
    cancel(payer, placed.order_id)
    assert sorted(short(db)) == ["counter void 80.00", "telegram refund_due 240.00"]
    assert to_go_back(db) == ["charge-1", "charge-1"]


def test_charges_follow_and_a_code_below_its_minimum_is_free_again(
    asha: Caller, db: Connection
) -> None:
    GST.put(db)
    db.execute("update cold.menu_item set tax_class = null")
    asha.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    asha.apply_coupon("save")
    asha.checkout("take_away")
    order = asha.choose_payment("cash").order
    assert order is not None
    agree(asha, order, DOSA, 0)
    (now,) = asha.order_status().orders
    assert [(one.kind, one.name, str(one.amount)) for one in now.charges] == [
        ("fee", "Packaging", "6.00"),
        ("fee", "Service", "3.20"),
        ("tax", "CGST", "2.23"),
        ("tax", "SGST", "2.23"),
        ("rounding", "Rounding", "0.34"),
    ]
    assert (str(now.subtotal), str(now.total)) == ("80.00", "94.00")
    assert db.execute("select redeemed from cold.coupon").fetchone() == (0,)
    cancel(asha, order.order_id)
    assert db.execute("select redeemed from cold.coupon").fetchone() == (0,)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_changed_the_sums_hold(asha: Caller, db: Connection, seed: int) -> None:
    """Lines + charges = total = what was placed + signed rows = what is asked for; stock whole."""
    dice = Random(seed)  # noqa: S311 - it only has to be the same again
    GST.put(db)
    db.execute("update cold.menu_item set tax_class = null")
    for item in ("idly", "masala_dosa", "plain_dosa"):
        put_stock(db, item, 100)
    asha.add_to_cart([line("idly", 3), line("masala_dosa", 2), line("plain_dosa", 4)])
    asha.apply_coupon("save")
    asha.checkout("take_away")
    order = asha.choose_payment("cash").order
    assert order is not None
    for _ in range(6):
        (now,) = asha.order_status().orders
        one = dice.choice(now.lines)
        quantity = dice.choice([0, 1, 2, 5, 9]) if len(now.lines) > 1 else dice.choice([1, 4])
        if quantity != one.quantity:
            agree(asha, order, {"item_ids": [one.item_id]}, quantity)
        (now,) = asha.order_status().orders
        parts = sum((each.line_total for each in now.lines), Decimal(0))
        parts += sum((each.amount for each in now.charges if not each.is_included), Decimal(0))
        status, seq, events, total = ledger(db, order.order_id)
        assert (str(now.total), str(parts), status) == (total, total, "placed")
        assert seq == events
        assert short(db) == [f"cash due {total}"]
    move(db, order.order_id, "rejected")
    assert [stock(db, item) for item in ("idly", "masala_dosa", "plain_dosa")] == [100, 100, 100]
    assert short(db)[0].startswith("cash void")
    assert count(db, "cold.order_item") == 3
