"""What a turn costs on the embedded server, fsync on, against the smallest call there is."""

import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles

from bot.pg import Postgres
from db.demo import load_demo
from db.embedded import embedded_server
from db.migrate import migrate
from tests.support.conversation import read_conversation
from tests.support.folders import open_folder
from tests.support.shop import open_shop

ROUNDS = 40


async def measure() -> list[str]:
    """Play seed 004 by ROUNDS customers and give the milliseconds of each kind of turn."""
    with open_folder() as folder, embedded_server(Path(folder) / "home") as server:
        migrate(server.dsn)
        load_demo(server.dsn)
        postgres = await Postgres.connect(server.dsn)
        try:
            floor = await _floor(postgres)
            by_tool = await _conversations(postgres)
        finally:
            await postgres.close()
    all_turns = [ms for turns in by_tool.values() for ms in turns]
    return [
        f"reading the directory median {floor:6.2f} ms   x 1.0",
        *(
            f"{tool:21} median {median(turns):6.2f} ms   x {median(turns) / floor:.1f}"
            for tool, turns in by_tool.items()
        ),
        f"{'all turns':21} median {median(all_turns):6.2f} ms"
        f"   p95 {quantiles(all_turns, n=20)[-1]:.2f} ms",
    ]


async def _floor(postgres: Postgres) -> float:
    times = []
    for _ in range(200):
        began = time.perf_counter()
        await postgres.call("list_tenants")
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


async def _conversations(postgres: Postgres) -> dict[str, list[float]]:
    shop = await open_shop(postgres)
    by_tool: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        person = shop.person()
        for exchange in read_conversation("seed_004"):
            reply = await person.says(exchange.customer)
            by_tool[reply.calls[0].tool].append(reply.server_ms)
    return by_tool
