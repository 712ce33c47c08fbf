"""What the tests of the outbox share: the demo shop's, before a Bot API on loopback."""

import psycopg
import pytest

from bot.pg import Postgres
from tests.bot.outbox.post import Post
from tests.bot.telegram.conftest import bot, close_at_once, telegram
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.support.shop import Shop

__all__ = ["bot", "close_at_once", "telegram"]


@pytest.fixture
def post(
    dsn: str,
    db: psycopg.Connection,
    postgres: Postgres,
    shop: Shop,
    telegram: FakeTelegram,
    bot: BotAccount,
) -> Post:
    """The demo shop's outbox."""
    tenant = shop.rooms.tenants["demo"].tenant_id
    return Post(dsn, db, postgres, shop, telegram, bot, tenant)
