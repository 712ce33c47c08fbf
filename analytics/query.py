"""Asks a question of `sql/`: read-only, for one shop, and not for long."""

import re
from importlib.resources import files
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

FOLDER = files("analytics") / "sql"
PATIENCE = "30s"
_PLACE = re.compile(r"(?<![:\w]):([a-z_]+)")
_NAME = re.compile(r"[a-z][a-z_]*")


def text_of(question: str) -> str:
    """The select of a question, as psycopg takes it. Raises FileNotFoundError: there is none."""
    if not _NAME.fullmatch(question):
        raise FileNotFoundError(question)
    text = (FOLDER / f"{question}.sql").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("--"))
    return _PLACE.sub(r"%(\1)s", "\n".join(lines).replace("%", "%%"))


def ask(
    connection: Connection, question: str, tenant: UUID, **parameters: object
) -> list[dict[str, object]]:
    """The rows of a question, a column a key; its header says which parameters it takes.

    Runs in a transaction of its own, or a part of the caller's, that can write nothing.
    """
    with (
        connection.transaction(force_rollback=True),
        connection.cursor(row_factory=dict_row) as rows,
    ):
        rows.execute("set transaction read only")
        rows.execute("select set_config('app.tenant_id', %s, true)", (str(tenant),))
        rows.execute("select set_config('statement_timeout', %s, true)", (PATIENCE,))
        rows.execute(text_of(question).encode(), {"tenant": tenant, **parameters})
        return rows.fetchall()
