"""`hotcart orders receipt`: a file to print, and why there is none."""

from pathlib import Path

import psycopg
import pytest

from bot.locales import load
from tests.bot.cli.conftest import Hotcart
from tests.support.life import move, place
from tests.support.turns import Caller


@pytest.fixture
def completed(dsn: str, db: psycopg.Connection) -> None:
    """Order #1, completed."""
    with Caller(dsn) as asha:
        order = place(asha)
    move(db, order.order_id, "ready")
    move(db, order.order_id, "completed")


@pytest.mark.usefixtures("completed")
def test_it_is_written_and_the_next_is_a_copy(shopkeeper: Hotcart, tmp_path: Path) -> None:
    file = tmp_path / "r.html"
    ran = shopkeeper("orders", "receipt", "1", "--out", str(file))
    assert (ran.code, ran.out.split(" is in ")[0]) == (0, "Receipt 1")
    assert "<td>Total</td><td>₹240</td>" in file.read_text("utf-8")
    assert '<p class="copy">' not in file.read_text("utf-8")
    ran = shopkeeper("orders", "receipt", "1", "--out", str(file))
    assert ran.out.startswith("Receipt 1 (copy 2) is in ")
    assert '<p class="copy">Copy 2</p>' in file.read_text("utf-8")


@pytest.mark.usefixtures("completed")
def test_it_is_in_the_shops_own_language(
    shopkeeper: Hotcart, db: psycopg.Connection, tmp_path: Path
) -> None:
    db.execute("update cold.tenants set language = 'hi'")
    file = tmp_path / "r.html"
    assert shopkeeper("orders", "receipt", "1", "--out", str(file)).code == 0
    hindi = load("hi")
    assert hindi is not None
    assert f"<td>{hindi.gettext('Total')}</td><td>₹240</td>" in file.read_text("utf-8")


@pytest.mark.usefixtures("completed")
@pytest.mark.parametrize("args", [("2",), ("1", "--day", "2020-01-01")])
def test_there_is_none(shopkeeper: Hotcart, tmp_path: Path, args: tuple[str, ...]) -> None:
    ran = shopkeeper("orders", "receipt", *args, "--out", str(tmp_path / "r.html"))
    assert ran.code == 1
    assert "there is no such order" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "r.html").exists()


def test_it_is_not_paid_yet(shopkeeper: Hotcart, dsn: str, tmp_path: Path) -> None:
    with Caller(dsn) as asha:
        place(asha)
    ran = shopkeeper("orders", "receipt", "1", "--out", str(tmp_path / "r.html"))
    assert ran.code == 1
    assert "no receipt of order 1: it is placed, and neither completed nor paid" in ran.err
