"""The system user the server runs as: PostgreSQL refuses to be root."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from db.embedded.errors import EmbeddedError

PRIVATE = 0o700


@dataclass(frozen=True)
class Account:
    """A system user; `uid` and `gid` are None when it is the one we already are."""

    name: str
    uid: int | None = None
    gid: int | None = None

    @property
    def groups(self) -> list[int] | None:
        """The supplementary groups of the server: none at all after a change of user."""
        return None if self.uid is None else []

    def can_enter(self, path: Path) -> bool:
        """Whether the user may walk to `path`, as far as it exists, and enter or execute it."""
        if self.uid is None:
            return True
        return all(
            self._may_execute(step.stat()) for step in (path, *path.parents) if step.exists()
        )

    def own(self, path: Path) -> None:
        """Gives a file or folder that we created to the user."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def make_folder(self, path: Path) -> None:
        """Creates a 0700 folder of the user; raises FileExistsError where there is one."""
        path.mkdir(mode=PRIVATE)
        self.own(path)

    def check_owner(self, path: Path, remedy: str) -> None:
        """Raises EmbeddedError, which ends in `remedy`, unless `path` is the user's own, closed."""
        found = path.lstat()
        expected = os.geteuid() if self.uid is None else self.uid
        private = stat.S_ISDIR(found.st_mode) and not stat.S_IMODE(found.st_mode) & 0o077
        if not private or found.st_uid != expected:
            raise EmbeddedError(
                f"{path} is not a private folder of the user {self.name}, who runs the embedded "
                f"server here: {remedy}"
            )

    def _may_execute(self, found: os.stat_result) -> bool:
        if found.st_uid == self.uid:
            return bool(found.st_mode & stat.S_IXUSR)
        if found.st_gid == self.gid:
            return bool(found.st_mode & stat.S_IXGRP)
        return bool(found.st_mode & stat.S_IXOTH)


def account_for(data: Path) -> Account:
    """The user for the cluster in `data`, which need not exist yet.

    An ordinary user is its own. Root borrows the owner of the nearest folder that exists, or
    nobody when that is root too or has no account here. Raises EmbeddedError without a nobody.
    """
    if os.geteuid() != 0:
        own = _entry_of(os.geteuid())
        return Account(name=own.pw_name if own else str(os.geteuid()))
    nearest = next(step for step in (data, *data.parents) if step.exists())
    owner = nearest.stat().st_uid
    try:
        entry = (_entry_of(owner) if owner else None) or pwd.getpwnam("nobody")
    except KeyError as error:
        raise EmbeddedError(
            "PostgreSQL does not run as root, and there is no user `nobody` to run it: "
            "run hotcart as an ordinary user, or set DATABASE_URL"
        ) from error
    return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)


def _entry_of(uid: int) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwuid(uid)
    except KeyError:
        return None
