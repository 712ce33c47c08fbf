"""Starts the server process, waits for it, stops it."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

from db.embedded.account import Account
from db.embedded.cluster import SYSTEM_PATH
from db.embedded.errors import EmbeddedError
from db.embedded.folders import SOCKET_FILE
from db.embedded.locks import POLL_SECONDS, server_lock, wait_until
from db.embedded.process import forget_dead_server, running_pid, running_socket

PORT = 5432  # only a part of the socket's name: the server listens on no network address
DATABASE = "hotcart"
READY_SECONDS = 30.0
QUIT_SECONDS = 10.0
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "wal_writer_delay": "10ms",
    "jit": "off",
    "timezone": "UTC",
}


@dataclass(frozen=True)
class Launch:
    """All it takes to start the server of one cluster."""

    home: Path
    binaries: Path
    data: Path
    socket: Path
    account: Account
    settings: Mapping[str, str]


def start(launch: Launch) -> None:
    """Starts the server and returns when it answers; raises EmbeddedError with what it said."""
    log = launch.home / "postgres.log"
    with server_lock(launch.home, launch.account) as lock:
        forget_dead_server(launch.data, launch.socket / SOCKET_FILE)
        seen = log.stat().st_size if log.exists() else 0
        process = _spawn(launch, log, lock)
    answers = wait_for_answer(launch.socket, lambda: process.poll() is None)
    if process.poll() is None:
        # Reaped whenever it ends: a dead child that nobody waits for looks alive to PostgreSQL.
        threading.Thread(target=process.wait, name="postgres-reaper", daemon=True).start()
    if not answers:
        _remove_socket_folder(launch.socket)
        raise EmbeddedError(f"the embedded server did not start, {log} says: {_said(log, seen)}")


def wait_for_answer(socket: Path, alive: Callable[[], bool]) -> bool:
    """Waits until the server accepts a connection and has our database.

    Returns False as soon as it is not `alive`, or when it has not answered in time.
    """
    deadline = time.monotonic() + READY_SECONDS
    while alive() and time.monotonic() < deadline:
        try:
            _make_database(socket)
        except psycopg.OperationalError:
            time.sleep(POLL_SECONDS)
        else:
            return True
    return False


def stop(data: Path) -> None:
    """Stops the server of `data`, if it runs, and waits for its end; open sessions are ended.

    Raises EmbeddedError if the server survives both the polite and the hard request.
    """
    socket = running_socket(data)
    for request, seconds in ((signal.SIGINT, READY_SECONDS), (signal.SIGQUIT, QUIT_SECONDS)):
        pid = running_pid(data)
        if pid is None:
            break
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, request)
        wait_until(lambda: running_pid(data) is None, seconds)
    if (pid := running_pid(data)) is not None:
        raise EmbeddedError(f"the server of {data} does not stop: end its process {pid}")
    if socket is not None:
        _remove_socket_folder(socket)


def _spawn(launch: Launch, log: Path, lock: int) -> subprocess.Popen[bytes]:
    """Starts postgres in a session of its own, so Ctrl-C and our end do not reach it."""
    settings = SETTINGS | {"unix_socket_directories": f'"{launch.socket}"'} | dict(launch.settings)
    options = [f"--{name}={value}" for name, value in settings.items()]
    command = [str(launch.binaries / "postgres"), "-D", str(launch.data), "-p", str(PORT), *options]
    created = not log.exists()
    with log.open("ab") as output:
        if created:
            launch.account.own(log)
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=launch.data,
            env=SYSTEM_PATH,
            start_new_session=True,
            pass_fds=[lock],
            user=launch.account.uid,
            group=launch.account.gid,
            extra_groups=launch.account.groups,
        )


def _remove_socket_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # in use, or the common folder of a server we adopted
        folder.rmdir()


def _make_database(socket: Path) -> None:
    with psycopg.connect(
        host=str(socket), port=PORT, user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        query = "select 1 from pg_database where datname = %s"
        if connection.execute(query, [DATABASE]).fetchone() is None:
            connection.execute(f"create database {DATABASE}")


def _said(log: Path, position: int) -> str:
    with log.open("rb") as file:
        file.seek(position)
        lines = file.read().decode(errors="replace").splitlines()
    return " | ".join(line.strip() for line in lines[-5:]) or "nothing"
