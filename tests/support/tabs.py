"""Tables, and who is at them."""

from decimal import Decimal
from uuid import UUID

from psycopg import Connection

from tests.support.turns import Caller, Document, line
from tools.kit.view import Order, SessionView, Tab

OPEN = "select count(*) from cold.tab where closed_at is null"


def serve(waiter: Caller, table: str, *lines: Document) -> Tab:
    """Order for a table: these lines, or an idly."""
    return tab_of(waiter.call("add_to_table", table, [*(lines or [line("idly")])]))


def take_seat(guest: Caller, table: str, name: str | None = None) -> None:
    """Come in, and say at which table one sits."""
    if name:
        guest.facts["name"] = name
    guest.call("choose_table", table)


def order_at_table(guest: Caller, *lines: Document, method: str = "tab") -> Order:
    """Order by oneself, on the table's bill."""
    guest.add_to_cart([*(lines or [line("idly")])])
    guest.checkout("dine_in")
    order = guest.choose_payment(method).order
    assert order is not None
    return order


def tab_of(view: SessionView) -> Tab:
    """The tab a view tells of."""
    assert view.tab is not None
    return view.tab


def told(tab: Tab) -> list[tuple[str, int, str | None]]:
    """What is on it: dish, pieces, who asked for it."""
    return [(one.item_name, one.quantity, one.asked_by) for one in tab.lines]


def money(tab: Tab) -> tuple[str, str, str]:
    """What it comes to, what is paid and what is left."""
    return str(tab.total), str(tab.paid), str(tab.left)


def bills(tab: Tab) -> list[tuple[str, str, bool]]:
    """Its bills: label, amount, paid."""
    return [(one.label, str(one.amount), one.is_paid) for one in tab.bills]


def owed(tab: Tab) -> Decimal:
    """What the bills that are not paid come to."""
    return sum((one.amount for one in tab.open_bills), Decimal(0))


def open_tabs(db: Connection) -> int:
    """How many tabs are open."""
    row = db.execute(OPEN).fetchone()
    assert row is not None
    return int(row[0])


def move_rounds(db: Connection, tab: UUID, *steps: str) -> None:
    """Let the kitchen take every round of a tab through these steps."""
    for step in steps:
        db.execute(
            """select app.move_order(o.tenant_id, o.order_id, %s, 'staff:test:cook', null, now())
               from cold.orders o
               where o.tab_id = %s and o.status not in ('cancelled', 'rejected')""",
            [step, tab],
        )
