"""Where the cluster, its socket and borrowed binaries live when home itself will not do."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from db.embedded.account import Account
from db.embedded.errors import EmbeddedError

SYSTEM_FOLDER = Path("/var/lib/hotcart")
SOCKET_FILE = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 103  # bytes: Linux takes 107, macOS 103


def digest(text: str) -> str:
    """A short name for `text` that is safe in a path."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def create_home(home: Path, account: Account) -> None:
    """Creates `home` for the user; a folder that exists is left exactly as it is.

    Raises EmbeddedError when we cannot write to it, OSError when it cannot be created.
    """
    if not home.exists():
        home.parent.mkdir(parents=True, exist_ok=True)
        account.make_folder(home)
    if not os.access(home, os.W_OK | os.X_OK):
        raise EmbeddedError(
            f"{home} is closed to us: run as its owner, or set HOTCART_HOME to another folder"
        )


def open_folder(home: Path, account: Account) -> Path:
    """A folder of root's that everybody can walk into, for what `account` cannot reach in `home`.

    A temporary home gets a temporary folder. Raises EmbeddedError where none can be had.
    """
    temporary = Path(tempfile.gettempdir()).resolve()
    candidates = [temporary / "hotcart-root"]
    if not home.is_relative_to(temporary):
        candidates.insert(0, SYSTEM_FOLDER)
    for folder in candidates:
        if _is_open(folder) and account.can_enter(folder):
            return folder
    tried = " nor ".join(map(str, candidates))
    raise EmbeddedError(
        f"the user {account.name}, who runs the embedded server, can reach neither {home} "
        f"nor {tried}: set HOTCART_HOME to a folder that user can enter"
    )


def socket_path(data: Path, account: Account) -> Path:
    """The folder for the socket of the server of `data`: one per user, and short enough."""
    owner = os.geteuid() if account.uid is None else account.uid
    name = f"hotcart-{digest(f'{data}:{owner}')}"
    parents = [Path(tempfile.gettempdir()).resolve(), Path("/tmp").resolve()]  # noqa: S108
    fitting = [
        parent
        for parent in parents
        if len(os.fsencode(parent / name / SOCKET_FILE)) <= LONGEST_SOCKET_PATH
        and account.can_enter(parent)
    ]
    return (fitting or parents)[0] / name


def make_socket_folder(folder: Path, account: Account) -> None:
    """Makes sure of the user's private `folder`; EmbeddedError if somebody else's is there."""
    if not folder.exists():
        account.make_folder(folder)
    account.check_owner(folder, "remove it")


def _is_open(folder: Path) -> bool:
    """Whether `folder` is root's alone to change, creating it if it is missing."""
    try:
        folder.mkdir()
        folder.chmod(0o755)
    except FileExistsError:
        pass
    except OSError:
        return False
    found = folder.lstat()
    writable_by_others = stat.S_IMODE(found.st_mode) & 0o022
    return stat.S_ISDIR(found.st_mode) and found.st_uid == 0 and not writable_by_others
