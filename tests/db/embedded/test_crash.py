"""Whatever is killed, the next command finds or makes a working server, with the data."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg

from db.embedded import embedded_server, ensure_running
from db.embedded.locks import wait_until
from db.embedded.process import running_pid
from tests.db.embedded.conftest import USE, StartUser


def kill_server(data: Path) -> int:
    """Kills the server of `data` the hard way; returns the process id it had."""
    pid = running_pid(data)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: running_pid(data) is None, 10)
    return pid


def test_a_killed_server_is_brought_back_with_its_data(new_home: Path, pg_bin: Path) -> None:
    with embedded_server(new_home, pg_bin=pg_bin) as server:
        with psycopg.connect(server.dsn) as connection:
            connection.execute("create table kept as select 42 as answer")
            connection.execute("create unlogged table hot as select 42 as answer")
        killed = kill_server(server.data)
        ensure_running(server)
        assert running_pid(server.data) != killed
        with psycopg.connect(server.dsn) as connection:
            assert connection.execute("select answer from kept").fetchall() == [(42,)]
            assert connection.execute("select answer from hot").fetchall() == []


def test_a_busy_backend_that_outlives_the_server_is_waited_for(home: Path) -> None:
    with embedded_server(home) as server:
        connection = psycopg.connect(server.dsn, autocommit=True)
        backend = connection.info.backend_pid
        os.kill(backend, signal.SIGSTOP)
        kill_server(server.data)
        with ThreadPoolExecutor() as pool:
            back = pool.submit(ensure_running, server)
            assert not wait_until(back.done, 0.3)
            os.kill(backend, signal.SIGCONT)
            back.result()
        connection.close()


def test_several_users_bring_back_one_server(home: Path) -> None:
    log = home / "postgres.log"
    with embedded_server(home) as server:
        kill_server(server.data)
        log.write_text("")
        with ThreadPoolExecutor() as pool:
            list(pool.map(ensure_running, [server] * 4))
        with psycopg.connect(server.dsn) as connection:
            assert connection.execute("select 1").fetchone() == (1,)
    assert log.read_text().count("ready to accept connections") == 1


def test_the_server_of_a_killed_user_is_adopted_and_stopped(
    home: Path, start_user: StartUser
) -> None:
    starter = start_user(home)
    pid = running_pid(home / "data")
    starter.kill()
    starter.wait()
    assert running_pid(home / "data") == pid
    with embedded_server(home) as server:
        assert running_pid(server.data) == pid
    assert running_pid(server.data) is None


def test_a_zombie_that_nobody_reaps_is_not_taken_for_a_server(
    home: Path, start_user: StartUser
) -> None:
    starter = start_user(home)
    starter.send_signal(signal.SIGSTOP)
    # A stop reaches one thread after another; the one that reaps must have stopped too.
    tasks = Path(f"/proc/{starter.pid}/task")
    assert wait_until(
        lambda: all("(stopped)" in task.read_text() for task in tasks.glob("*/status")), 10
    )
    zombie = kill_server(home / "data")
    status = Path(f"/proc/{zombie}/status")
    assert wait_until(lambda: "(zombie)" in status.read_text(), 10)
    with embedded_server(home) as server:
        assert running_pid(server.data) != zombie
        starter.kill()
        starter.wait()


def test_a_stranger_with_the_number_of_the_dead_server_is_left_alone(home: Path) -> None:
    with embedded_server(home) as server:
        kill_server(server.data)
        pid_file = server.data / "postmaster.pid"
        owner = server.data.stat().st_uid
        stranger = subprocess.Popen(
            ["/bin/cat"], stdin=subprocess.PIPE, user=owner if os.geteuid() == 0 else None
        )
        _, *rest = pid_file.read_text().splitlines(keepends=True)
        pid_file.write_text("".join([f"{stranger.pid}\n", *rest]))
        (server.socket / ".s.PGSQL.5432.lock").write_text(pid_file.read_text())
        ensure_running(server)
        assert running_pid(server.data) not in {None, stranger.pid}
        assert stranger.poll() is None
        stranger.communicate()


def test_a_killed_initdb_leaves_no_half_cluster(new_home: Path) -> None:
    starter = subprocess.Popen([sys.executable, "-c", USE, str(new_home)], start_new_session=True)
    assert wait_until(lambda: any(new_home.glob("cluster-*.partial/PG_VERSION")), 10)
    os.killpg(starter.pid, signal.SIGKILL)
    starter.wait()
    assert not (new_home / "data").exists()
    with embedded_server(new_home) as server, psycopg.connect(server.dsn) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    assert list(new_home.glob("*.partial")) == []
