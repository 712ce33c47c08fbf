"""Lunch at the demo shop: guests with Telegram in hand, staff, the post and the web server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from types import TracebackType
from typing import Self

import psycopg
from aiohttp import ClientSession
from psycopg import sql

from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.notify import TelegramNotifier
from bot.channels.telegram.pace import Pace
from bot.outbox import Dispatcher, NoticeWords
from bot.pg import Postgres
from bot.receipts import receipt_routes
from bot.till import Till
from bot.turn import take_turn
from tests.bot.telegram.rig import SECRET, Pauses, speech, webhook
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.fakes.telegram_person import Person
from tests.support.shop import Person as Member
from tests.support.shop import Shop, open_shop
from tests.support.staff import grant
from tools.kit.call import Json

PUBLIC_URL = "https://shop.example"
NOON = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
"""A Monday, 12:30 in Kolkata."""


class Clocked:
    """The bot's own door to a database in which it is the time the test says."""

    def __init__(self, dsn: str, db: psycopg.Connection, now: datetime) -> None:
        self._dsn = dsn
        self._db = db
        self.now = now

    async def __aenter__(self) -> Self:
        self.postgres = await self._open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.postgres.close()

    async def call(self, function: str, *args: object) -> Json:
        """As Postgres has it."""
        return await self.postgres.call(function, *args)

    async def pass_by(self, time: timedelta) -> None:
        """Let it be so much later; nothing may be under way."""
        self.now += time
        await self.postgres.close()
        self.postgres = await self._open()

    async def _open(self) -> Postgres:
        """Connections have the time at which they were opened."""
        name, at = sql.Identifier(self._db.info.dbname), sql.Literal(self.now.isoformat())
        self._db.execute(sql.SQL("alter database {} set app.fake_now = {}").format(name, at))
        return await Postgres.connect(self._dsn, trust_unsafe=True)


@dataclass
class Lunch:
    """The shop, its bot, its staff and its post. `address` is where its web server is."""

    db: psycopg.Connection
    clock: Clocked
    telegram: FakeTelegram
    bot: BotAccount
    shop: Shop
    staff: Member
    post: TelegramNotifier
    address: str

    def guest(self, name: str) -> Person:
        """Somebody with Telegram in hand."""
        return self.telegram.person(self.bot, name)

    async def deliver(self) -> None:
        """Deliver every notice that is due."""
        words = NoticeWords(self.shop.rooms)
        await Dispatcher(self.clock.postgres, [self.post], words).deliver_due()

    async def opens(self, link: str) -> str:
        """The page behind a link of ours, fetched over HTTP."""
        address = link.replace(PUBLIC_URL, self.address)
        async with ClientSession() as client, client.get(address) as answer:
            assert answer.status == 200
            return await answer.text()


@asynccontextmanager
async def lunch_at(dsn: str, db: psycopg.Connection) -> AsyncIterator[Lunch]:
    """Lunch at the demo shop as it is in the database; its staff is Ravi, an owner."""
    grant(db, "ravi", "owner")
    async with Clocked(dsn, db, NOON) as clock, FakeTelegram() as telegram:
        opened = await open_shop(clock, lambda: clock.now)
        shop = Shop(replace(opened.rooms, public_url=PUBLIC_URL), opened.names)
        tenant = shop.rooms.tenants["demo"]
        bot = telegram.bot("111:AAA-token")
        config = BotConfig(tenant.slug, tenant.tenant_id, bot.token, SECRET)
        take, till = partial(take_turn, rooms=shop.rooms), Till(shop.rooms)
        pages = receipt_routes(shop.rooms)
        post = TelegramNotifier(
            [config], speech, api_base=telegram.base, pace=lambda: Pace(pause=Pauses())
        )
        try:
            async with webhook(telegram, take, Pauses(), config, till=till, pages=pages) as address:
                yield Lunch(db, clock, telegram, bot, shop, shop.member("ravi"), post, address)
        finally:
            await post.close()
