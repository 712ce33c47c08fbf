"""How fast one bot speaks of its own accord: below Telegram's limits, for it answers as well."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from bot.channels.telegram.address import group_of, is_group
from bot.channels.telegram.send import Pause


class Limit(NamedTuple):
    """So many messages in so many seconds, whichever seconds."""

    messages: int
    seconds: float


OF_A_BOT = 1 / 25
OF_A_CHAT = Limit(1, 1.0)
# Telegram allows 20 a minute. Some may go at once, so that one event is told in every topic; a
# minute has 18 of these even where some are six seconds late.
OF_A_GROUP = Limit(6, 22.0)
OF_EDITS = Limit(1, 1.0)
# So many chats told to wait at once mean that the bot is too fast, not its chats.
SIGNS_OF_A_FLOOD = 3
MOST_REMEMBERED = 1000

Turns = tuple[str, bool]
"""Of what a limit is: new messages of a chat, whatever the topic, or edits in a topic."""


class Pace:
    """25 messages a second, one a second in a chat, 18 a minute in a group; an edit a second.

    `clock` tells seconds, `pause` waits for some.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, pause: Pause = asyncio.sleep
    ) -> None:
        self._clock = clock
        self._pause = pause
        self._next = 0.0
        self._taken: dict[Turns, deque[float]] = {}
        self._held: dict[str, float] = {}

    async def turn(self, chat: str, *, edits: bool = False) -> None:
        """Wait until a message, or an edit of one, may go to the chat. It counts as sent then."""
        at = self._earliest(chat, edits)
        self._take(chat, edits, at)
        await self._until(at)
        at = max(self._clock(), self._next)
        self._next = at + OF_A_BOT
        await self._until(at)

    def wait(self, chat: str, *, edits: bool = False) -> float:
        """How many seconds the next turn of the chat is away."""
        return self._earliest(chat, edits) - self._clock()

    def hold(self, chat: str, seconds: float) -> None:
        """Telegram has told this chat to wait."""
        now = self._clock()
        self._held = {one: until for one, until in self._held.items() if until > now}
        self._held[group_of(chat)] = now + seconds

    @property
    def held(self) -> float:
        """How many seconds the whole bot has to wait."""
        now = self._clock()
        waits = [until - now for until in self._held.values() if until > now]
        return max(waits) if len(waits) >= SIGNS_OF_A_FLOOD else 0.0

    def _earliest(self, chat: str, edits: bool) -> float:
        at = max(self._clock(), self._held.get(group_of(chat), 0.0))
        taken, limit = self._taken.get(_turns(chat, edits)), _limit(chat, edits)
        if taken is None or len(taken) < limit.messages:
            return at
        return max(at, taken[0] + limit.seconds)

    def _take(self, chat: str, edits: bool, at: float) -> None:
        if len(self._taken) >= MOST_REMEMBERED:
            past = self._clock() - OF_A_GROUP.seconds
            self._taken = {one: taken for one, taken in self._taken.items() if taken[-1] > past}
        limit = _limit(chat, edits)
        self._taken.setdefault(_turns(chat, edits), deque(maxlen=limit.messages)).append(at)

    async def _until(self, moment: float) -> None:
        if (seconds := moment - self._clock()) > 0:
            await self._pause(seconds)


def _turns(chat: str, edits: bool) -> Turns:
    return (chat if edits else group_of(chat)), edits


def _limit(chat: str, edits: bool) -> Limit:
    if edits:
        return OF_EDITS
    return OF_A_GROUP if is_group(chat) else OF_A_CHAT
