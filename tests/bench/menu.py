"""What menus cost: memory a shop, the first touch of a shop, and finding a dish."""

import asyncio
import gc
import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TypeVar
from uuid import UUID

from bot.pg import Postgres
from bot.preloader import MEGABYTE, Preloader
from db.demo import load_demo
from db.embedded import embedded_server
from db.migrate import migrate
from tests.bench.many_shops import open_shops
from tests.support.folders import open_folder
from tests.support.menus import columns_of, items_of, menu_document
from tools.kit.call import Json
from tools.kit.turn import Tenant
from tools.menu import Menu, find
from tools.menu.normalise import vocabulary

SHOPS = 1000
# Megabytes: room for every shop's menu, and for a third of them.
ROOMY, BOUND = 4096, 64
LARGE = 10_000
WARMING = 20
QUERIES = {
    "exact": "masala dosa",
    "as it sounds": "masala thosai",
    "typing error": "chiken briyani",
    "in a sentence": "2 plates of medhu wada",
    "with options": "spicy masala dosa without onion",
    "ambiguous": "dosa",
    "missing": "pizza",
    "far off": "antifreeze",
}
# What a large menu has of every dish.
KINDS = tuple(
    sorted(
        vocabulary(
            "Andhra Bombay Chettinad Classic Coorg Deluxe Executive Family Festive Garden Golden"
            " Grand Home Hyderabad Jumbo Kerala Konkan Madras Malabar Mini Mughlai Punjab Royal"
            " Schezwan Special Tandoor Udupi Village"
        )
    )
)
T = TypeVar("T")


def measure() -> list[str]:
    """Everything, each memory measurement in a process of its own."""
    with open_folder() as folder, embedded_server(Path(folder) / "home") as server:
        migrate(server.dsn)
        load_demo(server.dsn)
        document = menu_document(server.dsn)
        began = time.perf_counter()
        shops = open_shops(server.dsn, SHOPS)
        filled = time.perf_counter() - began
        roomy = _alone(_touch, server.dsn, shops, ROOMY)
        bound = _alone(_touch, server.dsn, shops, BOUND)
    return [
        f"{SHOPS} shops, each with 365 dishes in words of its own, filled in {filled:.0f} s;"
        " a first touch is load_menu, its JSON and the index",
        *roomy.lines("all kept"),
        *bound.lines(f"bound {BOUND} MB"),
        *_look_ups(Menu.parse(document)),
        *_look_ups(Menu.parse(large(document))),
    ]


@dataclass(frozen=True, slots=True)
class Touched:
    """What touching every shop once has cost.

    Bytes resident, by the menus' own account, and before the first touch; milliseconds of every
    first touch by the clock, and of this process alone.
    """

    resident: int
    held: int
    kept: int
    idle: int
    times: list[float]
    own_times: list[float]

    def lines(self, title: str) -> list[str]:
        """The figures in words."""
        slow = quantiles(self.times, n=20)[-1]
        return [
            f"{title}: {self.kept} menus kept, {self.resident / MEGABYTE:.0f} MB resident,"
            f" {self.held / MEGABYTE:.0f} MB by their own account,"
            f" {self.resident / 1024 / self.kept:.0f} KB a menu kept",
            f"{title}: before the first touch {self.idle / SHOPS:.0f} bytes a shop;"
            f" first touch median {median(self.times):.1f} ms, best {min(self.times):.1f} ms,"
            f" p95 {slow:.1f} ms; at work in this process median {median(self.own_times):.1f} ms,"
            f" best {min(self.own_times):.1f} ms",
        ]


def _touch(dsn: str, shops: list[UUID], megabytes: int) -> Touched:
    return asyncio.run(_touch_all(dsn, shops, megabytes))


async def _touch_all(dsn: str, shops: list[UUID], megabytes: int) -> Touched:
    """Touch every shop once, after some for what the process itself needs."""
    postgres = await Postgres.connect(dsn, trust_unsafe=True)
    warming = Preloader(postgres)
    for shop in shops[:WARMING]:
        await warming.get(_tenant(shop))
    warming.forget_all()
    gc.collect()
    menus = Preloader(postgres, max_bytes=megabytes * MEGABYTE)
    empty = _resident()
    tenants = [_tenant(shop) for shop in shops]
    before = _resident()
    times, own_times = [], []
    for tenant in tenants:
        began, own = time.perf_counter(), time.process_time()
        await menus.get(tenant)
        own_times.append((time.process_time() - own) * 1000)
        times.append((time.perf_counter() - began) * 1000)
    gc.collect()
    resident = _resident() - before
    await postgres.close()
    kept = menus.held_menus
    return Touched(resident, menus.held_bytes, kept, before - empty, times, own_times)


def _tenant(tenant_id: UUID) -> Tenant:
    return Tenant(tenant_id, str(tenant_id), "Shop", "INR", "Asia/Kolkata", "en")


def _resident() -> int:
    """Bytes of memory this process has from the system."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _alone(job: Callable[..., T], *args: object) -> T:
    """Run a job in a new process."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(job, *args).result()


def _look_ups(menu: Menu) -> list[str]:
    """Milliseconds to find a dish."""
    times = {kind: _find_ms(menu, words) for kind, words in QUERIES.items()}
    whole = _ms(lambda: [item.category for item in menu.items])
    return [
        f"{len(menu.items)} dishes, {menu.size / 1024:.0f} KB: find median"
        f" {median(times.values()):.3f} ms, worst {max(times.values()):.3f} ms;"
        f" reading all dishes {whole:.3f} ms",
        *(f"    {kind:14} {QUERIES[kind]!r:35} {ms:.3f} ms" for kind, ms in times.items()),
    ]


def _find_ms(menu: Menu, words: str) -> float:
    return _ms(lambda: find(menu, words))


def _ms(job: Callable[[], object]) -> float:
    times = []
    for _ in range(100):
        began = time.perf_counter()
        job()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def large(document: Json) -> Json:
    """The demo menu with every dish in several kinds."""
    assert isinstance(document, dict)
    items = items_of(document)
    return {**document, "items": columns_of([_kind(items, number) for number in range(LARGE)])}


def _kind(items: list[dict[str, Json]], number: int) -> dict[str, Json]:
    turn, place = divmod(number, len(items))
    item = items[place]
    aliases = item["aliases"]
    assert isinstance(aliases, list)
    kind = KINDS[turn]
    return {
        **item,
        "no": number + 1,
        "id": f"{item['id']}_{turn}",
        "name": f"{kind} {item['name']}",
        "aliases": [f"{kind} {alias}" for alias in aliases],
    }
