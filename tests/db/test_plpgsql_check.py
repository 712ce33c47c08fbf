"""What a function does only on a rare path is checked as well, where the extension is there."""

import pytest
from psycopg import Connection

from tests.conftest import component_missing

COMPLAINTS = """
select p.proname, c.complaint
from pg_proc p
join pg_language l on l.oid = p.prolang and l.lanname = 'plpgsql',
lateral plpgsql_check_function(p.oid, extra_warnings => true, performance_warnings => true,
                               security_warnings => true, fatal_errors => false) as c (complaint)
where p.pronamespace = 'app'::regnamespace
"""
INSTALLED = "select count(*) from pg_available_extensions where name = 'plpgsql_check'"


@pytest.fixture
def checker(request: pytest.FixtureRequest, db: Connection) -> Connection:
    """The test's database with the extension in it."""
    if db.execute(INSTALLED).fetchone() == (0,):
        component_missing(request.config, "plpgsql_check is not installed")
    db.execute("create extension plpgsql_check")
    return db


@pytest.mark.parametrize("server", [15], indirect=True, ids=["pg15"])
def test_nothing_to_complain_about(checker: Connection) -> None:
    assert checker.execute(COMPLAINTS).fetchall() == []


@pytest.mark.parametrize("server", [15], indirect=True, ids=["pg15"])
def test_the_checker_sees_a_column_that_is_not_there(checker: Connection) -> None:
    checker.execute(
        """create function app.broken() returns void language plpgsql
             as $$ begin perform no_such_column from cold.orders; end $$"""
    )
    assert {name for name, _ in checker.execute(COMPLAINTS).fetchall()} == {"broken"}
