"""How many bytes a value holds."""

import gc
import sys

# Memory is handed out in pieces of this many bytes.
PIECE = 16


def size_of(value: object) -> int:
    """Bytes of memory of the value and all it refers to, each thing counted once.

    What it shares with others, such as the name of an allergen, is counted as if it were its own.
    """
    total = 0
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, type):
            continue
        seen.add(id(thing))
        total += (sys.getsizeof(thing) // PIECE + 1) * PIECE
        waiting += gc.get_referents(thing)
    return total
