"""One server of each version a run; a fresh copy of the demo shop for each test."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest

from bot import charts
from bot.pg import Postgres
from tests.support.folders import open_folder, quick_folder
from tests.support.servers import Server, binaries, running_server
from tests.support.shop import Shop, open_shop

VERSIONS = (18, 15)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--strict-components`: tests whose component is not installed fail, else are skipped."""
    parser.addoption(
        "--strict-components", action="store_true", help="fail where a component is missing"
    )


def component_missing(config: pytest.Config, sentence: str) -> None:
    """Skip the test with a visible reason, or fail it where no component may be missing."""
    if config.getoption("--strict-components"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session", params=VERSIONS, ids=lambda version: f"pg{version}")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A running server; each test that needs one runs on PostgreSQL 18 and on 15."""
    if binaries(request.param) is None:
        component_missing(request.config, f"PostgreSQL {request.param} is not installed")
    with quick_folder() as folder, running_server(request.param, folder / "home") as running:
        yield running


@pytest.fixture(scope="session")
def ready_to_draw() -> None:
    """What draws charts, compiled: its first import ever can take longer than a picture may."""
    if charts.can_draw():
        subprocess.run([sys.executable, "-c", "import altair, vl_convert"], check=True)


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder every user of the machine can enter."""
    with open_folder() as path:
        yield path


@pytest.fixture
def dsn(server: Server) -> Iterator[str]:
    """A database with the demo shop in it, for this test alone; its superuser's DSN."""
    with server.database() as dsn:
        yield dsn


@pytest.fixture
def db(dsn: str) -> Iterator[psycopg.Connection]:
    """The superuser's view of the test's database, in autocommit."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        yield connection


@pytest.fixture
async def postgres(dsn: str) -> AsyncIterator[Postgres]:
    """The bot's own door to the test's database."""
    postgres = await Postgres.connect(dsn, trust_unsafe=True)
    yield postgres
    await postgres.close()


@pytest.fixture
async def shop(postgres: Postgres) -> Shop:
    """The demo shop, open: real menu, real tools, real functions, the rule parser."""
    return await open_shop(postgres)
