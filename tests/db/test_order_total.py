"""An order's total is the sum of its lines, whoever writes it; the commit finds out."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation

from tests.support.records import count
from tests.support.turns import Caller, line

COPY = """
insert into cold.orders
select tenant_id, gen_random_uuid(), order_no + 1, customer_id, session_id, gen_random_uuid(),
       command_id, order_type_id, order_source_id, status, payment_method, %s, currency, created_at
from cold.orders
"""


@pytest.fixture(autouse=True)
def order(asha: Caller) -> None:
    """An idly and two dosas, ordered: 200.00."""
    asha.add_to_cart([line("idly"), line("masala_dosa", 2)])
    asha.checkout()
    assert asha.choose_payment().order is not None


@contextmanager
def refused_at_commit(db: Connection) -> Iterator[None]:
    """The block must pass, and the commit after it must not."""
    with pytest.raises(CheckViolation, match="not the sum of its lines"), db.transaction():
        yield


def test_an_order_without_lines(db: Connection) -> None:
    for total in ("200.00", "0.00"):
        with refused_at_commit(db):
            db.execute(COPY, (total,))
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


def test_both_together_may_change(db: Connection) -> None:
    with db.transaction():
        db.execute("update cold.orders set total_amount = 280")
        db.execute("update cold.order_item set quantity = 3, subtotal = 240 where line_no = 2")
