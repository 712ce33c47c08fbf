"""Notices in a terminal chat: said to the one who sits there, before the next prompt."""

import io

import psycopg
import pytest
from rich.console import Console

from bot.channels.console.notify import ConsoleNotifier
from bot.channels.console.screen import Screen
from bot.outbox import Dispatcher, NoticeWords
from bot.pg import Postgres
from tests.speech import PlainSpeech
from tests.support.shop import Shop
from tests.support.turns import Caller, line


@pytest.fixture
def paper() -> io.StringIO:
    """What is on the screen."""
    return io.StringIO()


@pytest.fixture
def dispatcher(shop: Shop, postgres: Postgres, paper: io.StringIO) -> Dispatcher:
    """What delivers to Asha at the demo shop's terminal."""
    screen = Screen(Console(file=paper, width=80), lambda language: PlainSpeech())
    tenant = shop.rooms.tenants["demo"].tenant_id
    notifier = ConsoleNotifier(tenant, "asha", screen)
    return Dispatcher(postgres, [notifier], NoticeWords(shop.rooms))


async def test_asha_is_told_of_her_order_and_ravi_waits_for_his_visit(
    dsn: str, db: psycopg.Connection, dispatcher: Dispatcher, paper: io.StringIO
) -> None:
    for who in ("asha", "ravi"):
        with Caller(dsn, who) as caller:
            caller.facts = {"channel": "console"}
            caller.add_to_cart([line("idly")])
            caller.checkout()
            caller.choose_payment("cash")
    await dispatcher.deliver_due()
    assert paper.getvalue().startswith("Order #1 is placed.")
    await dispatcher.deliver_due()
    assert paper.getvalue().count("Order #") == 1
    notices = db.execute("select chat, status, attempts from cold.outbox order by 1").fetchall()
    assert notices == [("asha", "sent", 1), ("ravi", "new", 0)]
