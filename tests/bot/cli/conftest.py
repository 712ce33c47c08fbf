"""The command line as an operator runs it, with nothing configured but what a test sets."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bot.cli import main
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has ended: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Hotcart = Callable[..., Ran]


@pytest.fixture
def hotcart(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Hotcart:
    """Run a command in an empty folder; `stdin` is what is typed at it."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["hotcart", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        # sys.exit(text) prints the text and exits with 1, but only when nothing catches it.
        if isinstance(ended.value.code, str):
            return Ran(1, out, f"{err}{ended.value.code}\n")
        return Ran(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def shopkeeper(hotcart: Hotcart, monkeypatch: pytest.MonkeyPatch, dsn: str) -> Hotcart:
    """The same, with DATABASE_URL set to a database that holds the demo shop."""
    monkeypatch.setenv("DATABASE_URL", dsn)
    return hotcart
