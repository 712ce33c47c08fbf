"""The board of a room is right in the end, whenever the senders that keep it are killed."""

import asyncio
import os
import random
import signal

import psycopg

from tests.bot.outbox.kills import LEASE, PATIENCE, nursery, start
from tests.bot.outbox.nursery import TOKEN
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.support.life import move, place
from tests.support.open_rooms import open_room
from tests.support.turns import Caller, line

KITCHEN = -1
KILLS = 6
MOST_TURNS = 200
DUE = "select count(*) from cold.outbox where status = 'new' and next_at <= now() and chat = %s"


async def test_a_killed_sender_leaves_the_board_right(dsn: str, db: psycopg.Connection) -> None:
    chance = random.Random(7)  # noqa: S311
    open_room(db, "kitchen", str(KITCHEN))
    numbers = []
    async with FakeTelegram() as telegram, nursery() as senders:
        bot = telegram.bot(TOKEN)
        job = [dsn, telegram.base, LEASE, 4, "in-words"]
        with Caller(dsn) as asha:
            for kill in range(KILLS):
                sender = await start(senders, job)
                placed = await asyncio.to_thread(place, asha, line("idly", 2))
                if kill % 2:
                    move(db, placed.order_id, "ready")
                else:
                    numbers.append(placed.order_no)
                await telegram.until_called("sendMessage", kill + 1)
                for _ in range(chance.randrange(MOST_TURNS)):
                    await asyncio.sleep(0)
                os.kill(sender, signal.SIGKILL)
        last = await start(senders, job)
        await nothing_due(db)
        os.kill(last, signal.SIGKILL)
    shown = boards(bot)
    assert [row.split()[0] for row in shown[-1].splitlines()[1:]] == [f"#{one}" for one in numbers]
    # A first board whose sender was killed may be there twice.
    assert len(shown) <= 1 + KILLS


def boards(bot: BotAccount) -> list[str]:
    """The boards in the kitchen."""
    return [one.text for one in bot.chats.of(KITCHEN) if one.text.startswith("Open:")]


async def nothing_due(db: psycopg.Connection) -> None:
    """Wait until the kitchen has been told all there is to tell now."""
    async with asyncio.timeout(PATIENCE):
        while db.execute(DUE, (str(KITCHEN),)).fetchone() != (0,):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(LEASE / 20)
