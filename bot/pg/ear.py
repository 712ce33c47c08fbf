"""Hearing what PostgreSQL notifies."""

from collections.abc import Callable
from typing import Any, Self

import asyncpg

from bot.pg.pool import SESSION
from bot.pg.trouble import DatabaseDown, down


class Ear:
    """A connection of its own that hears notices, until it is lost."""

    def __init__(self, connection: "asyncpg.Connection[Any]", patience: float) -> None:
        self._connection = connection
        self._patience = patience

    @classmethod
    async def open(
        cls, dsn: str, channel: str, heard: Callable[[str], None], patience: float
    ) -> Self:
        """Hand on what is notified on the channel from now on. Raises DatabaseDown."""
        with down():
            connection = await asyncpg.connect(dsn, server_settings=SESSION, timeout=patience)
        ear = cls(connection, patience)
        try:
            with down():
                await connection.add_listener(channel, lambda _, __, ___, said: heard(str(said)))
        except DatabaseDown:
            await ear.close()
            raise
        return ear

    @property
    def lost(self) -> bool:
        """Whether nothing is heard any more."""
        return self._connection.is_closed()

    async def check(self) -> None:
        """Find out whether the server is still there: some networks drop a silent link unsaid."""
        try:
            with down():
                await self._connection.execute("select", timeout=self._patience)
        except DatabaseDown:
            self._connection.terminate()

    async def close(self) -> None:
        """Stop hearing."""
        try:
            with down():
                await self._connection.close(timeout=self._patience)
        except DatabaseDown:
            self._connection.terminate()
