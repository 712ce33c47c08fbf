"""A sender that is killed loses nothing, and doubles at most what it had under way.

`make bench ARGS=outbox` does the same with fifty kills.
"""

from asyncio.subprocess import Process
from collections.abc import AsyncIterator

import pytest

from tests.bot.outbox.kills import WIDTH, nursery, send_and_kill

MESSAGES = 120
KILLS = 6
# The broken variant loses some in most runs.
RUNS = 5


@pytest.fixture(scope="module")
async def senders() -> AsyncIterator[Process]:
    """Where senders come from."""
    async with nursery() as process:
        yield process


async def test_kills_lose_nothing_and_double_at_most_what_was_under_way(
    senders: Process, dsn: str
) -> None:
    outcome = await send_and_kill(senders, dsn, messages=MESSAGES, kills=KILLS)
    assert (outcome.lost, outcome.out_of_order) == (0, 0)
    assert outcome.doubled <= KILLS * WIDTH


async def test_marking_first_loses_some(senders: Process, dsn: str) -> None:
    for seed in range(RUNS):
        outcome = await send_and_kill(
            senders, dsn, messages=MESSAGES, kills=KILLS, how="marks-first", seed=seed
        )
        if outcome.lost:
            return
    pytest.fail("nothing was lost")
