"""Folders the server's unprivileged user can enter."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - only its speed is wanted
ROOM = 1 << 30


@contextmanager
def open_folder(parent: Path | None = None) -> Iterator[Path]:
    """A new folder that is not closed to other users, as pytest's own are; removed afterwards."""
    path = Path(tempfile.mkdtemp(prefix="hotcart-test-", dir=parent))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path)


@contextmanager
def quick_folder() -> Iterator[Path]:
    """An open folder in memory, if it has a gigabyte of room: copying databases is quick."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    with open_folder(MEMORY if roomy else None) as path:
        yield path
