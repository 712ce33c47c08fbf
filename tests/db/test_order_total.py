"""An order's total is the sum of its parts, whoever writes it; the commit finds out."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation, ForeignKeyViolation

from tests.support.charges import Fee, Rules
from tests.support.life import change
from tests.support.records import count
from tests.support.turns import Caller, line

COPY = """
insert into cold.orders (tenant_id, order_id, order_no, order_day, customer_id, session_id,
  checkout_id, command_id, order_type_id, order_source_id, payment_method, subtotal, total_amount,
  currency, created_at)
select tenant_id, gen_random_uuid(), order_no + 1, order_day, customer_id, session_id,
       gen_random_uuid(), command_id, order_type_id, order_source_id, payment_method, %(total)s,
       %(total)s, currency, created_at
from cold.orders
"""
CHARGE = """
insert into cold.order_charge (tenant_id, order_id, charge_no, kind, name, amount, is_included)
select tenant_id, order_id, %s, %s, 'More', %s, %s from cold.orders
"""


@pytest.fixture(autouse=True)
def order(asha: Caller) -> None:
    """An idly and two dosas, ordered: 200.00."""
    asha.add_to_cart([line("idly"), line("masala_dosa", 2)])
    asha.checkout()
    assert asha.choose_payment().order is not None


@contextmanager
def refused_at_commit(db: Connection, words: str = "not the sum of its lines") -> Iterator[None]:
    """The block must pass, and the commit after it must not."""
    with pytest.raises(CheckViolation, match=words), db.transaction():
        yield


def test_an_order_without_lines(db: Connection) -> None:
    for total in ("200.00", "0.00"):
        with refused_at_commit(db):
            db.execute(COPY, {"total": total})
    assert count(db, "cold.orders") == 1


def test_another_total(db: Connection) -> None:
    with refused_at_commit(db):
        db.execute("update cold.orders set total_amount = total_amount + 0.01")


def test_another_line(db: Connection) -> None:
    with refused_at_commit(db):
        db.execute("update cold.order_item set quantity = 3, subtotal = 240 where line_no = 2")


def test_a_line_more(db: Connection) -> None:
    with refused_at_commit(db):
        db.execute(
            """insert into cold.order_item
                 select tenant_id, order_id, 3, menu_item_id, item_name, 1, 5, 5
                 from cold.order_item where line_no = 1"""
        )


def test_a_line_that_is_not_its_quantity_times_its_price(db: Connection) -> None:
    with pytest.raises(CheckViolation):
        db.execute("update cold.order_item set subtotal = subtotal + 1")


@pytest.mark.parametrize("kind", ["fee", "tax", "discount", "rounding"])
def test_another_charge(db: Connection, kind: str) -> None:
    with refused_at_commit(db):
        db.execute(CHARGE, (1, kind, "-0.01" if kind == "discount" else "0.01", False))


def test_a_total_that_is_none_of_its_charges(db: Connection) -> None:
    with db.transaction():
        db.execute(CHARGE, (1, "fee", "10.00", False))
        db.execute(CHARGE, (2, "discount", "-25.50", False))
        db.execute("update cold.orders set total_amount = 184.50")
    with refused_at_commit(db):
        db.execute("update cold.order_charge set amount = -25.49 where charge_no = 2")


def test_a_line_or_a_charge_less(db: Connection) -> None:
    with refused_at_commit(db):
        db.execute("delete from cold.order_item where line_no = 2")
    with db.transaction():
        db.execute(CHARGE, (1, "fee", "10.00", False))
        db.execute("update cold.orders set total_amount = 210")
    with refused_at_commit(db):
        db.execute("delete from cold.order_charge")


@pytest.fixture
def changed(asha: Caller, db: Connection) -> None:
    """One of the dosas is taken out again, and packaging has come to cost: 125.00."""
    Rules(fees=[Fee("Packaging", "5")]).put(db)
    (order,) = asha.order_status().orders
    assert change(asha, order.order_id, {"line_no": 2}, 1, "125.00").change
    assert count(db, "cold.order_adjustment") == 2


@pytest.mark.parametrize(
    "sql",
    [
        "update cold.order_adjustment set amount = amount - 0.01 where adjustment_no = 1",
        "update cold.order_adjustment set amount = amount - 0.01 where adjustment_no = 2",
        # Both together come to the total, and each to something else.
        """update cold.order_adjustment
             set amount = amount + case adjustment_no when 1 then 1 else -1 end""",
        "update cold.order_adjustment set quantity = -2 where adjustment_no = 1",
        """insert into cold.order_adjustment
             select tenant_id, order_id, 3, null, 0, -10, 'out of kindness', 'staff', now()
             from cold.orders""",
    ],
)
def test_what_is_adjusted_is_what_was_quoted(changed: None, db: Connection, sql: str) -> None:
    with refused_at_commit(db, "does not come to what was quoted"):
        db.execute(sql.encode())


def test_nothing_is_adjusted_that_was_not_ordered(changed: None, db: Connection) -> None:
    with pytest.raises(ForeignKeyViolation):
        db.execute("update cold.order_adjustment set line_no = 7 where adjustment_no = 1")
    with pytest.raises(CheckViolation):
        db.execute("update cold.order_adjustment set line_no = null where adjustment_no = 1")


def test_included_tax_is_told_and_not_added(db: Connection) -> None:
    db.execute(CHARGE, (1, "tax", "9.52", True))
    with refused_at_commit(db):
        db.execute("update cold.order_charge set is_included = false")


def test_another_subtotal(db: Connection) -> None:
    with refused_at_commit(db):
        db.execute(
            "update cold.orders set subtotal = subtotal - 1, total_amount = total_amount - 1"
        )


def test_both_together_may_change(db: Connection) -> None:
    with db.transaction():
        db.execute("update cold.orders set total_amount = 280, subtotal = 280")
        db.execute("update cold.order_item set quantity = 3, subtotal = 240 where line_no = 2")
