"""The revision of checkout goes down and up where there are orders of several days."""

from psycopg import Connection

from db.functions import OURS, put_back
from db.revisions import revisions
from tests.support.turns import Caller, line

BELOW = """
select o.order_no, o.status, o.total_amount = (
         select sum(i.subtotal) from cold.order_item i
         where i.tenant_id = o.tenant_id and i.order_id = o.order_id)
from cold.orders o order by o.order_no
"""
ABOVE = (
    "select order_no, order_day::text, subtotal = total_amount from cold.orders order by order_no"
)
COUNTED = "select last_no from cold.order_counter"
STATUSES = ("placed", "preparing", "out_for_delivery", "rejected", "cancelled")


def test_it_goes_down_and_up_again(asha: Caller, dsn: str, db: Connection) -> None:
    for day, status in enumerate(STATUSES, start=1):
        asha.turn_clock(f"2026-03-0{day} 12:00+05:30")
        asha.add_to_cart([line("idly", day)])
        asha.checkout()
        order = asha.choose_payment().order
        assert order is not None
        assert order.order_no == 1
        db.execute(
            "update cold.orders set status = %s where order_id = %s", (status, order.order_id)
        )
    with revisions(dsn) as walk:
        # Functions are put back whole after the revisions; between revisions there are none.
        for name, _ in walk.connection.execute(OURS).fetchall():
            walk.connection.execute(f"drop function {name}".encode())
        walk.down("0007")
    below = ("placed", "preparing", "ready", "completed", "completed")
    assert db.execute(BELOW).fetchall() == [
        (number, status, True) for number, status in enumerate(below, start=1)
    ]
    assert db.execute(COUNTED).fetchall() == [(len(STATUSES),)]
    with revisions(dsn) as walk:
        walk.up("head")
        put_back(walk.connection)
    assert db.execute(ABOVE).fetchall() == [
        (number, f"2026-03-0{number}", True) for number in range(1, len(STATUSES) + 1)
    ]
