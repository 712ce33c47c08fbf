"""Who uses the server and who may start or stop it: file locks, which die with their process."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from db.embedded.account import Account
from db.embedded.errors import EmbeddedError

TURN_SECONDS = 60.0
LEFTOVER_SECONDS = 30.0
POLL_SECONDS = 0.01


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Polls `condition` until it holds or `seconds` have passed; returns whether it holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


@contextmanager
def start_stop_lock(home: Path, account: Account) -> Iterator[None]:
    """Held alone while a process starts or stops the server of `home`.

    Raises EmbeddedError when another process keeps it for a minute.
    """
    path = home / "start-stop.lock"
    with _lock_file(path, account) as file:
        if not wait_until(lambda: _try_lock(file, fcntl.LOCK_EX), TURN_SECONDS):
            raise EmbeddedError(
                f"another process has been starting or stopping the embedded server of {home} for "
                f"{TURN_SECONDS:.0f} seconds: end it (it holds {path.name}) and try again"
            )
        yield


@contextmanager
def server_lock(home: Path, account: Account) -> Iterator[int]:
    """A lock to hand to the server: its file descriptor, which every process of it inherits.

    So it is free exactly when nothing of an earlier server is left, not even a backend that has
    outlived a killed server, or one in another container. Raises EmbeddedError if it stays taken.
    """
    path = home / "server.lock"
    with _lock_file(path, account) as file:
        if not wait_until(lambda: _try_lock(file, fcntl.LOCK_EX), LEFTOVER_SECONDS):
            raise EmbeddedError(
                f"processes of an earlier server still use the data of {home}, here or in another "
                f"container: end them (they hold {path.name}) and try again"
            )
        yield file.fileno()


class Use:
    """One use of the server: joined while it lasts, alone when nobody else has joined."""

    def __init__(self, file: TextIO) -> None:
        """Wraps the lock file of a home, open and not locked yet."""
        self._file = file

    def join(self) -> None:
        """Counts as a use; only under the start-stop lock."""
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Whether no other use is left; only under the start-stop lock."""
        return _try_lock(self._file, fcntl.LOCK_EX)


@contextmanager
def open_use(home: Path, account: Account) -> Iterator[Use]:
    """A use of the server of `home`, which ends with the block at the latest."""
    with _lock_file(home / "in-use.lock", account) as file:
        yield Use(file)


@contextmanager
def _lock_file(path: Path, account: Account) -> Iterator[TextIO]:
    created = not path.exists()
    with path.open("a", encoding="utf-8") as file:
        if created:
            account.own(path)
        yield file


def _try_lock(file: TextIO, kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
