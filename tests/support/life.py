"""What becomes of orders after they are placed, as the shop and its customers do it."""

from datetime import UTC, datetime
from uuid import UUID

from psycopg import Connection

from tests.support.turns import Caller, Document, line
from tools.kit.call import Json
from tools.kit.view import Order, SessionView

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LEDGER = """
select o.status, o.event_seq,
  (select count(*) from cold.order_event e where e.order_id = o.order_id),
  o.total_amount + (select coalesce(sum(a.amount), 0) from cold.order_adjustment a
                    where a.order_id = o.order_id)
from cold.orders o where o.order_id = %s
"""


def place(person: Caller, *lines: Document, method: str = "cash") -> Order:
    """Order these lines, or 2 idly and 2 masala dosa: 240 rupees."""
    person.add_to_cart(list(lines) or [line("idly", 2), line("masala_dosa", 2)])
    person.checkout("take_away")
    placed = person.choose_payment(method).order
    assert placed is not None
    return placed


def move(
    db: Connection, order: UUID, to: str, *, actor: str = "staff:1", reason: str | None = None
) -> Json:
    """Do what the shop does with an order."""
    row = db.execute(
        "select app.move_order(tenant_id, %s, %s, %s, %s, %s) from cold.orders where order_id = %s",
        [order, to, actor, reason, NOON, order],
    ).fetchone()
    assert row is not None
    told: Json = row[0]
    return told


def put_status(db: Connection, order: UUID, status: str) -> None:
    """Let an order be in some status, however it got there."""
    db.execute("update cold.orders set status = %s where order_id = %s", [status, order])


def let_cancel(db: Connection, until: str) -> None:
    """Let customers cancel and change until an order is past this status."""
    db.execute("update cold.tenants set cancel_until = %s", [until])


def ledger(db: Connection, order: UUID) -> tuple[str, int, int, str]:
    """Status, last event, how many events there are, and what it comes to."""
    row = db.execute(LEDGER, [order]).fetchone()
    assert row is not None
    return row[0], row[1], row[2], f"{row[3]:.2f}"


def cancel(
    person: Caller, order: UUID | None = None, *, sure: bool = True, number: int | None = None
) -> SessionView:
    """Cancel an order as its customer."""
    return person.call("cancel_order", number, order, sure)


def change(
    person: Caller,
    order: UUID,
    meant: dict[str, Json] | None,
    quantity: int | None,
    total: str | None = None,
) -> SessionView:
    """Change a line of an order as its customer."""
    return person.call("change_order", None, order, meant, quantity, total)


def stock(db: Connection, item: str) -> int | None:
    """How many pieces are left; None where they are not counted."""
    row = db.execute(
        "select quantity from cold.menu_item_stock where item_id = %s", [item]
    ).fetchone()
    return row[0] if row else None


def put_stock(db: Connection, item: str, pieces: int) -> None:
    """Count a dish from now on."""
    db.execute(
        """insert into cold.menu_item_stock select tenant_id, %s, %s from cold.tenants
           on conflict (tenant_id, item_id) do update set quantity = excluded.quantity""",
        [item, pieces],
    )
