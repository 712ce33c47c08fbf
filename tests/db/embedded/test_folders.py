"""Root's server runs as another user, who may not reach everything root can."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from db.embedded import EmbeddedError, embedded_server
from db.embedded.account import Account, account_for
from db.embedded.folders import digest, open_folder, socket_path
from db.embedded.process import running_pid

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another")


@pytest.fixture
def closed(folder: Path) -> Iterator[Path]:
    """A folder only root can enter; what is put elsewhere for a home in it is removed."""
    path = folder / "closed"
    path.mkdir(mode=0o700)
    yield path
    home = path / "home"
    shutil.rmtree(open_folder(home, account_for(home)) / digest(str(home)), ignore_errors=True)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_closed_parent_stays_closed_and_the_data_goes_elsewhere(closed: Path) -> None:
    home = closed / "home"
    with embedded_server(home) as server, psycopg.connect(server.dsn) as connection:
        connection.execute("create table kept as select 42 as answer")
    assert mode(closed) == 0o700
    assert closed.stat().st_uid == 0
    assert not server.data.is_relative_to(closed)
    assert server.notice
    assert str(server.data) in server.notice
    with embedded_server(home) as again, psycopg.connect(again.dsn) as connection:
        assert again.data == server.data
        assert connection.execute("select answer from kept").fetchall() == [(42,)]
    assert running_pid(server.data) is None


def test_closed_binaries_are_copied_once(closed: Path, home: Path, wheel: Path) -> None:
    package = wheel.parents[1]
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(wheel.parent, closed / "package" / "pginstall18", symlinks=True)
    shutil.copytree(libraries, closed / libraries.name)
    pg_bin = closed / "package" / "pginstall18" / "bin"
    with embedded_server(home, pg_bin=pg_bin) as server:
        assert running_pid(server.data)
    assert mode(closed) == 0o700
    assert not server.binaries.is_relative_to(closed)
    assert server.notice
    assert str(server.binaries) in server.notice
    copied = server.binaries.stat().st_ino
    with embedded_server(home, pg_bin=pg_bin) as again:
        assert again.binaries.stat().st_ino == copied
    shutil.rmtree(server.binaries.parents[2])


def test_a_home_of_an_ordinary_user_gets_that_users_server(folder: Path, new_home: Path) -> None:
    os.chown(folder, 1, 1)
    with embedded_server(new_home) as server:
        assert (new_home.stat().st_uid, server.data.stat().st_uid) == (1, 1)


def test_a_folder_in_place_of_the_socket_is_not_trusted(home: Path) -> None:
    path = socket_path(home.resolve() / "data", account_for(home))
    path.mkdir()
    with pytest.raises(EmbeddedError, match=rf"{path} is not a private folder .* remove it"):
        embedded_server(home).__enter__()
    path.rmdir()


def test_reach_is_judged_by_every_folder_on_the_way(folder: Path) -> None:
    nobody = account_for(folder)
    inner = folder / "outer" / "inner"
    inner.mkdir(parents=True)
    assert nobody.can_enter(inner)
    inner.parent.chmod(0o750)
    assert not nobody.can_enter(inner / "not there yet")
    assert Account(name="us").can_enter(inner)
