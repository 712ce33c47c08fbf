"""What other processes change, heard as it is committed: menus, and the rooms of the staff."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Protocol

from bot.pg import DatabaseDown, Ear, Postgres

MENUS = "hotcart_menu"
ROOMS = "hotcart_rooms"
MOMENT = 0.001


class Held(Protocol):
    """What a process keeps in memory of the database."""

    def note_change(self, notice: str) -> None:
        """Drop what was notified to be another now."""
        ...

    def forget_all(self) -> None:
        """Drop everything: what has been changed is not known."""
        ...


class Changes:
    """Drops from memory what is notified on a channel to be another now; `held` is by channel.

    While a connection is lost nothing is heard; once it is back everything is dropped. A turn
    sees what is true anyway: what is heard only spares it what is stale.
    """

    def __init__(self, postgres: Postgres, held: Mapping[str, Held]) -> None:
        self._postgres = postgres
        self._held = held
        self._ears: dict[str, Ear] = {}

    async def follow(self, *, every: float = 1.0) -> None:
        """Listen for ever; look every so many seconds whether the connections still stand."""
        while True:
            await self.catch_up()
            await asyncio.sleep(every)
            for ear in self._ears.values():
                await ear.check()

    async def catch_up(self) -> None:
        """Heed what has come in; listen anew if a connection is lost and the database is up."""
        await asyncio.sleep(MOMENT)
        for channel, held in self._held.items():
            ear = self._ears.get(channel)
            if ear is not None and not ear.lost:
                continue
            try:
                self._ears[channel] = await self._postgres.listen(channel, held.note_change)
            except DatabaseDown as error:
                logging.getLogger(__name__).info("%s cannot be heard yet: %s", channel, error)
            else:
                held.forget_all()

    async def close(self) -> None:
        """Stop listening."""
        for ear in self._ears.values():
            await ear.close()
