"""Databases that are watched."""

from dataclasses import dataclass, field

from tools.kit.call import Json
from tools.kit.turn import Database


@dataclass
class Counting:
    """A database that writes down the functions called through it."""

    database: Database
    called: list[str] = field(default_factory=list)

    async def call(self, function: str, *args: object) -> Json:
        """Write it down, and call it."""
        self.called.append(function)
        return await self.database.call(function, *args)
