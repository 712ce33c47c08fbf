"""Kills senders at random moments while notices go out, and counts what came of the notices."""

import asyncio
import json
import os
import random
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.bot.outbox.nursery import TOKEN
from tests.fakes.telegram import ApiCall, FakeTelegram

ROOT = Path(__file__).parents[3]
WIDTH = 4
CHATS = 40
LEASE = 1.0
# Turns of the loop between a message and the kill: the sender may be anywhere in its work then.
MOST_TURNS = 60
PATIENCE = 60.0
FILL = """
insert into cold.outbox (tenant_id, topic, dedupe_key, payload, channel, chat, created_at)
select t.tenant_id, 'test', %(run)s || n, jsonb_build_object('text', (n %% %(chats)s) || ' ' || n),
       'telegram', (n %% %(chats)s)::text, now()
from cold.tenants t, generate_series(1, %(messages)s) n order by n.n
"""


@dataclass
class Outcome:
    """What a run came to. `kills` were done; texts that arrived, in order."""

    messages: int
    kills: int = 0
    arrived: list[str] = field(default_factory=list)

    @property
    def lost(self) -> int:
        """How many never arrived."""
        return self.messages - len(set(self.arrived))

    @property
    def doubled(self) -> int:
        """How many copies too many arrived."""
        return len(self.arrived) - len(set(self.arrived))

    @property
    def out_of_order(self) -> int:
        """How many arrived for the first time after a later one of their chat."""
        latest: Counter[str] = Counter()
        wrong = 0
        for text in dict.fromkeys(self.arrived):
            chat, number = text.split()
            wrong += int(number) < latest[chat]
            latest[chat] = max(latest[chat], int(number))
        return wrong


async def send_and_kill(
    senders: Process, dsn: str, *, messages: int, kills: int, how: str = "as-it-is", seed: int = 0
) -> Outcome:
    """Send so many messages with so many kills spread over them, and let the last sender end it."""
    chance = random.Random(seed)  # noqa: S311
    outcome = Outcome(messages)
    # However many a broken sender loses, the last of these is reached.
    moments = sorted(chance.sample(range(1, messages - kills * WIDTH), kills))
    reached = asyncio.Event()

    async def heed(call: ApiCall) -> None:
        outcome.arrived.append(call.params["text"])
        if outcome.kills < kills and len(outcome.arrived) >= moments[outcome.kills]:
            reached.set()

    with psycopg.connect(dsn, autocommit=True) as db:
        db.execute(FILL, {"chats": CHATS, "messages": messages, "run": f"{how} {seed} "})
        async with FakeTelegram() as telegram:
            telegram.bot(TOKEN)
            telegram.heeded = heed
            job = [dsn, telegram.base, LEASE, WIDTH, how]
            while outcome.kills < kills:
                sender = await start(senders, job)
                async with asyncio.timeout(PATIENCE):
                    await reached.wait()
                for _ in range(chance.randrange(MOST_TURNS)):
                    await asyncio.sleep(0)
                os.kill(sender, signal.SIGKILL)
                outcome.kills += 1
                reached.clear()
            sender = await start(senders, job)
            await all_marked(db)
            os.kill(sender, signal.SIGKILL)
    return outcome


@asynccontextmanager
async def nursery() -> AsyncIterator[Process]:
    """Where senders come from."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bot.outbox.nursery"),
        cwd=ROOT,
        stdin=PIPE,
        stdout=PIPE,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def start(senders: Process, job: Sequence[object]) -> int:
    """Start a sender once the last is dead; its process id."""
    assert senders.stdin is not None
    assert senders.stdout is not None
    senders.stdin.write(f"{json.dumps(job)}\n".encode())
    async with asyncio.timeout(PATIENCE):
        return int(await senders.stdout.readline())


async def all_marked(db: psycopg.Connection) -> None:
    """Wait until no notice waits any more."""
    waiting = "select count(*) from cold.outbox where status = 'new'"
    async with asyncio.timeout(PATIENCE):
        while db.execute(waiting).fetchone() != (0,):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(LEASE / 20)
