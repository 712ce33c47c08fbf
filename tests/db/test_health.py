"""What the doctor finds out about a database, and with which login."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import Connection

from bot.pg import Postgres
from db.health import Finding, examine, require_head
from db.migrate import MigrationError


def found(dsn: str) -> dict[str, Finding]:
    """The findings by name."""
    return {finding.name: finding for finding in examine(dsn, 1000)}


@pytest.fixture
def waiter(dsn: str, db: Connection) -> Iterator[str]:
    """The DSN of a login that may serve customers and do nothing else."""
    db.execute("create role waiter login in role hotcart_bot")
    yield dsn.replace("postgres@", "waiter@", 1)
    db.execute("drop role waiter")


def test_a_shop_in_good_order(dsn: str) -> None:
    findings = found(dsn)
    assert findings["Login"].detail == "postgres, a superuser"
    assert (findings["Schema"].good, findings["Shop demo"].good) == (True, True)
    # The tests' own server is quick and forgetful.
    assert [name for name in findings if findings[name].good is False] == ["Durability"]


def test_a_login_that_only_serves_is_enough_to_serve(waiter: str) -> None:
    require_head(waiter)
    findings = found(waiter)
    assert findings["Login"].detail == "waiter"
    assert (findings["Schema"].good, findings["Shops"].good) == (True, None)


async def test_and_its_customers_are_served(waiter: str) -> None:
    postgres = await Postgres.connect(waiter, trust_unsafe=True)
    try:
        shops = await postgres.call("list_tenants")
    finally:
        await postgres.close()
    assert isinstance(shops, list)
    assert len(shops) == 1


def test_another_version_of_the_schema(dsn: str, db: Connection) -> None:
    db.execute("update public.hotcart_schema set fingerprint = 'another'")
    assert found(dsn)["Schema"].remedy == "run `hotcart migrate`"
    with pytest.raises(MigrationError, match="hotcart migrate"):
        require_head(dsn)


def test_a_database_that_is_not_there(dsn: str) -> None:
    nowhere = psycopg.conninfo.make_conninfo(dsn, dbname="nowhere")
    assert [(finding.name, finding.good) for finding in examine(nowhere, 1000)] == [
        ("Database", False)
    ]
