"""The hot rows of a session: read whole, and taken away."""

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import TypeAlias, cast

import psycopg
from psycopg import sql
from psycopg.types.json import set_json_loads

Row: TypeAlias = Mapping[str, object]
HotRows: TypeAlias = dict[str, list[Row]]

ORDER = {"session_state": "session_id", "session_cart": "line_no", "session_checkout": "session_id"}


def exact_json(connection: psycopg.Connection) -> psycopg.Connection:
    """Read the money of JSON documents as Decimal on this connection."""
    set_json_loads(partial(json.loads, parse_float=Decimal), connection)
    return connection


def hot_rows(db: psycopg.Connection, session_id: str) -> HotRows:
    """Every column of a session's hot rows, by table."""
    return {
        table: rows(db, sql.Identifier("hot", table), session_id, order)
        for table, order in ORDER.items()
    }


def rows(db: psycopg.Connection, table: sql.Composable, session_id: str, order: str) -> list[Row]:
    """The rows of one session as documents, in order."""
    found = exact_json(db).execute(
        sql.SQL("select to_jsonb(r) from {} r where session_id = %s order by {}").format(
            table, sql.SQL(order)
        ),
        [session_id],
    )
    return [cast(Row, row[0]) for row in found.fetchall()]


def evict(db: psycopg.Connection, session_id: str) -> None:
    """Take the hot rows of a session away, all of them, as the sweep does."""
    db.execute(
        "select app.evict_session(tenant_id, session_id) from cold.sessions where session_id = %s",
        [session_id],
    )
    assert not any(hot_rows(db, session_id).values())
