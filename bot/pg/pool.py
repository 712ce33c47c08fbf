"""Connections to PostgreSQL, ready for their first call."""

import json
from typing import Any

import asyncpg

from bot.pg.trouble import PASSING, DatabaseDown, Passing
from bot.storable import to_json

SESSION = {
    "role": "hotcart_bot",
    "application_name": "hotcart",
    "statement_timeout": "5s",
    "jit": "off",
    # Every statement of the functions is a keyed look-up: planning one anew for each customer
    # costs more than running it.
    "plan_cache_mode": "force_generic_plan",
}


class _Connection(asyncpg.Connection):
    """A connection that is not reset on its way back to the pool: only `call` ever uses it."""

    def get_reset_query(self) -> str:
        return ""


async def open_pool(dsn: str, size: int, patience: float) -> tuple["asyncpg.Pool[Any]", str]:
    """The pool, and whether the server writes through to its disk: "on" or "off".

    Raises Passing, DatabaseDown.
    """
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
        raise (Passing if passing else DatabaseDown)(str(error)) from error
    except TimeoutError as error:
        raise DatabaseDown("no answer in time") from error
    except OSError as error:
        raise DatabaseDown(str(error) or type(error).__name__) from error


async def _prepare(connection: "asyncpg.Connection[Any]") -> None:
    """Speak JSON, and walk a conversation once: the first customer shall not wait for plans."""
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", encoder=to_json, decoder=json.loads, format="text"
    )
    await connection.execute("select app.warm_up()")
