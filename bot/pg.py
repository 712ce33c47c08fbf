"""The door to PostgreSQL: the only file that knows asyncpg.

One call, one statement, no open transaction.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Self, TypeVar

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from bot.storable import storable, to_json
from tools.kit.call import Json
from tools.kit.errors import by_sqlstate, from_database

T = TypeVar("T")
FUNCTION = re.compile(r"[a-z][a-z_]*")
# A server that restarts, a broken connection, two turns that collided: the command may come again.
PASSING = ("08", "57P", "40001", "40P01", "53300")
# A statement that was cut short by statement_timeout.
TOO_SLOW = "57014"

SESSION = {
    "role": "hotcart_bot",
    "application_name": "hotcart",
    "statement_timeout": "5s",
    "jit": "off",
    # Every statement of the functions is a keyed look-up: planning one anew for each customer
    # costs more than running it.
    "plan_cache_mode": "force_generic_plan",
}


class DatabaseDown(Exception):
    """PostgreSQL cannot be reached, or did not answer in time.

    The turn may be repeated with the same command id.
    """


class UnsafeServer(Exception):
    """A server that may lose what it said was safe; hotcart does not trust orders to it."""


class _Connection(asyncpg.Connection):
    """A connection that is not reset on its way back to the pool: only `call` ever uses it."""

    def get_reset_query(self) -> str:
        return ""


class Postgres:
    """A pool of connections that may execute the functions of schema `app` and do nothing else."""

    def __init__(
        self, pool: "asyncpg.Pool[Any]", revive: Callable[[], None] | None, patience: float
    ) -> None:
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
        pool, fsync = await _patiently(partial(_open, dsn, size, patience), revive, patience)
        if fsync != "on" and not trust_unsafe:
            await pool.close()
            raise UnsafeServer("the server runs with fsync=off and may lose orders; set fsync=on")
        return cls(pool, revive, patience)

    async def call(self, function: str, *args: object) -> Json:
        """Run `select app.<function>(…)` in autocommit and return its value.

        A broken connection is tried again with the same arguments, which the command id in them
        makes harmless. Raises ToolError for a refusal of ours, DatabaseDown when patience runs out.
        """
        if not FUNCTION.fullmatch(function):
            raise ValueError(f"no function name: {function!r}")
        places = ", ".join(f"${number}" for number in range(1, len(args) + 1))
        statement = f"select app.{function}({places})"
        values = [storable(arg) for arg in args]
        deadline = asyncio.get_running_loop().time() + self._patience
        attempt = partial(self._try, statement, values, deadline)
        return await _patiently(attempt, self._revive, self._patience)

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
                raise _Passing(str(error)) from error
            if code == TOO_SLOW:
                raise DatabaseDown(str(error)) from error
            refusal = from_database(code, _words(error)) if code in by_sqlstate() else None
            if refusal is None:
                raise
            raise refusal from error
        except TimeoutError as error:
            raise DatabaseDown("no answer in time") from error
        except (OSError, asyncpg.InterfaceError) as error:
            raise _Passing(str(error)) from error

    async def close(self) -> None:
        """Close every connection; a call under way finishes first."""
        await self._pool.close()


class _Passing(Exception):
    """A failure that another attempt may get over."""


async def _patiently(
    attempt: Callable[[], Awaitable[T]], revive: Callable[[], None] | None, patience: float
) -> T:
    """Try until it works, with the server revived in between, or patience runs out."""
    deadline = asyncio.get_running_loop().time() + patience
    pause = 0.02
    while True:
        try:
            return await attempt()
        except _Passing as error:
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


async def _open(dsn: str, size: int, patience: float) -> tuple["asyncpg.Pool[Any]", str]:
    """The pool, and whether the server writes through to its disk: "on" or "off"."""
    try:
        pool = await asyncpg.create_pool(
            dsn,
            min_size=1,
            max_size=size,
            server_settings=SESSION,
            connection_class=_Connection,
            init=_prepare,
            timeout=patience,
            max_inactive_connection_lifetime=0,
        )
        return pool, await pool.fetchval("select current_setting('fsync')")
    except asyncpg.PostgresError as error:
        passing = (error.sqlstate or "").startswith(PASSING)
        raise (_Passing if passing else DatabaseDown)(str(error)) from error
    except TimeoutError as error:
        raise DatabaseDown("no answer in time") from error
    except OSError as error:
        raise DatabaseDown(str(error) or type(error).__name__) from error


async def _value(
    connection: "PoolConnectionProxy[Any]", statement: str, args: list[object]
) -> Json:
    try:
        value: Json = await connection.fetchval(statement, *args)
    except asyncpg.InternalClientError as error:
        # A server killed at the wrong moment leaves the driver's own books in disorder.
        connection.terminate()
        raise _Passing(str(error)) from error
    return value


async def _prepare(connection: "asyncpg.Connection[Any]") -> None:
    """Speak JSON, and walk a conversation once: the first customer shall not wait for plans."""
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", encoder=to_json, decoder=json.loads, format="text"
    )
    await connection.execute("select app.warm_up()")


def _words(error: asyncpg.PostgresError) -> Mapping[str, str | int]:
    words: Mapping[str, str | int] = json.loads(getattr(error, "detail", None) or "{}")
    return words
