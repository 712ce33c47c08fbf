"""Calls of the Bot API that wait out what passes and tell apart what never will."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeAlias, TypeVar

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import TelegramMethod

T = TypeVar("T")
Pause: TypeAlias = Callable[[float], Awaitable[None]]

TRIES = 4
LONGEST_FLOOD_WAIT = 60
LONGEST_PAUSE = 30.0
# A proxy's error page is no JSON: ClientDecodeError.
PASSING = (TelegramNetworkError, TelegramServerError, ClientDecodeError)


class Refused(Exception):
    """Telegram will never take this: the bot is blocked, the message is gone, the token is dead."""


class Undelivered(Exception):
    """Telegram could not be reached, or was too busy, every time it was tried."""


class Backoff:
    """Pauses that double from one second to thirty, until `reset`."""

    def __init__(self, pause: Pause = asyncio.sleep) -> None:
        self._pause = pause
        self._seconds = 1.0

    async def wait(self) -> None:
        """Pause, and make the next pause longer."""
        seconds, self._seconds = self._seconds, min(self._seconds * 2, LONGEST_PAUSE)
        await self._pause(seconds)

    def reset(self) -> None:
        """All is well again."""
        self._seconds = 1.0


class Sender:
    """One bot's calls. `pause` is how to wait, in seconds."""

    def __init__(self, bot: Bot, pause: Pause = asyncio.sleep) -> None:
        self._bot = bot
        self._pause = pause

    async def send(self, method: TelegramMethod[T], *, tries: int = TRIES) -> T:
        """Call the method, again after trouble that passes. Raises Refused, Undelivered.

        A time-out may hide a message that did arrive; it is sent again: twice is better than never.
        """
        backoff = Backoff(self._pause)
        wait: Callable[[], Awaitable[None]]
        for left in reversed(range(tries)):
            try:
                return await self._bot(method)
            except TelegramRetryAfter as flood:
                if flood.retry_after > LONGEST_FLOOD_WAIT:
                    raise Refused(str(flood)) from flood
                wait = partial(self._pause, flood.retry_after)
            except PASSING:
                wait = backoff.wait
            except TelegramAPIError as error:
                raise Refused(str(error)) from error
            if left:
                await wait()
        raise Undelivered(type(method).__name__)
