"""Writes migrations/schema.sql: the tables at head as one text, for people to read and review."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from db.embedded import embedded_server
from db.revisions import revisions

FILE = Path(__file__).parent / "migrations" / "schema.sql"
HEADER = "-- What the revisions make. Written by `make schema`; read it in reviews, do not edit it."
WHAT = (
    *("--schema-only", "--no-owner"),
    *("--schema=hot", "--schema=warm", "--schema=cold", "--schema=app"),
)
# Before each thing pg_dump puts its name; before the first its settings, after the last a farewell.
NAME = re.compile(r"^--\n-- Name: .*\n--\n", re.MULTILINE)
FAREWELL = "--\n-- PostgreSQL database dump complete\n"


def dump(dsn: str, pg_dump: Path) -> str:
    """The schema of a database that has the revisions and nothing else.

    Versions of PostgreSQL word it differently: use 15's. Raises CalledProcessError when pg_dump
    fails.
    """
    answer = subprocess.run(  # noqa: S603 - a program of the server's own folder
        [pg_dump, *WHAT, dsn], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    _, *things = NAME.split(answer.stdout.partition(FAREWELL)[0])
    return "\n\n".join([HEADER, *(re.sub(r"\n{3,}", "\n\n", sql).strip() for sql in things)]) + "\n"


def climb(dsn: str) -> None:
    """Bring an empty database to the last revision, without functions and monthly partitions."""
    with revisions(dsn) as walk:
        walk.up("head")


def write(programs: Path) -> None:
    """Write the file anew, with a server made of the programs in a folder."""
    with (
        tempfile.TemporaryDirectory() as home,
        embedded_server(Path(home), pg_bin=programs) as server,
    ):
        climb(server.dsn)
        FILE.write_text(dump(server.dsn, programs / "pg_dump"), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
