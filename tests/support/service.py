"""A shop at work in Telegram: customers and rooms, turns and notices, in everybody's language."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import psycopg

from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.notify import TelegramNotifier
from bot.channels.telegram.pace import Pace
from bot.outbox import Dispatcher, NoticeWords
from bot.pg import Postgres
from bot.speech import Voices
from tests.bot.outbox.hurry import Hurry
from tests.bot.telegram.rig import SECRET
from tests.fakes.telegram_chat import Message
from tests.fakes.telegram_person import Person
from tests.support.back_office import GROUP, TOPICS, BackOffice, back_office, bind
from tests.support.life import move
from tests.support.shop import Shop

LAST = "select order_id from cold.orders order by created_at desc, order_no desc limit 1"


@dataclass
class Service:
    """The shop's people and its outbox."""

    office: BackOffice
    shop: Shop
    postgres: Postgres

    @asynccontextmanager
    async def dispatcher(self) -> AsyncIterator[Dispatcher]:
        """What delivers its notices, at a pace that takes no time."""
        tenant, voices, hurry = self.shop.rooms.tenants["demo"], Voices(), Hurry()
        notifier = TelegramNotifier(
            [BotConfig(tenant.slug, tenant.tenant_id, self.office.bot.token, SECRET)],
            lambda _, language: voices(language, tenant),
            api_base=self.office.telegram.base,
            pace=lambda: Pace(hurry, hurry.pause),
        )
        try:
            yield Dispatcher(self.postgres, [notifier], NoticeWords(self.shop.rooms))
        finally:
            await notifier.close()

    async def deliver(self) -> None:
        """Deliver all that is due, as a process that has just started."""
        async with self.dispatcher() as dispatcher:
            await dispatcher.deliver_due()

    def room(self, kind: str) -> list[str]:
        """What the bot's messages in a room say now, oldest first, without its board."""
        return [one.text for one in self.messages(kind) if not one.text.startswith("Open:")]

    def messages(self, kind: str) -> list[Message]:
        """All of the bot's messages in a room."""
        return [one for one in self.office.bot.chats.of(GROUP) if one.topic == TOPICS[kind]]

    def last_order(self) -> UUID:
        """The order that was placed last."""
        row = self.office.db.execute(LAST).fetchone()
        assert row is not None
        order: UUID = row[0]
        return order

    async def orders(self, person: Person, words: str = "2 idly") -> UUID:
        """Let a customer order this to take away, and pay cash."""
        for said in (words, "takeaway"):
            await person.says(said)
        await person.presses("Cash")
        return self.last_order()

    async def hands_over(self, order: UUID) -> None:
        """Let the shop make an order and hand it over, and tell everybody."""
        move(self.office.db, order, "ready")
        move(self.office.db, order, "completed")
        await self.deliver()


@asynccontextmanager
async def at_work(
    shop: Shop, db: psycopg.Connection, postgres: Postgres, *rooms: str
) -> AsyncIterator[Service]:
    """The demo shop with these rooms."""
    for kind in rooms:
        bind(db, kind)
    async with back_office(shop, db) as office:
        yield Service(office, shop, postgres)
