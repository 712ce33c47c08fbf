"""Which process, if any, is the living server of a cluster."""

import os
from pathlib import Path


def running_pid(data: Path) -> int | None:
    """The process id of the live server of `data`, or None."""
    lines = _pid_file(data)
    pid = int(lines[0]) if lines and lines[0].isdigit() else None
    return pid if pid is not None and _is_server(pid, data) else None


def running_socket(data: Path) -> Path | None:
    """The socket folder that the server of `data` noted when it started, or None."""
    lines = _pid_file(data)
    return Path(lines[4]) if len(lines) > 4 and lines[4] else None


def forget_dead_server(data: Path, socket_file: Path) -> None:
    """Removes what a killed server left; only under the server lock, which no server then holds.

    PostgreSQL forgives most stale pid files, but takes a zombie, or a stranger that was given
    the same number, for a running server.
    """
    (data / "postmaster.pid").unlink(missing_ok=True)
    socket_file.with_name(f"{socket_file.name}.lock").unlink(missing_ok=True)


def _pid_file(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []


def _is_server(pid: int, data: Path) -> bool:
    """Whether process `pid` serves `data`: not a zombie, not a stranger with a reused number."""
    process = Path("/proc") / str(pid)
    if not Path("/proc/self/stat").exists():
        return _exists(pid)
    try:
        state = (process / "stat").read_bytes().rpartition(b")")[2].split()[0]
        arguments = (process / "cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in (b"Z", b"X") and os.fsencode(data) in arguments


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
