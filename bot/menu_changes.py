"""Menu changes of every process, heard as they are committed."""

import asyncio
import logging

from bot.pg import DatabaseDown, Ear, Postgres
from bot.preloader import Preloader

CHANNEL = "hotcart_menu"
MOMENT = 0.001


class MenuChanges:
    """Drops a menu from memory when `app.menu_changed` tells that there is another one.

    While the connection is lost nothing is heard; once it is back every menu is dropped. A turn
    sees the version anyway: what is heard only spares it the stale words.
    """

    def __init__(self, postgres: Postgres, menus: Preloader) -> None:
        self._postgres = postgres
        self._menus = menus
        self._ear: Ear | None = None

    async def follow(self, *, every: float = 1.0) -> None:
        """Listen for ever; look every so many seconds whether the connection still stands."""
        while True:
            await self.catch_up()
            await asyncio.sleep(every)
            if self._ear is not None:
                await self._ear.check()

    async def catch_up(self) -> None:
        """Heed what has come in; listen anew if the connection is lost and the database is up."""
        await asyncio.sleep(MOMENT)
        if self._ear is not None and not self._ear.lost:
            return
        try:
            self._ear = await self._postgres.listen(CHANNEL, self._menus.note_change)
        except DatabaseDown as error:
            logging.getLogger(__name__).info("menu changes cannot be heard yet: %s", error)
        else:
            self._menus.forget_all()

    async def close(self) -> None:
        """Stop listening."""
        if self._ear is not None:
            await self._ear.close()
