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
from tools.kit.call import Json
from tools.menu import Menu, find

WORDS = ("idly", "masala dosai", "2 plates of medhu wada", "chiken briyani", "pizza", "dosa")


def measure() -> list[str]:
    """Memory of the 365-item menu, and the milliseconds of a look-up."""
    with open_folder() as folder, embedded_server(Path(folder) / "home") as server:
        migrate(server.dsn)
        load_demo(server.dsn)
        document = menu_document(server.dsn)
    first, _ = _kilobytes(document)
    each, menu = _kilobytes(document)
    return [
        f"{len(menu.items)} dishes in memory: {each:.0f} KB",
        f"the first menu of a process: {first:.0f} KB, with what reading menus needs once",
        *(f"find {words!r:28} median {_find_ms(menu, words):.3f} ms" for words in WORDS),
    ]


def _kilobytes(document: Json) -> tuple[float, Menu]:
    """What stays in memory after a menu was read and asked, and the menu."""
    gc.collect()
    tracemalloc.start()
    menu = Menu.parse(document)
    find(menu, "idly")
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 1024, menu


def _find_ms(menu: Menu, words: str) -> float:
    times = []
    for _ in range(100):
        began = time.perf_counter()
        find(menu, words)
        times.append((time.perf_counter() - began) * 1000)
    return median(times)
