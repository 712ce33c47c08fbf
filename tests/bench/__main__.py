"""`make bench`: the measurements, or those named: `make bench ARGS="turns menu"`."""

import asyncio
import sys
from collections.abc import Callable

from tests.bench import menu, outbox, parse, races, rooms, startup, turns

BENCHES: dict[str, Callable[[], list[str]]] = {
    "turns": lambda: asyncio.run(turns.measure()),
    "menu": menu.measure,
    "parse": parse.measure,
    "startup": startup.measure,
    "outbox": outbox.measure,
    "rooms": rooms.measure,
    "races": lambda: races.measure(0.01),
    "all-races": races.measure,
}
ONLY_BY_NAME = {"all-races"}


def main(names: list[str]) -> None:
    """Run the benches named; without a name all that do not take half an hour."""
    unknown = sorted(set(names) - set(BENCHES))
    if unknown:
        sys.exit(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    for name in names or sorted(set(BENCHES) - ONLY_BY_NAME):
        print(f"== {name}")
        for line in BENCHES[name]():
            print(f"   {line}")


main(sys.argv[1:])
