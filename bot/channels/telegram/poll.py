"""Long polling that confirms an update only when its turn has committed."""

import asyncio
import logging
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramUnauthorizedError
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.channels.telegram.desk import Desk, Redeliver
from bot.channels.telegram.send import Backoff, Pause, Undelivered
from bot.channels.telegram.updates import KINDS, parse_update
from bot.channels.telegram.window import Window

LONG_POLL = 50
GRACE = 10
# While turns are under way their updates are unconfirmed, so Telegram answers at once instead of
# waiting for news: this often it is asked whether somebody else has written.
GLANCE = 0.2
DRAIN = 10.0
# So often an update may come again for its reply; then the turn has to do without.
REPLIES_TRIED = 5


class GetRawUpdates(TelegramMethod[list[dict[str, object]]]):
    """getUpdates with its updates unparsed: a strange one must not spoil the batch it came in."""

    __returning__ = list[dict[str, object]]
    __api_method__ = "getUpdates"

    allowed_updates: list[str] = KINDS
    timeout: int = 0
    offset: int | None = None
    limit: int | None = None


class Poller:
    """Fetches the updates of one desk's bot."""

    def __init__(self, desk: Desk, bot: Bot, pause: Pause = asyncio.sleep) -> None:
        self._desk = desk
        self._bot = bot
        self._window = Window()
        self._running: set[asyncio.Task[None]] = set()
        self._backoff = Backoff(pause)
        self._failing = False
        self._undelivered: Counter[int] = Counter()
        self._trouble = ""
        self._log = logging.getLogger(__name__)

    async def run(self) -> None:
        """Serve until cancelled; then the turns under way end and are confirmed.

        Returns only when Telegram no longer knows the token.
        """
        if not await self._desk.open(DeleteWebhook()):
            return
        async with asyncio.TaskGroup() as turns:
            try:
                while await self._round(turns):
                    pass
            finally:
                await self._drain()

    async def _round(self, turns: asyncio.TaskGroup) -> bool:
        try:
            updates = await self._fetch(LONG_POLL if self._window.idle else 0)
        except TelegramUnauthorizedError:
            self._log.error("bot %s: Telegram no longer knows this token", self._bot.id)
            return False
        except AiogramError as error:
            self._complain(error)
            await self._backoff.wait()
            return True
        self._trouble = ""
        for update in updates:
            self._begin(update, turns)
        await self._settle()
        return True

    async def _fetch(self, timeout_s: int, limit: int = 100) -> list[dict[str, object]]:
        offset = self._window.offset
        method = GetRawUpdates(timeout=timeout_s, offset=offset, limit=limit)
        updates = await self._bot(method, request_timeout=timeout_s + GRACE)
        self._window.confirmed(offset)
        return updates

    def _begin(self, update: Mapping[str, object], turns: asyncio.TaskGroup) -> None:
        update_id = update.get("update_id")
        if type(update_id) is int and self._window.begin(update_id):
            task = turns.create_task(self._handle(update_id, update))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _handle(self, update_id: int, data: Mapping[str, object]) -> None:
        # An update that failed comes again with those after it, which must not overtake it.
        done = not self._failing and await self._dealt_with(update_id, data)
        self._failing = self._failing or not done
        self._window.end(update_id, done=done)

    async def _dealt_with(self, update_id: int, data: Mapping[str, object]) -> bool:
        update = parse_update(data)
        try:
            if update is not None:
                await self._desk.handle(update)
        except Redeliver as again:
            if not isinstance(again.__cause__, Undelivered):
                return False
            self._undelivered[update_id] += 1
            if self._undelivered[update_id] < REPLIES_TRIED:
                return False
            self._log.error("bot %s: no reply to update %s got through", self._bot.id, update_id)
        self._undelivered.pop(update_id, None)
        return True

    async def _settle(self) -> None:
        """Wait for the turns under way, but not so long that others' messages lie unread."""
        if self._running:
            await asyncio.wait(self._running, timeout=GLANCE)
        if self._failing:
            self._failing = False
            await self._backoff.wait()
        else:
            self._backoff.reset()

    async def _drain(self) -> None:
        if self._running:
            await asyncio.wait(self._running, timeout=DRAIN)
        if self._window.offset is not None:
            with suppress(AiogramError):
                await self._fetch(0, limit=1)

    def _complain(self, error: AiogramError) -> None:
        """One line for each kind of trouble, not one for each try."""
        kind = type(error).__name__
        if kind == self._trouble:
            return
        self._trouble = kind
        if isinstance(error, TelegramConflictError):
            self._log.error(
                "bot %s: another process polls with this token; stop one of the two", self._bot.id
            )
        else:
            # A network error may quote the address, and the address holds the token.
            words = str(error).replace(self._bot.token, "<token>")
            self._log.warning("bot %s: no updates from Telegram: %s", self._bot.id, words)
