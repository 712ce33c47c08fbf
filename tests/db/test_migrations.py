"""Revisions go up and down, migrating twice does nothing, and functions are put back."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import psycopg
import pytest
from psycopg import Connection

from db.functions import function_files
from db.migrate import MigrationError, check_server, migrate
from db.partitions import MONTHS_AHEAD, ensure_partitions
from db.revisions import revisions
from tests.support.records import count
from tests.support.servers import Server
from tests.support.turns import Caller, line

VERSIONS = Path(__file__).parents[2] / "db" / "migrations" / "versions"
REVISIONS = sorted(file.stem for file in VERSIONS.glob("[0-9]*.py"))
SCHEMAS = "select count(*) from pg_namespace where nspname = any('{hot,warm,cold,app}')"
COLUMNS = """
select table_schema, table_name,
       row_number() over (partition by table_schema, table_name order by ordinal_position),
       column_name, data_type, is_nullable, column_default
from information_schema.columns where table_schema = any('{hot,warm,cold}')
order by 1, 2, 3
"""
TRACES = """
select 'pg_class', count(*), max(xmin::text::bigint) from pg_class
union all select 'pg_proc', count(*), max(xmin::text::bigint) from pg_proc
union all select 'alembic_version', count(*), max(xmin::text::bigint) from alembic_version
union all select 'hotcart_schema', count(*), max(xmin::text::bigint) from hotcart_schema
"""
SOURCE = "select prosrc from pg_proc where pronamespace = 'app'::regnamespace and proname = %s"
MIGRATE = "import sys; from db.migrate import migrate; sys.exit(10 + migrate(sys.argv[1]))"
MONTHS = """
select to_char(date_trunc('month', now() at time zone 'UTC') + make_interval(months => n),
               '"warm.session_events_"YYYY_MM')
from generate_series(0, 3) n
"""


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """The DSN of a database with nothing in it."""
    with server.database("template0") as dsn:
        yield dsn


def change_functions(monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> None:
    """Let these be the function files."""
    monkeypatch.setattr("db.functions.function_files", lambda: files)
    monkeypatch.setattr("db.migrate.function_files", lambda: files)


def test_revisions_are_named_by_number_and_words() -> None:
    assert [int(name[:4]) for name in REVISIONS] == list(range(1, len(REVISIONS) + 1))
    assert [name for name in REVISIONS if not re.fullmatch(r"\d{4}(_[a-z]+)+", name)] == []


def test_every_revision_goes_up_and_down_and_up_again(empty: str, dsn: str) -> None:
    for _ in REVISIONS:
        for step in ("up", "down", "up"):
            with revisions(empty) as walk:
                walk.up("+1") if step == "up" else walk.down("-1")
    with psycopg.connect(empty) as climbed, psycopg.connect(dsn) as migrated:
        ensure_partitions(climbed)
        assert climbed.execute(COLUMNS).fetchall() == migrated.execute(COLUMNS).fetchall()

    with revisions(empty) as walk:
        walk.down("base")
        assert walk.connection.execute(SCHEMAS).fetchone() == (0,)


def test_a_second_migration_writes_nothing(dsn: str, db: Connection) -> None:
    before = db.execute(TRACES).fetchall()
    assert migrate(dsn) is False
    assert db.execute(TRACES).fetchall() == before


def test_several_processes_may_migrate_at_once(empty: str) -> None:
    processes = [subprocess.Popen([sys.executable, "-c", MIGRATE, empty]) for _ in range(3)]
    assert sorted(process.wait() for process in processes) == [10, 10, 11]
    assert migrate(empty) is False


def test_a_migration_that_fails_leaves_nothing(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    change_functions(monkeypatch, {"broken": "create or replace function app.broken("})
    with pytest.raises(psycopg.errors.SyntaxError):
        migrate(empty)
    with psycopg.connect(empty) as connection:
        assert connection.execute(SCHEMAS).fetchone() == (0,)


def test_a_changed_function_is_put_back_without_a_revision(
    dsn: str, db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = function_files()
    files["get_cart_total"] = files["get_cart_total"].replace("0.00", "0.000")
    change_functions(monkeypatch, files)

    assert migrate(dsn) is True
    assert "0.000" in str(db.execute(SOURCE, ("get_cart_total",)).fetchone())
    assert migrate(dsn) is False


def test_a_function_without_a_file_is_dropped(
    dsn: str, db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = function_files()
    del files["record_turn"]
    change_functions(monkeypatch, files)

    migrate(dsn)
    assert db.execute(SOURCE, ("record_turn",)).fetchall() == []


def test_a_function_may_change_its_parameters_and_what_it_returns(
    dsn: str, db: Connection, monkeypatch: pytest.MonkeyPatch, asha: Caller
) -> None:
    files = function_files()
    files["now"] = files["now"].replace("app.now()", "app.now(p_zone text default 'UTC')")
    files["list_tenants"] = files["list_tenants"].replace("returns jsonb", "returns json")
    files["list_tenants"] = files["list_tenants"].replace("'[]')", "'[]')::json")
    files["checkout"] = files["checkout"].replace("p_order_type", "p_type")
    change_functions(monkeypatch, files)

    assert migrate(dsn) is True
    assert len(db.execute(SOURCE, ("now",)).fetchall()) == 1
    asha.add_to_cart([line("idly")])
    assert asha.checkout().checkout is not None


def test_a_server_that_is_too_old() -> None:
    old = Mock(spec=Connection)
    old.info.server_version = 140012
    with pytest.raises(MigrationError, match="PostgreSQL 14 is too old; hotcart needs 15"):
        check_server(old)


def test_partitions_are_ready_for_this_month_and_the_next_three(db: Connection) -> None:
    expected = [name for (name,) in db.execute(MONTHS).fetchall()]
    assert len(expected) == MONTHS_AHEAD + 1
    partitions = db.execute(
        """select inhrelid::regclass::text from pg_inherits
           where inhparent = 'warm.session_events'::regclass order by 1"""
    )
    names = [name for (name,) in partitions.fetchall()]
    assert names == [*expected, "warm.session_events_default"]


def test_an_event_lands_in_its_month(asha: Caller, db: Connection) -> None:
    months = [name for (name,) in db.execute(MONTHS).fetchall()]
    asha.add_to_cart([line("idly")])
    landed = db.execute("select tableoid::regclass::text from warm.session_events").fetchall()
    assert landed == [(months[0],)]


def test_events_of_no_month_wait_in_the_default_partition(
    asha: Caller, dsn: str, db: Connection
) -> None:
    far = db.execute("select (now() + interval '10 years')::text").fetchone()
    assert far is not None
    asha.turn_clock(far[0])
    asha.add_to_cart([line("idly")])

    assert count(db, "warm.session_events_default") == 1
    db.execute("delete from hot.session_state")
    assert asha.view_cart().item_count == 1


def test_a_month_whose_events_came_too_early_gets_no_partition(
    asha: Caller, dsn: str, db: Connection
) -> None:
    (month,) = db.execute(MONTHS).fetchall()[-1]
    db.execute(f"drop table {month}".encode())
    early = db.execute(
        "select (date_trunc('month', now() at time zone 'UTC') + interval '3 months 5 days')::text"
    ).fetchone()
    assert early is not None
    asha.turn_clock(early[0])
    asha.add_to_cart([line("idly")])

    with psycopg.connect(dsn) as connection:
        assert ensure_partitions(connection) == []
