"""What the database answered in a turn, to put the same turn into words once more."""

from collections.abc import Iterator
from typing import TypeAlias

from tools.kit.call import Json
from tools.kit.errors import ToolError
from tools.kit.turn import Database

Answer: TypeAlias = "Json | ToolError"


class Tape:
    """A database that keeps its answers and refusals."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: list[Answer] = []

    async def call(self, function: str, *args: object) -> Json:
        """Ask the database. Raises ToolError."""
        try:
            answer = await self._database.call(function, *args)
        except ToolError as refusal:
            self._kept.append(refusal)
            raise
        self._kept.append(answer)
        return answer

    def again(self) -> Database:
        """A database that gives the same answers in the same order, and is never asked."""
        return _Played(iter(self._kept))


class _Played:
    def __init__(self, kept: Iterator[Answer]) -> None:
        self._kept = kept

    async def call(self, function: str, *args: object) -> Json:
        """The next answer. Raises ToolError."""
        answer = next(self._kept)
        if isinstance(answer, ToolError):
            raise answer
        return answer
