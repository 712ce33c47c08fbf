"""When each shop's notices have to be asked for next."""

import asyncio
from contextlib import suppress
from uuid import UUID

Key = tuple[str, UUID]
"""A channel and a shop."""


class Agenda:
    """The earliest moment noted for each key counts. Moments are of the running loop's clock."""

    def __init__(self) -> None:
        self._moments: dict[Key, float] = {}
        self._news = asyncio.Event()

    def note(self, key: Key, seconds: float = 0.0) -> None:
        """Ask for these in so many seconds, if not sooner."""
        moment = asyncio.get_running_loop().time() + seconds
        if moment < self._moments.get(key, float("inf")):
            self._moments[key] = moment
            self._news.set()

    def take_due(self) -> list[Key]:
        """The keys whose moment has come, earliest first; they are off the agenda."""
        now = asyncio.get_running_loop().time()
        due = sorted((moment, key) for key, moment in self._moments.items() if moment <= now)
        for _, key in due:
            del self._moments[key]
        return [key for _, key in due]

    async def wait(self, until: float) -> None:
        """Wait for the next moment or for an earlier one to be noted, but not beyond `until`."""
        self._news.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout_at(min([until, *self._moments.values()])):
                await self._news.wait()
