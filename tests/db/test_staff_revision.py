"""The revision of staff goes down where there are staff, and orders that are ready."""

from psycopg import Connection

from db.functions import OURS, put_back
from db.revisions import revisions
from tests.support.staff import member
from tests.support.turns import Caller, line

KEPT = """
select status, order_no, has_column_privilege('hotcart_api', 'cold.orders', 'status', 'update')
from cold.orders
"""


def test_it_goes_down_and_up_again(asha: Caller, dsn: str, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    asha.checkout()
    asha.choose_payment()
    with member(dsn, db, "cook", "kitchen") as cook:
        cook.call("mark_ready", 1)
        cook.call("update_stock", "idly", "set", 5)
    with revisions(dsn) as walk:
        # Functions are put back whole after the revisions; between revisions there are none.
        for name, _ in walk.connection.execute(OURS).fetchall():
            walk.connection.execute(f"drop function {name}".encode())
        walk.down("0007")
        assert walk.connection.execute(KEPT).fetchall() == [("ready", 1, True)]
        walk.down("0006")
    assert db.execute("select status from cold.orders").fetchall() == [("placed",)]
    with revisions(dsn) as walk:
        walk.up("head")
        put_back(walk.connection)
    with member(dsn, db, "cook", "kitchen") as cook:
        assert cook.call("mark_ready", 1).order is not None
