"""One home, one server: fresh, again, shared, and refused in one clear line."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import asyncpg
import psycopg
import pytest

from db.embedded import EmbeddedError, embedded_server
from db.embedded.process import running_pid
from tests.db.embedded.conftest import StartUser

AS_NOBODY = """
import os, pwd, sys
from pathlib import Path
import psycopg
from db.embedded import embedded_server
user = pwd.getpwnam("nobody")
os.setgroups([])
os.setgid(user.pw_gid)
os.setuid(user.pw_uid)
with embedded_server(Path(sys.argv[1]), pg_bin=Path(sys.argv[2])) as server:
    psycopg.connect(server.dsn).close()
    print(server.data.stat().st_uid == user.pw_uid, server.notice)
"""


def setting(connection: psycopg.Connection[tuple[str]], name: str) -> str:
    row = connection.execute("select current_setting(%s)", [name]).fetchone()
    assert row
    return row[0]


def test_a_fresh_home_becomes_a_durable_private_server(new_home: Path, pg_bin: Path) -> None:
    with (
        embedded_server(new_home, pg_bin=pg_bin) as server,
        psycopg.connect(server.dsn) as connection,
    ):
        assert setting(connection, "fsync") == "on"
        assert setting(connection, "listen_addresses") == ""
        assert setting(connection, "server_encoding") == "UTF8"
        assert connection.info.dbname == "hotcart"
        assert server.socket.stat().st_mode & 0o777 == 0o700
        assert server.data == new_home / "data"
        assert (new_home / "postgres.log").exists()
    assert not server.socket.exists()


def test_data_survives_a_stop(new_home: Path, pg_bin: Path) -> None:
    with (
        embedded_server(new_home, pg_bin=pg_bin) as server,
        psycopg.connect(server.dsn) as connection,
    ):
        connection.execute("create table kept as select 42 as answer")
    with (
        embedded_server(new_home, pg_bin=pg_bin) as server,
        psycopg.connect(server.dsn) as connection,
    ):
        assert connection.execute("select answer from kept").fetchall() == [(42,)]


async def test_asyncpg_understands_the_dsn(home: Path) -> None:
    with embedded_server(home) as server:
        connection = await asyncpg.connect(server.dsn)
        assert await connection.fetchval("select current_database()") == "hotcart"
        await connection.close()


def test_settings_are_the_callers_to_override(home: Path) -> None:
    with (
        embedded_server(home, settings={"max_connections": "17"}) as server,
        psycopg.connect(server.dsn) as connection,
    ):
        assert setting(connection, "max_connections") == "17"
        assert setting(connection, "jit") == "off"


def test_the_last_of_two_processes_stops_the_server(home: Path, start_user: StartUser) -> None:
    with embedded_server(home) as server:
        pid = running_pid(server.data)
        user = start_user(home)
    assert running_pid(server.data) == pid
    user.communicate("leave\n")
    assert running_pid(server.data) is None


def test_ctrl_c_ends_one_user_and_not_the_server(home: Path, start_user: StartUser) -> None:
    starter, other = start_user(home), start_user(home)
    pid = running_pid(home / "data")
    os.killpg(starter.pid, signal.SIGINT)
    starter.wait()
    assert running_pid(home / "data") == pid
    other.communicate("leave\n")
    assert running_pid(home / "data") is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
def test_an_ordinary_user_needs_no_other_user(folder: Path, home: Path) -> None:
    with embedded_server(home) as server:
        reachable = server.binaries
    folder.chmod(0o777)
    own_home = folder / "own"
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, own_home, reachable],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("True None\n", "")
    assert running_pid(own_home / "data") is None


def test_a_pg_bin_without_programs_is_named(new_home: Path, tmp_path: Path) -> None:
    with pytest.raises(EmbeddedError, match=f"PG_BIN={tmp_path} does not hold"):
        embedded_server(new_home, pg_bin=tmp_path).__enter__()
    assert not new_home.exists()


def test_data_of_another_major_version_is_refused(home: Path) -> None:
    with embedded_server(home) as server:
        version = server.data / "PG_VERSION"
    version.write_text("14\n")
    with pytest.raises(EmbeddedError, match=r"by PostgreSQL 14, but .* HOTCART_HOME"):
        embedded_server(home).__enter__()


def test_a_server_that_cannot_start_says_why(home: Path) -> None:
    with pytest.raises(EmbeddedError, match=r"postgres\.log says: .*shared_buffers"):
        embedded_server(home, settings={"shared_buffers": "plenty"}).__enter__()
