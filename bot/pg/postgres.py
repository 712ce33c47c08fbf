"""Calls of the functions of schema `app`."""

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Self

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from bot.pg.ear import Ear
from bot.pg.pool import open_pool
from bot.pg.trouble import PASSING, DatabaseDown, Passing, UnsafeServer, patiently
from bot.storable import storable
from tools.kit.call import Json
from tools.kit.errors import BadArguments, ToolError
from tools.kit.sqlstates import by_sqlstate, from_database

FUNCTION = re.compile(r"[a-z][a-z_]*")
# A statement that was cut short by statement_timeout.
TOO_SLOW = "57014"
# What the driver says of an argument that its type has no room for.
NO_ROOM = "22000"


class Postgres:
    """A pool of connections that may execute the functions of schema `app` and do nothing else."""

    def __init__(
        self,
        dsn: str,
        pool: "asyncpg.Pool[Any]",
        revive: Callable[[], None] | None,
        patience: float,
    ) -> None:
        self._dsn = dsn
        self._pool = pool
        self._revive = revive
        self._patience = patience

    @classmethod
    async def connect(
        cls,
        dsn: str,
        *,
        revive: Callable[[], None] | None = None,
        size: int = 10,
        patience: float = 10.0,
        trust_unsafe: bool = False,
    ) -> Self:
        """Open the pool.

        `revive` brings the embedded server back; a call may wait `patience` seconds for it.
        Raises DatabaseDown, and UnsafeServer for one with fsync off unless `trust_unsafe`.
        """
        pool, fsync = await patiently(partial(open_pool, dsn, size, patience), revive, patience)
        if fsync != "on" and not trust_unsafe:
            await pool.close()
            raise UnsafeServer("the server runs with fsync=off and may lose orders; set fsync=on")
        return cls(dsn, pool, revive, patience)

    async def call(self, function: str, *args: object) -> Json:
        """Run `select app.<function>(…)` in autocommit and return its value.

        A broken connection is tried again with the same arguments, which the command id in them
        makes harmless. Raises ToolError for a refusal of ours and for an argument out of all
        bounds, DatabaseDown when patience runs out.
        """
        if not FUNCTION.fullmatch(function):
            raise ValueError(f"no function name: {function!r}")
        places = ", ".join(f"${number}" for number in range(1, len(args) + 1))
        statement = f"select app.{function}({places})"
        values = [storable(arg) for arg in args]
        deadline = asyncio.get_running_loop().time() + self._patience
        attempt = partial(self._try, statement, values, deadline)
        return await patiently(attempt, self._revive, self._patience)

    async def _try(self, statement: str, args: list[object], deadline: float) -> Json:
        # Also how long a connection may take on its way back: a frozen server's is broken off.
        left = deadline - asyncio.get_running_loop().time()
        try:
            async with (
                asyncio.timeout_at(deadline),
                self._pool.acquire(timeout=left) as connection,
            ):
                return await _value(connection, statement, args)
        except asyncpg.PostgresError as error:
            code = error.sqlstate or ""
            if code.startswith(PASSING):
                raise Passing(str(error)) from error
            if code == TOO_SLOW:
                raise DatabaseDown(str(error)) from error
            refusal = _refusal(code, error)
            if refusal is None:
                raise
            raise refusal from error
        except TimeoutError as error:
            raise DatabaseDown("no answer in time") from error
        except (OSError, asyncpg.InterfaceError) as error:
            raise Passing(str(error)) from error

    async def listen(self, channel: str, heard: Callable[[str], None]) -> Ear:
        """Hand on what is notified on the channel from now on. Raises DatabaseDown."""
        return await Ear.open(self._dsn, channel, heard, self._patience)

    async def close(self) -> None:
        """Close every connection; a call under way finishes first."""
        await self._pool.close()


async def _value(
    connection: "PoolConnectionProxy[Any]", statement: str, args: list[object]
) -> Json:
    try:
        value: Json = await connection.fetchval(statement, *args)
    except asyncpg.InternalClientError as error:
        # A server killed at the wrong moment leaves the driver's own books in disorder.
        connection.terminate()
        raise Passing(str(error)) from error
    return value


def _refusal(code: str, error: asyncpg.PostgresError) -> ToolError | None:
    """The refusal an error is; None for a fault of ours."""
    if code == NO_ROOM:
        return BadArguments()
    return from_database(code, _words(error)) if code in by_sqlstate() else None


def _words(error: asyncpg.PostgresError) -> Mapping[str, str | int]:
    words: Mapping[str, str | int] = json.loads(getattr(error, "detail", None) or "{}")
    return words
