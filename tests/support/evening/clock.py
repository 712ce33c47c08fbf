"""A database in which it is the time the test says, whose connections stay open as that passes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

import psycopg
from psycopg import sql

from bot.pg import Postgres
from tools.kit.call import Json

TURN = """
create function app.turn_clock(p_to text) returns text language sql
as $$ select set_config('app.fake_now', p_to, false) $$
"""


@dataclass
class TurnedClock:
    """The bot's own door to it, one connection wide: whoever calls has the same clock."""

    db: psycopg.Connection
    postgres: Postgres
    now: datetime

    async def call(self, function: str, *args: object) -> Json:
        """As Postgres has it."""
        return await self.postgres.call(function, *args)

    async def turn(self, to: datetime) -> None:
        """Let it be that time."""
        self.now = to
        _open_at(self.db, to)
        await self.postgres.call("turn_clock", to.isoformat())


@asynccontextmanager
async def turned_clock(
    dsn: str, db: psycopg.Connection, now: datetime
) -> AsyncIterator[TurnedClock]:
    """The clock of a test's database, which begins at `now`."""
    db.execute(TURN)
    db.execute("grant execute on function app.turn_clock to hotcart_bot")
    _open_at(db, now)
    postgres = await Postgres.connect(dsn, size=1, trust_unsafe=True)
    try:
        yield TurnedClock(db, postgres, now)
    finally:
        await postgres.close()


def _open_at(db: psycopg.Connection, now: datetime) -> None:
    """Let connections that are opened from now on have this time."""
    name, at = sql.Identifier(db.info.dbname), sql.Literal(now.isoformat())
    db.execute(sql.SQL("alter database {} set app.fake_now = {}").format(name, at))
