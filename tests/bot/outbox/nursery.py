"""Senders that are there to be killed.

Every line on standard input, a JSON list of what `send` takes, waits for the last sender to be dead
and starts another, whose process id is the answer. They are forked, so each is at work at once.
"""

import asyncio
import json
import os
import sys
from uuid import UUID

from bot.channels.notifier import Notifier
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.notify import TelegramNotifier
from bot.channels.telegram.pace import Pace
from bot.outbox import Dispatcher, NoticeWords
from bot.outbox.delivery import Delivery, Words
from bot.pg import Postgres
from tests.bot.outbox.hurry import Hurry
from tests.bot.telegram.rig import SECRET, speech
from tests.support.shop import open_shop
from tools.kit.notice import Notice, Told

TOKEN = "111:AAA-token"  # noqa: S105
LOOK = 0.1


class MarksFirst(Delivery):
    """The broken variant: what is marked as sent and then not sent is lost."""

    async def attempt(self, notifier: Notifier, notice: Notice) -> None:
        """Mark the notice, then send it."""
        await self._mark("mark_notice_sent", notice)
        await notifier.deliver(notice, words(notice))


def words(notice: Notice) -> Told:
    """What the test wrote into the notice."""
    return Told(str(notice.payload["text"]))


async def send(dsn: str, api_base: str, lease: float, width: int, how: str) -> None:
    """Deliver until killed: what the test wrote or, "in-words", what people read."""
    postgres = await Postgres.connect(dsn, size=2, trust_unsafe=True)
    listed = await postgres.call("list_tenants")
    assert isinstance(listed, list)
    bots = [
        BotConfig("demo", UUID(str(shop["tenant_id"])), TOKEN, SECRET)
        for shop in listed
        if isinstance(shop, dict)
    ]
    hurry = Hurry()
    telegram = TelegramNotifier(
        bots, speech, api_base=api_base, pace=lambda: Pace(hurry, hurry.pause)
    )
    told: Words = words
    if how == "in-words":
        told = NoticeWords((await open_shop(postgres)).rooms)
    dispatcher = Dispatcher(postgres, [telegram], told, at_once=width, lease=lease)
    if how == "marks-first":
        dispatcher._delivery = MarksFirst(postgres, words, lease=lease)
    await dispatcher.run(every=LOOK)


def main() -> None:
    """Start senders as long as somebody asks for them."""
    child = 0
    for line in sys.stdin:
        if child:
            os.waitpid(child, 0)
        child = os.fork()
        if child == 0:
            asyncio.run(send(*json.loads(line)))
            os._exit(0)
        print(child, flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
