"""A customer on the line, and a server that may be killed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import VERSIONS, component_missing
from tests.support.crashable import Crashable, crashable_server, make_seed
from tests.support.folders import quick_folder
from tests.support.servers import binaries
from tests.support.turns import Caller


@pytest.fixture
def asha(dsn: str) -> Iterator[Caller]:
    """A customer of the test's shop."""
    with Caller(dsn, "asha") as caller:
        yield caller


@pytest.fixture(scope="session", params=VERSIONS, ids=lambda version: f"pg{version}")
def seed(request: pytest.FixtureRequest) -> Iterator[tuple[int, Path]]:
    """A version of PostgreSQL, and a stopped server of it that holds the demo shop."""
    if binaries(request.param) is None:
        component_missing(request.config, f"PostgreSQL {request.param} is not installed")
    with quick_folder() as folder:
        make_seed(request.param, folder / "home")
        yield request.param, folder / "home"


@pytest.fixture
def crashable(seed: tuple[int, Path]) -> Iterator[Crashable]:
    """A server of this test's own, with the settings hotcart gives the embedded one."""
    with crashable_server(*seed) as server:
        yield server


@pytest.fixture
def slow_to_flush(seed: tuple[int, Path]) -> Iterator[Crashable]:
    """The same, but what does not insist on the disk gets there ten seconds later."""
    with crashable_server(*seed, {"wal_writer_delay": "10s", "autovacuum": "off"}) as server:
        yield server
