"""A durable server of a test's own, which it may kill as it likes."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from db.demo import load_demo
from db.embedded import Embedded, embedded_server, ensure_running
from db.embedded.locks import wait_until
from db.embedded.postmaster import stop
from db.embedded.process import running_pid
from db.migrate import migrate
from tests.support.folders import quick_folder
from tests.support.plain import make_plain
from tests.support.servers import binaries

FLUSHED = "select pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn()"
SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Crashable:
    """A running server with the demo shop in it, set up as `hotcart` itself does."""

    embedded: Embedded

    @property
    def dsn(self) -> str:
        """Its database, as the superuser."""
        return self.embedded.dsn

    def revive(self) -> None:
        """What the bot does when the server does not answer."""
        ensure_running(self.embedded)

    def stop(self) -> None:
        """Stop it politely."""
        stop(self.embedded.data)

    def flush(self) -> None:
        """Put everything committed so far on the disk, as it would be a moment later anyway."""
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            connection.execute("checkpoint")

    def is_flushed(self) -> bool:
        """Whether everything that was committed is on the disk."""
        with psycopg.connect(self.dsn) as connection:
            return connection.execute(FLUSHED).fetchone() == (True,)

    def kill(self, kind: str) -> None:
        """Kill one process of it, by the backend type PostgreSQL gives it; the server restarts."""
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            row = connection.execute(
                """select pid from pg_stat_activity
                   where backend_type = %s and pid <> pg_backend_pid() limit 1""",
                [kind],
            ).fetchone()
        assert row, f"no {kind} is running"
        os.kill(row[0], signal.SIGKILL)
        assert wait_until(lambda: not _lives(row[0]), SECONDS)

    def kill_everything(self) -> None:
        """Kill the server and all its processes, as a power cut would."""
        parent = running_pid(self.embedded.data)
        assert parent
        children = _children(parent)
        for pid in (parent, *children):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        assert wait_until(lambda: not any(map(_lives, (parent, *children))), SECONDS)


def make_seed(version: int, home: Path) -> None:
    """Make a home whose stopped server holds the demo shop: copying it is quick."""
    with embedded_server(home, pg_bin=binaries(version)) as embedded:
        migrate(embedded.dsn)
        load_demo(embedded.dsn)
        make_plain(embedded.dsn)
        # A reader that tidies a page up writes log of its own, and gets that of others flushed.
        with psycopg.connect(embedded.dsn, autocommit=True) as connection:
            connection.execute("vacuum")


@contextmanager
def crashable_server(
    version: int, seed: Path, settings: Mapping[str, str] | None = None
) -> Iterator[Crashable]:
    """Run a copy of a seed with the settings of the embedded server and these on top."""
    with quick_folder() as folder:
        subprocess.run(["/bin/cp", "-a", seed, folder / "home"], check=True)
        with embedded_server(
            folder / "home", pg_bin=binaries(version), settings=settings
        ) as embedded:
            server = Crashable(embedded)
            try:
                yield server
            finally:
                # A server that is asked to stop while it recovers may take half a minute to do so.
                server.revive()


def _children(parent: int) -> list[int]:
    text = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    return [int(pid) for pid in text.split()]


def _lives(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(b")")[2].split()[0] not in (b"Z", b"X")
