"""The embedded server as its users see it: there while they are in the block."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from db.embedded.account import Account, account_for
from db.embedded.binaries import copy_binaries, find_binaries
from db.embedded.cluster import check_cluster, create_cluster
from db.embedded.errors import EmbeddedError
from db.embedded.folders import (
    create_home,
    digest,
    make_socket_folder,
    open_folder,
    socket_path,
)
from db.embedded.locks import open_use, start_stop_lock
from db.embedded.postmaster import DATABASE, PORT, Launch, start, stop, wait_for_answer
from db.embedded.process import running_pid, running_socket


@dataclass(frozen=True)
class Embedded:
    """A server in use. `dsn` is a libpq URI for psycopg and asyncpg: superuser, our database.

    `notice` is a sentence for the person at the terminal when something had to live outside
    `home`, else None. `settings` are the caller's own, on top of the server's defaults.
    """

    dsn: str
    data: Path
    socket: Path
    binaries: Path
    notice: str | None
    home: Path
    settings: Mapping[str, str]


@contextmanager
def embedded_server(
    home: Path, *, pg_bin: Path | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[Embedded]:
    """The server of `home`, started if it is not running, stopped by the last one to leave.

    `pg_bin` names a folder with initdb and postgres to prefer. `settings` hold from the next
    start on: a server that is already running keeps its own. Raises EmbeddedError.
    """
    home = home.expanduser().resolve()
    programs = find_binaries(pg_bin)
    with _explained(home):
        account = account_for(home / "data")
        create_home(home, account)
    with open_use(home, account) as use:
        try:
            with start_stop_lock(home, account), _explained(home):
                use.join()
                server = _settle(home, account, programs, settings or {})
                _bring_up(server, account)
            yield server
        finally:
            with start_stop_lock(home, account):
                if use.alone():
                    stop((home / "data").resolve())


def ensure_running(server: Embedded) -> None:
    """Brings the server back if it has crashed; several processes may call this at once.

    Blocks until the server answers (at most half a minute). Raises EmbeddedError.
    """
    account = account_for(server.data)
    with start_stop_lock(server.home, account), _explained(server.home):
        _bring_up(server, account)


@contextmanager
def _explained(home: Path) -> Iterator[None]:
    """Turns what the file system refuses into an EmbeddedError with a remedy."""
    try:
        yield
    except OSError as error:
        raise EmbeddedError(
            f"{home} cannot hold the embedded server ({error}): set HOTCART_HOME to a folder "
            "you can write to, or set DATABASE_URL"
        ) from error


def _settle(home: Path, account: Account, programs: Path, settings: Mapping[str, str]) -> Embedded:
    """Decides where everything is, and creates the cluster if there is none."""
    binaries = programs
    if not account.can_enter(programs / "postgres"):
        binaries = copy_binaries(programs, account, open_folder(home, account))
    link = home / "data"
    if not link.exists():
        _create_data(link, binaries, account)
    data = link.resolve()
    check_cluster(binaries, data, account)
    socket = running_socket(data) if running_pid(data) else None
    socket = socket or socket_path(data, account)
    host = quote(str(socket), safe="/")
    return Embedded(
        dsn=f"postgresql://postgres@/{DATABASE}?host={host}&port={PORT}",
        data=data,
        socket=socket,
        binaries=binaries,
        notice=_notice(account, {programs: binaries, link: data}),
        home=home,
        settings=settings,
    )


def _create_data(link: Path, binaries: Path, account: Account) -> None:
    """Makes the cluster at `link`, or somewhere the user can reach with `link` pointing to it."""
    link.unlink(missing_ok=True)  # a link whose target is gone
    if account.can_enter(link.parent):
        create_cluster(binaries, link, account)
        return
    folder = open_folder(link.parent, account) / digest(str(link.parent))
    if not folder.exists():
        account.make_folder(folder)
    data = folder / f"data-{secrets.token_hex(4)}"
    create_cluster(binaries, data, account)
    link.symlink_to(data)


def _notice(account: Account, places: Mapping[Path, Path]) -> str | None:
    """One sentence for each wanted place that another one stands in for."""
    return (
        " ".join(
            f"PostgreSQL runs as the user {account.name}, who cannot reach {wanted}: "
            f"{used} is used instead."
            for wanted, used in places.items()
            if wanted != used
        )
        or None
    )


def _bring_up(server: Embedded, account: Account) -> None:
    """Returns when the server answers, having started it if it was not running."""

    def runs() -> bool:
        return running_pid(server.data) is not None

    if runs() and wait_for_answer(server.socket, runs):
        return
    if runs():
        raise EmbeddedError(
            f"the embedded server runs but does not answer: see {server.home}/postgres.log"
        )
    make_socket_folder(server.socket, account)
    start(
        Launch(
            home=server.home,
            binaries=server.binaries,
            data=server.data,
            socket=server.socket,
            account=account,
            settings=server.settings,
        )
    )
