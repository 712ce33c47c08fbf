"""`hotcart outbox` and the doctor: notices that could not be delivered, and the remedy."""

import psycopg
import pytest

from tests.bot.cli.conftest import Hotcart
from tests.support.turns import Caller, line


@pytest.fixture
def notice(dsn: str, db: psycopg.Connection) -> None:
    """One that waits in Telegram."""
    with Caller(dsn) as asha:
        asha.facts = {"channel": "telegram"}
        asha.add_to_cart([line("idly")])
        asha.checkout()
        asha.choose_payment("cash")


@pytest.fixture
def dead(notice: None, db: psycopg.Connection) -> None:
    """The same, given up."""
    db.execute("update cold.outbox set status = 'dead', attempts = 3, error = 'bot was blocked'")


def doctor(shopkeeper: Hotcart) -> str:
    """What the doctor says, in one line."""
    return " ".join(shopkeeper("doctor").out.split())


@pytest.mark.usefixtures("dead")
def test_the_dead_are_listed_counted_and_tried_again(
    shopkeeper: Hotcart, db: psycopg.Connection
) -> None:
    listed = " ".join(shopkeeper("outbox", "list").out.split())
    assert "demo telegram order_placed #1 3" in listed
    assert "blocked" in listed
    said = doctor(shopkeeper)
    assert "wrong Notices 1 could not be" in said
    assert "hotcart outbox" in said

    ran = shopkeeper("outbox", "retry")
    assert (ran.code, ran.out.split(".")[0]) == (0, "Notices that are tried again: 1")
    assert db.execute("select status, attempts from cold.outbox").fetchall() == [("new", 0)]
    assert "on its way" in shopkeeper("outbox", "list").out


@pytest.mark.usefixtures("notice")
def test_what_nobody_delivers_is_seen(shopkeeper: Hotcart, db: psycopg.Connection) -> None:
    assert "ok Notices" in doctor(shopkeeper)
    db.execute("update cold.outbox set next_at = now() - interval '11 minutes'")
    assert "- Notices 1 have waited" in doctor(shopkeeper)
