"""How a shop stands: all its tables, but for what only grows. Two that are equal: nothing changed.

What was done stays on record, so an undo leaves rows behind that say it is over. `left_over` judges
them: a row that was there before is there again as it was, and a further one is over or a log's.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from psycopg import Connection, sql

from tests.support.records import TABLES
from tools.kit.call import Json

LOGS: Mapping[str, str] = {
    "cold.staff_event": "who of the staff did what, undos too",
    "cold.orevents": "the universal ledger",
    "cold.order_event": "the life of an order: going back is a further step",
    "cold.order_adjustment": "signed rows; what they come to is compared, as an order's sum",
    "cold.outbox": "what is told",
    "cold.turns": "commands that were taken, so that none is taken twice",
    "warm.session_events": "what happened in conversations",
    "warm.checkouts": "what was quoted; a round of a table is placed by one",
    "cold.order_counter": "numbers of orders are given once",
    "cold.receipt": "a receipt keeps its number, and its order keeps the receipt",
    "cold.receipt_counter": "numbers of receipts are given once",
    "cold.pickup_slot": "what is locked while a slot's bookings are counted",
    "cold.sessions": "conversations, of the staff and of a table",
    "cold.customers": "whose conversations they are",
    "cold.customer_identity": "whose conversations they are",
    "hot.session_state": "conversations",
    "hot.session_cart": "conversations: what staff ordered for a table, once claimed",
    "hot.session_checkout": "conversations",
}
"""Tables that are not compared, and why."""

VERSIONS: Mapping[str, frozenset[str]] = {
    "cold.tenants": frozenset({"menu_version"}),
    "cold.orders": frozenset({"event_seq"}),
    "cold.payments": frozenset({"updated_at"}),
    "cold.slot_booking": frozenset({"booking_id"}),
}
"""Columns that count how often a row was touched, or name a row nobody knows by that name."""

SUMS = """
select jsonb_build_object('order', o.order_id, 'total', app.order_total(o), 'lines', (
  select jsonb_agg(to_jsonb(l) order by l.line_no) from app.order_lines(o.tenant_id, o.order_id) l))
from cold.orders o where o.status not in ('cancelled', 'rejected')
"""
TABLES_AS_CUSTOMERS = "select customer_id from cold.sessions where channel = 'table'"

Row = Mapping[str, Json]
Standing = dict[str, list[Row]]


def _lasts(invite: Row) -> timedelta:
    begins, ends = (datetime.fromisoformat(str(invite[at])) for at in ("invited_at", "expires_at"))
    return ends - begins


OVER: Mapping[str, Callable[[Row], bool]] = {
    "cold.orders": lambda row: row["status"] == "cancelled",
    "cold.payments": lambda row: row["status"] == "void",
    "cold.tab": lambda row: row["closed_at"] is not None,
    "cold.tab_bill": lambda row: row["void_at"] is not None,
    "cold.staff_member": lambda row: row["revoked_at"] is not None,
    "cold.room": lambda row: row["unbound_at"] is not None,
    "cold.staff_invite": lambda row: _lasts(row) < timedelta(hours=24),
}
"""What tells of a row that was not there before that it is over."""
OF_ORDERS = frozenset(
    {"cold.order_item", "cold.order_item_option", "cold.order_charge", "cold.order_item_ingredient"}
)


def standing(db: Connection) -> Standing:
    """Every row of every table that is compared."""
    found: Standing = {"sums": [row for (row,) in db.execute(SUMS).fetchall()]}
    for schema, table in db.execute(TABLES).fetchall():
        name = f"{schema}.{table}"
        if name not in LOGS:
            rows = db.execute(
                sql.SQL("select to_jsonb(t) from {} t").format(sql.Identifier(schema, table))
            ).fetchall()
            unseen = VERSIONS.get(name, frozenset())
            found[name] = [
                {key: value for key, value in row.items() if key not in unseen} for (row,) in rows
            ]
    # The conversation of a table itself, by which staff order, sits where it ordered last.
    found["cold.tab_guest"] = [row for row in found["cold.tab_guest"] if row["name"] is not None]
    tables = {str(row) for (row,) in db.execute(TABLES_AS_CUSTOMERS).fetchall()}
    contacts = found["cold.customer_contact"]
    found["cold.customer_contact"] = [row for row in contacts if row["customer_id"] not in tables]
    return found


def left_over(before: Standing, after: Standing) -> dict[str, list[Row]]:
    """What is not as it was, by table; a row that has come and is over is as good as none."""
    off = {str(row["order_id"]) for row in _more(before, after, "cold.orders")}
    void = {(row["tab_id"], row["bill_no"]) for row in _more(before, after, "cold.tab_bill")}
    found: dict[str, list[Row]] = {}
    for table in after:
        if before[table] == after[table]:
            continue
        over = OVER.get(table)
        lost = [row for row in before[table] if row not in after[table]]
        more = [row for row in _more(before, after, table) if over is None or not over(row)]
        if table in OF_ORDERS:
            more = [row for row in more if str(row["order_id"]) not in off]
        if table == "cold.tab_bill_line":
            more = [row for row in more if (row["tab_id"], row["bill_no"]) not in void]
        if lost or more:
            found[table] = [*lost, *more]
    return found


def _more(before: Standing, after: Standing, table: str) -> list[Row]:
    if before[table] == after[table]:
        return []
    return [row for row in after[table] if row not in before[table]]
