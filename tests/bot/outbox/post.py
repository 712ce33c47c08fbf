"""The demo shop's outbox, its dispatcher, and customers whose orders go on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

import psycopg

from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.notify import TelegramNotifier
from bot.channels.telegram.pace import Pace
from bot.outbox import Dispatcher, NoticeWords
from bot.outbox.dispatcher import LEASE
from bot.pg import Postgres
from tests.bot.outbox.hurry import Hurry
from tests.bot.telegram.rig import SECRET, speech
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.fakes.telegram_person import Person
from tests.support.shop import Shop
from tests.support.turns import Caller, Document, line
from tools.kit.call import Json

STEP = """
with moved as (
  update cold.orders set status = %(status)s, event_seq = event_seq + 1 where order_id = %(order)s
  returning tenant_id, order_id, event_seq)
insert into cold.order_event (tenant_id, order_id, seq, status, actor, reason, at)
select tenant_id, order_id, event_seq, %(status)s, 'staff', %(reason)s, now() from moved
"""
NOTICES = """
select status, attempts, unsure, error, chat,
  round(extract(epoch from next_at - now()))::integer as seconds, lease_token is not null as leased
from cold.outbox where chat = %s or %s::text is null order by position
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A notice as the table has it; `seconds` until it may go."""

    status: str
    attempts: int
    unsure: bool
    error: str | None
    chat: str
    seconds: int
    leased: bool


@dataclass
class Customer:
    """Somebody with an order; `number` is what people call it."""

    person: Person
    order_id: UUID
    number: int
    post: "Post"

    @property
    def chat(self) -> int:
        """His chat with the bot."""
        return self.person.user_id

    @property
    def texts(self) -> list[str]:
        """What the bot's messages in the chat say now, oldest first."""
        return [message.text for message in self.person.bot.chats.of(self.chat)]

    def goes_on(self, status: str, reason: str | None = None) -> None:
        """Move his order a step on, as the shop does, with a notice to him."""
        db = self.post.db
        words = {"status": status, "order": self.order_id, "reason": reason}
        with db.transaction():
            db.execute(STEP, words)
            db.execute(
                "select app.notify_customer(tenant_id, order_id, 'order_status')"
                " from cold.orders where order_id = %s",
                (self.order_id,),
            )


@dataclass
class Post:
    """The outbox. `hurry` is the clock of the bots' pace."""

    dsn: str
    db: psycopg.Connection
    postgres: Postgres
    shop: Shop
    telegram: FakeTelegram
    bot: BotAccount
    tenant: UUID
    hurry: Hurry = field(default_factory=Hurry)
    more_bots: list[BotAccount] = field(default_factory=list)

    def customer(self, name: str = "Asha", *lines: Document, **facts: Json) -> Customer:
        """Somebody who has just ordered these lines, or two idlies."""
        person = self.telegram.person(self.bot, name)
        who = str(person.user_id)
        with Caller(self.dsn) as caller:
            caller.facts = {"channel": "telegram", "chat": who, "sender": who, **facts}
            caller.add_to_cart(list(lines) or [line("idly", 2)])
            caller.checkout()
            order = caller.choose_payment("cash").order
        assert order is not None
        return Customer(person, order.order_id, order.order_no, self)

    @asynccontextmanager
    async def notifier(self) -> AsyncIterator[TelegramNotifier]:
        """The shop's bots, at a pace that takes no time."""
        bots = [
            BotConfig("demo", self.tenant, bot.token, SECRET) for bot in (self.bot, *self.more_bots)
        ]
        made = TelegramNotifier(
            bots,
            speech,
            api_base=self.telegram.base,
            pace=lambda: Pace(self.hurry, self.hurry.pause),
        )
        try:
            yield made
        finally:
            await made.close()

    @asynccontextmanager
    async def dispatcher(self, *, lease: float = LEASE) -> AsyncIterator[Dispatcher]:
        """What delivers the shop's notices."""
        async with self.notifier() as notifier:
            yield Dispatcher(self.postgres, [notifier], NoticeWords(self.shop.rooms), lease=lease)

    async def deliver(self) -> None:
        """Deliver all that is due, as a process that has just started."""
        async with self.dispatcher() as dispatcher:
            await dispatcher.deliver_due()

    def time_passes(self) -> None:
        """Whatever waits for its time need not wait any longer, but for the end of the day."""
        self.db.execute(
            """update cold.outbox set next_at = now()
               where status = 'new' and topic <> 'daily_summary'"""
        )

    def notices(self, customer: Customer | None = None) -> list[Row]:
        """The notices of a chat, or all, in order."""
        chat = None if customer is None else str(customer.chat)
        return [Row(*row) for row in self.db.execute(NOTICES, (chat, chat)).fetchall()]

    def statuses(self, customer: Customer | None = None) -> list[str]:
        """How they stand."""
        return [row.status for row in self.notices(customer)]
