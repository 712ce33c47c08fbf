"""What an operator reads who asks for help, mistypes, or has something configured wrongly."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Hotcart

SLOW = ("aiogram", "aiohttp", "alembic", "asyncpg", "babel", "groq", "psycopg", "pydantic", "rich")


def test_help_names_every_command(hotcart: Hotcart) -> None:
    ran = hotcart("--help")
    assert ran.code == 0
    for command in (
        "chat",
        "serve",
        "migrate",
        "recover",
        "doctor",
        "eval",
        "tenant",
        "menu",
        "shop",
    ):
        assert f"\n  {command} " in ran.out
    assert "..." not in ran.out.partition("Commands:")[2]


def test_help_imports_nothing_slow() -> None:
    program = (
        "import sys; from bot.cli import main; sys.argv = ['hotcart', '--help']\n"
        "try: main()\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert not set(SLOW) & set(ran.stderr.split())


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("chat", "--loud"), ("tenant", "add"), ("menu", "import")]
)
def test_a_wrong_call_is_2_and_says_so(hotcart: Hotcart, arguments: tuple[str, ...]) -> None:
    ran = hotcart(*arguments)
    assert ran.code == 2
    assert "Error: " in ran.err


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("PORT", "high", "hotcart: PORT: Input should be a valid integer"),
        ("DATABASE_URL", "mysql://x", "hotcart: DATABASE_URL: must start with postgresql://"),
        (
            "DATABASE_URL",
            "postgresql://shop:secret@127.0.0.1:1/x",
            "hotcart: PostgreSQL: connection failed",
        ),
        ("PG_BIN", "nowhere", "hotcart: "),
    ],
)
def test_what_cannot_be_done_is_one_line_and_1(
    hotcart: Hotcart, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, says: str
) -> None:
    monkeypatch.setenv(variable, value)
    ran = hotcart("tenant", "list")
    assert ran.code == 1
    assert ran.out == ""
    complaint = ran.err.splitlines()[-1]
    assert complaint.startswith(says)
    assert "Traceback" not in ran.err
    assert "secret" not in ran.err


@pytest.mark.parametrize("name", ["", "x" * 65])
def test_a_customer_needs_a_name(hotcart: Hotcart, name: str) -> None:
    ran = hotcart("chat", "--as", name)
    assert (ran.code, ran.err) == (1, "hotcart: --as takes a name of 1 to 64 letters\n")


def test_a_script_that_cannot_be_read_is_named(hotcart: Hotcart) -> None:
    assert (
        hotcart("chat", "--script", "no.txt").err == "hotcart: no.txt: No such file or directory\n"
    )
    Path("bytes.txt").write_bytes(b"add 2 idly\n\xff\n")
    ran = hotcart("chat", "--script", "bytes.txt")
    assert ran.err == "hotcart: bytes.txt is not a text in UTF-8 (byte 11)\n"


def test_debugging_shows_where(hotcart: Hotcart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOTCART_DEBUG", "1")
    with pytest.raises(FileNotFoundError):
        hotcart("chat", "--script", "no.txt")
