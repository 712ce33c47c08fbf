"""What rooms cost whoever places an order: none of them, and four that need or hear of it."""

import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg

from tests.support.folders import quick_folder
from tests.support.open_rooms import open_room
from tests.support.servers import running_server
from tests.support.turns import Caller, line

ORDERS = 200
ROOMS = (
    ("kitchen", ("idly_vada",)),
    ("kitchen", ("dosa",)),
    ("counter", ()),
    ("owner", ()),
)
DELIVERED = "update cold.outbox set status = 'sent'"


def measure() -> list[str]:
    """Milliseconds of the confirming turn, and how they compare."""
    told = []
    with quick_folder() as folder, running_server(18, folder / "home") as server:
        base = 0.0
        for rooms in (ROOMS[:0], ROOMS):
            with server.database() as dsn, shop(dsn, rooms) as (db, caller):
                median = statistics.median(sorted(seconds(db, caller))) * 1000
            base = base or median
            told.append(
                f"{len(rooms)} rooms: an order is placed in {median:.2f} ms ({median / base:.2f}x)"
            )
    return told


@contextmanager
def shop(
    dsn: str, rooms: Sequence[tuple[str, Sequence[str]]]
) -> Iterator[tuple[psycopg.Connection, Caller]]:
    """The demo shop with these rooms, and a customer."""
    with psycopg.connect(dsn, autocommit=True) as db, Caller(dsn) as caller:
        for number, (kind, stations) in enumerate(rooms):
            open_room(db, kind, f"-{number}", stations=stations)
        yield db, caller


def seconds(db: psycopg.Connection, caller: Caller) -> Iterator[float]:
    """How long each order took, the first ones left out."""
    for number in range(ORDERS + 20):
        caller.add_to_cart([line("idly", 2), line("masala_dosa")])
        caller.checkout()
        began = time.perf_counter()
        caller.choose_payment()
        if number >= 20:
            yield time.perf_counter() - began
        db.execute(DELIVERED)
