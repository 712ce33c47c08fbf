"""One attempt to deliver one notice, and what becomes of the notice then."""

import asyncio
import logging
import random
from collections.abc import Callable

from bot.channels.notifier import Arrived, Hold, Moved, Notifier, Unanswered, Unreachable
from tools.kit.call import Json
from tools.kit.notice import Notice, Told
from tools.kit.turn import Database

MOST_ATTEMPTS = 12
LONGEST_PAUSE = 600.0
# How long to leave a message alone that may have arrived, before it is sent once more.
SECOND_THOUGHT = 15.0
# The part of a lease an attempt may take: nothing may be sent once somebody else has the lease.
OF_THE_LEASE = 0.8

Words = Callable[[Notice], Told | None]


class Delivery:
    """Tries once and marks the outcome under the notice's lease. What need not be told is done.

    Twelve attempts with doubling pauses take about forty minutes. `spread` is a number between 0
    and 1 that keeps those who failed together from coming back together.
    """

    def __init__(
        self,
        database: Database,
        words: Words,
        *,
        lease: float,
        spread: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._words = words
        self._patience = lease * OF_THE_LEASE
        self._spread = spread
        self._log = logging.getLogger(__name__)

    async def attempt(self, notifier: Notifier, notice: Notice) -> None:
        """Deliver the notice or see to it that it comes again or is dead. Raises DatabaseDown."""
        if notice.attempts > MOST_ATTEMPTS:
            await self._failed(notice, "whoever tried to send it died", None)
            return
        try:
            async with asyncio.timeout(self._patience):
                told = self._words(notice)
                arrived = await notifier.deliver(notice, told) if told else Arrived()
        except Hold as hold:
            await self._mark("hold_notice", notice, hold.seconds)
        except Moved as moved:
            await self._move(notice, moved.chat)
        except Unreachable as gone:
            await self._failed(notice, str(gone), None, lost=True)
        except (Unanswered, TimeoutError) as silence:
            again = None if notice.unsure else SECOND_THOUGHT
            await self._failed(notice, str(silence) or "no answer in time", again, unsure=True)
        except Exception as error:
            again = self._pause(notice) if notice.attempts < MOST_ATTEMPTS else None
            await self._failed(notice, str(error) or type(error).__name__, again)
        else:
            await self._mark(
                "mark_notice_sent", notice, arrived.bot_id, arrived.message_id, notice.event_seq
            )

    async def _failed(
        self,
        notice: Notice,
        error: str,
        again: float | None,
        *,
        unsure: bool = False,
        lost: bool = False,
    ) -> None:
        if again is None:
            self._log.warning("notice %s is dead: %s", notice.notice_id, error)
        await self._mark("mark_notice_failed", notice, error, again, unsure, lost)

    async def _move(self, notice: Notice, chat: str) -> None:
        self._log.info("notice %s: its chat goes on under another id", notice.notice_id)
        await self._database.call("move_chat", notice.tenant_id, notice.channel, notice.chat, chat)

    async def _mark(self, function: str, notice: Notice, *words: object) -> None:
        ours: Json = await self._database.call(
            function, notice.tenant_id, notice.notice_id, notice.token, *words
        )
        if not ours:
            self._log.warning("notice %s was leased to another meanwhile", notice.notice_id)

    def _pause(self, notice: Notice) -> float:
        return min(2.0**notice.attempts, LONGEST_PAUSE) * (0.5 + self._spread())
