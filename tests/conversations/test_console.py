"""Seed 004 through `hotcart chat --script --json`: an empty folder, nothing configured."""

import json
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from db.embedded import embedded_server
from tests.conftest import VERSIONS, component_missing
from tests.conversations.final_state import assert_final_state
from tests.support.conversation import read_conversation
from tests.support.servers import binaries


def hotcart(*arguments: str, home: Path, pg_bin: Path) -> "subprocess.CompletedProcess[str]":
    """Run the command line with an environment that configures a home and nothing else."""
    return subprocess.run(
        [Path(sys.executable).with_name("hotcart"), *arguments],
        env={
            "HOTCART_HOME": str(home),
            "PG_BIN": str(pg_bin),
            "PATH": "/usr/bin:/bin",
            "HOME": str(home),
        },
        cwd=home.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: f"pg{version}")
def test_seed_004(version: int, folder: Path, request: pytest.FixtureRequest) -> None:
    programs = binaries(version)
    if programs is None:
        component_missing(request.config, f"PostgreSQL {version} is not installed")
        return
    home = folder / "home"
    exchanges = read_conversation("seed_004")
    script = folder / "script.txt"
    script.write_text("".join(f"{exchange.customer}\n" for exchange in exchanges), encoding="utf-8")

    ran = hotcart(
        "chat", "--tenant", "demo", "--script", str(script), "--json", home=home, pg_bin=programs
    )

    assert ran.returncode == 0, ran.stderr
    turns = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [turn["text"] for turn in turns] == [exchange.customer for exchange in exchanges]
    for turn, exchange in zip(turns, exchanges, strict=True):
        assert all(piece in turn["reply"] for piece in exchange.bot), turn["reply"]
        assert turn["cart"]["total"] == exchange.total
        order = turn["order"]
        placed = (
            f"{order['total']} {order['order_type']} {order['payment_method']}" if order else None
        )
        assert placed == exchange.order
        assert turn["llm"]["calls"] == 0
    with embedded_server(home, pg_bin=programs) as server, psycopg.connect(server.dsn) as db:
        assert_final_state(db)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: f"pg{version}")
def test_a_language_is_kept_when_the_program_starts_again(
    version: int, folder: Path, request: pytest.FixtureRequest
) -> None:
    programs = binaries(version)
    if programs is None:
        component_missing(request.config, f"PostgreSQL {version} is not installed")
        return
    script = folder / "script.txt"
    said = []
    for lines in (("/language", "!press தமிழ்", "2 idly", "!press கார்ட் பார்"), ("/cart",)):
        script.write_text("\n".join(lines), encoding="utf-8")
        ran = hotcart("chat", "--script", str(script), home=folder / "home", pg_bin=programs)
        assert ran.returncode == 0, ran.stderr
        said.append(ran.stdout.partition("> /cart")[2] or ran.stdout)
    first, second = said
    assert "Which language" in first
    assert "2x Idly கார்ட்டில் சேர்த்துவிட்டோம்!" in first
    assert "உங்கள் கார்ட்: 2x Idly (₹80). மொத்தம்: ₹80." in second
    assert "Total" not in second, "nor does the table beside it speak another"
