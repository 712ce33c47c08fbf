"""Which statements a server was sent, read from its log."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from tests.support.servers import Server

STATEMENT = re.compile(rb"LOG:  (?:statement|execute [^:]*): (.*)")


@dataclass
class Statements:
    """The statements logged since the last mark."""

    log: Path
    since: int = 0

    def mark(self) -> None:
        """Forget what has been sent so far."""
        self.since = self.log.stat().st_size

    def sent(self) -> list[str]:
        """The first line of every statement since the mark, in the order they were sent."""
        with self.log.open("rb") as file:
            file.seek(self.since)
            return [found.decode() for found in STATEMENT.findall(file.read())]


@contextmanager
def statements(server: Server, dsn: str) -> Iterator[Statements]:
    """Log what connections opened from now on send to this database; no other may log meanwhile."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        database = sql.Identifier(connection.info.dbname)
        change = sql.SQL("alter database {} {} log_statement")
        connection.execute(change.format(database, sql.SQL("set")) + sql.SQL(" = 'all'"))
        log = Statements(server.embedded.home / "postgres.log")
        log.mark()
        yield log
        connection.execute(change.format(database, sql.SQL("reset")))
