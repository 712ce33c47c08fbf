"""What a menu costs in memory, and finding a dish in it."""

import gc
import time
import tracemalloc
from pathlib import Path
from statistics import median

from db.demo import load_demo
from db.embedded import embedded_server
from db.migrate import migrate
from tests.support.folders import open_folder
from tests.support.menus import menu_document
from tools.menu import Menu, find

WORDS = ("idly", "masala dosai", "2 plates of medhu wada", "chiken briyani", "pizza", "dosa")


def measure() -> list[str]:
    """Memory of the 365-item menu, and the milliseconds of a look-up."""
    with open_folder() as folder, embedded_server(Path(folder) / "home") as server:
        migrate(server.dsn)
        load_demo(server.dsn)
        document = menu_document(server.dsn)
    gc.collect()
    tracemalloc.start()
    menu = Menu.parse(document)
    find(menu, "idly")
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return [
        f"{len(menu.items)} dishes in memory: {held / 1024:.0f} KB",
        *(f"find {words!r:28} median {_find_ms(menu, words):.3f} ms" for words in WORDS),
    ]


def _find_ms(menu: Menu, words: str) -> float:
    times = []
    for _ in range(100):
        began = time.perf_counter()
        find(menu, words)
        times.append((time.perf_counter() - began) * 1000)
    return median(times)
