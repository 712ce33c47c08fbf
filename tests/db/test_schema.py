"""The schema that people review is the schema that the revisions make."""

import pytest

from db.schema import FILE, climb, dump
from tests.support.servers import Server


@pytest.mark.parametrize("server", [15], indirect=True, ids=["pg15"])
def test_the_committed_schema_is_fresh(server: Server) -> None:
    with server.database("template0") as dsn:
        climb(dsn)
        found = dump(dsn, server.embedded.binaries / "pg_dump")
    assert found == FILE.read_text("utf-8"), "run `make schema`"
