"""What the database holds, read as the superuser: events, carts, whole tables."""

from typing import TypeAlias

from psycopg import Connection, sql

from tools.kit.call import Json

Event: TypeAlias = tuple[str, dict[str, Json]]
CartRow: TypeAlias = tuple[int, str, int, bool]

TABLES = """
select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('hot', 'warm', 'cold') and c.relkind in ('r', 'p') and not c.relispartition
order by 1, 2
"""


def events(db: Connection, session: str) -> list[Event]:
    """What happened in a session, in order: type and data."""
    return db.execute(
        "select event_type, event_data from warm.session_events where session_id = %s order by seq",
        (session,),
    ).fetchall()


def event_types(db: Connection, session: str) -> list[str]:
    """The types of a session's events, in order."""
    return [kind for kind, _ in events(db, session)]


def hot_cart(db: Connection, session: str) -> list[CartRow]:
    """The hot lines of a session, inactive ones too: number, item, quantity, active."""
    return db.execute(
        """select line_no, item_id, quantity, is_active from hot.session_cart
           where session_id = %s order by line_no""",
        (session,),
    ).fetchall()


def everything(db: Connection) -> dict[str, list[str]]:
    """Every row of every table, as text: two equal answers mean that nothing has changed."""
    found = {}
    for schema, table in db.execute(TABLES).fetchall():
        name = sql.Identifier(schema, table)
        rows = db.execute(sql.SQL("select t::text from {} t order by 1").format(name)).fetchall()
        found[f"{schema}.{table}"] = [row for (row,) in rows]
    return found


def count(db: Connection, table: str) -> int:
    """How many rows a table holds."""
    name = sql.Identifier(*table.split("."))
    row = db.execute(sql.SQL("select count(*) from {}").format(name)).fetchone()
    assert row is not None
    return int(row[0])
