"""The cluster on disk: made whole or not at all, and only ever run by its own major version."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path

from db.embedded.account import Account
from db.embedded.binaries import major_version
from db.embedded.errors import EmbeddedError

SYSTEM_PATH = {"PATH": os.defpath, "LC_ALL": "C"}


def create_cluster(binaries: Path, data: Path, account: Account) -> None:
    """Runs initdb beside `data` and renames the result, so `data` is never half a cluster.

    Raises EmbeddedError with initdb's own words.
    """
    for leftover in data.parent.glob("cluster-*.partial"):
        shutil.rmtree(leftover, ignore_errors=True)
    partial = data.with_name(f"cluster-{secrets.token_hex(4)}.partial")
    account.make_folder(partial)
    command = [
        str(binaries / "initdb"), f"--pgdata={partial}", "--username=postgres", "--auth=trust",
        "--encoding=UTF8", "--locale=C", "--data-checksums", "--no-instructions",
    ]  # fmt: skip
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=data.parent,
        env=SYSTEM_PATH,
        user=account.uid,
        group=account.gid,
        extra_groups=account.groups,
    )
    if done.returncode:
        shutil.rmtree(partial)
        words = " ".join((done.stderr or done.stdout).split())
        raise EmbeddedError(f"initdb could not make a cluster in {data}: {words}")
    partial.rename(data)


def check_cluster(binaries: Path, data: Path, account: Account) -> None:
    """Raises EmbeddedError unless `binaries` and `account` can run the cluster in `data`."""
    account.check_owner(data, "run as its owner, or set HOTCART_HOME to another folder")
    if not account.can_enter(data):
        raise EmbeddedError(
            f"the user {account.name}, who runs the embedded server, can no longer reach {data}: "
            "open the folders above it to that user, or move HOTCART_HOME"
        )
    made_by = (data / "PG_VERSION").read_text(encoding="utf-8").strip()
    version = major_version(binaries)
    if made_by != str(version):
        raise EmbeddedError(
            f"the data in {data} was made by PostgreSQL {made_by}, but {binaries} is PostgreSQL "
            f"{version}: set PG_BIN to a PostgreSQL {made_by} (to go on, or to dump it), or set "
            "HOTCART_HOME to another folder"
        )
