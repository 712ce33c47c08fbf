"""A reachable home for each test, and other processes that use its server."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.embedded import embedded_server
from db.embedded.binaries import find_binaries
from db.embedded.postmaster import stop
from db.embedded.process import running_pid
from tests.conftest import VERSIONS, component_missing
from tests.support.folders import open_folder
from tests.support.servers import binaries

USE = """
import sys
from pathlib import Path
from db.embedded import embedded_server
from db.embedded.binaries import find_binaries
with embedded_server(Path(sys.argv[1])) as server:
    print("ready", flush=True)
    sys.stdin.readline()
"""

StartUser = Callable[[Path], subprocess.Popen[str]]


@pytest.fixture(scope="session")
def seed() -> Iterator[Path]:
    """A home whose server has run once; making a cluster takes most of a test's time."""
    with open_folder() as path:
        with embedded_server(path / "home"):
            pass
        yield path / "home"


@pytest.fixture
def new_home(folder: Path) -> Iterator[Path]:
    """A home that does not exist yet; its server must have been stopped when the test ends."""
    path = folder / "home"
    yield path
    data = (path / "data").resolve()
    left_running = running_pid(data)
    stop(data)
    assert left_running is None


@pytest.fixture
def home(new_home: Path, seed: Path) -> Path:
    """A home with a cluster of its own; its server must have been stopped when the test ends."""
    subprocess.run(["/bin/cp", "-a", seed, new_home], check=True)
    return new_home


@pytest.fixture
def wheel(request: pytest.FixtureRequest) -> Path:
    """The binaries in the wheel."""
    return _binaries(18, request.config)


@pytest.fixture(params=VERSIONS, ids=["wheel", "debian"])
def pg_bin(request: pytest.FixtureRequest) -> Path:
    """The binaries a test runs on: the wheel's, then Debian's."""
    return _binaries(request.param, request.config)


@pytest.fixture
def start_user() -> Iterator[StartUser]:
    """Starts processes that use the server of a home until they read a line or their input ends."""
    started: list[subprocess.Popen[str]] = []

    def start(home: Path) -> subprocess.Popen[str]:
        user = subprocess.Popen(
            [sys.executable, "-c", USE, str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(user)
        assert user.stdout
        assert user.stdout.readline() == "ready\n"
        return user

    yield start
    for user in started:
        user.send_signal(signal.SIGCONT)
        user.kill()
        user.communicate()


def _binaries(version: int, config: pytest.Config) -> Path:
    found = binaries(version)
    if found is None:
        component_missing(config, f"PostgreSQL {version} is not installed")
    return find_binaries(found)
