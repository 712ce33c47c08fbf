"""How fast one bot speaks of its own accord: below Telegram's limits, for it answers as well."""

import asyncio
import time
from collections.abc import Callable

from bot.channels.telegram.send import Pause

OF_A_BOT = 1 / 25
OF_A_CHAT = 1.0
OF_A_GROUP = 3.0
# So many chats told to wait at once mean that the bot is too fast, not its chats.
SIGNS_OF_A_FLOOD = 3
MOST_REMEMBERED = 1000


class Pace:
    """25 messages a second, one a second in a chat, 20 a minute in a group.

    Each chat asks for one turn at a time. `clock` tells seconds, `pause` waits for some.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, pause: Pause = asyncio.sleep
    ) -> None:
        self._clock = clock
        self._pause = pause
        self._next = 0.0
        self._chats: dict[str, float] = {}
        self._held: dict[str, float] = {}

    async def turn(self, chat: str) -> None:
        """Wait until a message may go to the chat. It counts as sent then."""
        await self._until(self._chats.get(chat, 0.0))
        at = max(self._clock(), self._next)
        self._next = at + OF_A_BOT
        self._remember(chat, at + (OF_A_GROUP if chat.startswith("-") else OF_A_CHAT))
        await self._until(at)

    def hold(self, chat: str, seconds: float) -> None:
        """Telegram has told this chat to wait."""
        now = self._clock()
        self._held = {one: until for one, until in self._held.items() if until > now}
        self._held[chat] = now + seconds

    @property
    def held(self) -> float:
        """How many seconds the whole bot has to wait."""
        now = self._clock()
        waits = [until - now for until in self._held.values() if until > now]
        return max(waits) if len(waits) >= SIGNS_OF_A_FLOOD else 0.0

    def _remember(self, chat: str, until: float) -> None:
        if len(self._chats) >= MOST_REMEMBERED:
            now = self._clock()
            self._chats = {one: at for one, at in self._chats.items() if at > now}
        self._chats[chat] = until

    async def _until(self, moment: float) -> None:
        if (seconds := moment - self._clock()) > 0:
            await self._pause(seconds)
