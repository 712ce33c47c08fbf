"""Fifty hard kills of the sender while 1,500 notices go out, and the variant that loses some."""

import asyncio
import time

from tests.bot.outbox.kills import WIDTH, Outcome, nursery, send_and_kill
from tests.support.folders import quick_folder
from tests.support.servers import running_server

MESSAGES = 1500
KILLS = 50


def measure() -> list[str]:
    """What was lost and doubled, with the lease and with the mark before the sending."""
    told = [f"{MESSAGES} notices, {KILLS} kills of a sender with {WIDTH} under way"]
    with quick_folder() as folder, running_server(18, folder / "home") as server:
        for how in ("as-it-is", "marks-first"):
            with server.database() as dsn:
                began = time.perf_counter()
                outcome = asyncio.run(_run(dsn, how))
            told.append(
                f"{how:12} lost {outcome.lost:3}   doubled {outcome.doubled:3}"
                f"   out of order {outcome.out_of_order:3}   {time.perf_counter() - began:.0f} s"
            )
    return told


async def _run(dsn: str, how: str) -> Outcome:
    async with nursery() as senders:
        return await send_and_kill(senders, dsn, messages=MESSAGES, kills=KILLS, how=how)
