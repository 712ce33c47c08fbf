"""What goes wrong between here and PostgreSQL, and how long it is borne."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import asyncpg

T = TypeVar("T")
# A server that restarts, a broken connection, two turns that collided: the command may come again.
PASSING = ("08", "57P", "40001", "40P01", "53300")


class DatabaseDown(Exception):
    """PostgreSQL cannot be reached, or did not answer in time.

    The turn may be repeated with the same command id.
    """


class UnsafeServer(Exception):
    """A server that may lose what it said was safe; hotcart does not trust orders to it."""


class Passing(Exception):
    """A failure that another attempt may get over."""


@contextmanager
def down() -> Iterator[None]:
    """Whatever goes wrong with a connection, to its user the database is down."""
    try:
        yield
    except (
        asyncpg.PostgresError,
        asyncpg.InterfaceError,
        asyncpg.InternalClientError,
        OSError,
        TimeoutError,
    ) as error:
        raise DatabaseDown(str(error) or type(error).__name__) from error


async def patiently(
    attempt: Callable[[], Awaitable[T]], revive: Callable[[], None] | None, patience: float
) -> T:
    """Try until it works, with the server revived in between, or `patience` seconds run out.

    Raises DatabaseDown.
    """
    deadline = asyncio.get_running_loop().time() + patience
    pause = 0.02
    while True:
        try:
            return await attempt()
        except Passing as error:
            if asyncio.get_running_loop().time() + pause > deadline:
                raise DatabaseDown(str(error)) from error
        if revive is not None:
            try:
                await asyncio.to_thread(revive)
            except Exception as error:
                # Whatever keeps the embedded server down, to a turn it is just that: down.
                raise DatabaseDown(str(error)) from error
        await asyncio.sleep(pause)
        pause = min(pause * 2, 0.5)
