"""Turns of one conversation in the order they came, different conversations side by side."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


class LaneFull(Exception):
    """Too many turns wait in this conversation. `first` marks the first refusal of this flood."""

    def __init__(self, *, first: bool) -> None:
        super().__init__(first)
        self.first = first


class LaneBroken(Exception):
    """A turn ahead of this one failed and will come again; this one must not overtake it."""


@dataclass(slots=True)
class Lane:
    """One conversation: how many turns are in it, and how often one of them failed."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0
    failures: int = 0
    refused: bool = False


class Lanes:
    """At most `at_once` turns run together, one of each conversation; `length` may be in a lane.

    A waiting conversation holds none of the places, so a flood of one costs the others nothing.
    """

    def __init__(self, *, at_once: int = 64, length: int = 20) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._length = length
        self._lanes: dict[Hashable, Lane] = {}

    async def run(self, conversation: Hashable, turn: Callable[[], Awaitable[T]]) -> T:
        """Run `turn` after all earlier ones of its conversation.

        Raises LaneFull at once, LaneBroken when a turn ahead of it failed, and what `turn` raises.
        """
        lane = self._enter(conversation)
        failures = lane.failures
        try:
            async with lane.turn, self._places:
                if lane.failures != failures:
                    raise LaneBroken
                return await self._run(lane, turn)
        finally:
            lane.length -= 1
            if lane.length == 0:
                del self._lanes[conversation]

    async def _run(self, lane: Lane, turn: Callable[[], Awaitable[T]]) -> T:
        try:
            return await turn()
        except BaseException:
            lane.failures += 1
            raise

    def _enter(self, conversation: Hashable) -> Lane:
        lane = self._lanes.setdefault(conversation, Lane())
        if lane.length >= self._length:
            first, lane.refused = not lane.refused, True
            raise LaneFull(first=first)
        lane.length += 1
        return lane
