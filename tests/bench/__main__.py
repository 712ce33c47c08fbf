"""`make bench`: every measurement, or those named: `make bench ARGS="turns menu"`."""

import asyncio
import sys
from collections.abc import Callable

from tests.bench import menu, parse, startup, turns

BENCHES: dict[str, Callable[[], list[str]]] = {
    "turns": lambda: asyncio.run(turns.measure()),
    "menu": menu.measure,
    "parse": parse.measure,
    "startup": startup.measure,
}


def main(names: list[str]) -> None:
    """Run the benches named, all of them without a name."""
    unknown = sorted(set(names) - set(BENCHES))
    if unknown:
        sys.exit(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    for name in names or BENCHES:
        print(f"== {name}")
        for line in BENCHES[name]():
            print(f"   {line}")


main(sys.argv[1:])
