"""Claims what waits in the outbox, and keeps many chats going at once."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from uuid import UUID

from pydantic import BaseModel, TypeAdapter

from bot.channels.notifier import Notifier
from bot.outbox.agenda import Agenda, Key
from bot.outbox.delivery import Delivery, Words
from bot.pg import DatabaseDown, Ear, Postgres
from tools.kit.notice import Notice

CHANNEL = "hotcart_outbox"
LEASE = 30.0
LOOK = 5.0
DRAIN = 10.0
# Before it is asked again what another process has just taken, or the database could not tell.
MOMENT = 0.05
TROUBLE = 1.0


class Due(BaseModel):
    """A shop that has notices waiting on a channel."""

    tenant_id: UUID
    channel: str
    due_in_ms: int


class Claim(BaseModel):
    """Leased notices, and in how many milliseconds to ask again; None: when there is news."""

    notices: list[Notice]
    due_in_ms: int | None


class Dispatcher:
    """Delivers for the shops its notifiers serve; any number of processes may do so at once.

    Of each chat only the oldest notice is claimed, so a chat is told in order and one that has to
    wait holds up no other. `at_once` notices are under way together. NOTIFY only makes it quick:
    every few seconds it looks for itself.
    """

    def __init__(
        self,
        postgres: Postgres,
        notifiers: Sequence[Notifier],
        words: Words,
        *,
        at_once: int = 30,
        lease: float = LEASE,
    ) -> None:
        self._postgres = postgres
        self._notifiers = {notifier.channel: notifier for notifier in notifiers}
        self._delivery = Delivery(postgres, words, lease=lease)
        self._at_once = at_once
        self._lease = lease
        self._agenda = Agenda()
        self._sending: set[asyncio.Task[None]] = set()
        self._ear: Ear | None = None
        self._log = logging.getLogger(__name__)

    async def run(self, *, every: float = LOOK) -> None:
        """Deliver until cancelled; what is under way then is finished first."""
        async with asyncio.TaskGroup() as sends:
            try:
                while True:
                    await self._listen()
                    await self._look()
                    until = asyncio.get_running_loop().time() + every
                    while asyncio.get_running_loop().time() < until:
                        await self._claim_due(sends)
                        await self._agenda.wait(until)
            finally:
                if self._sending:
                    await asyncio.wait(self._sending, timeout=DRAIN)
                if self._ear is not None:
                    await self._ear.close()

    async def deliver_due(self) -> None:
        """Deliver all that is due now, and return."""
        async with asyncio.TaskGroup() as sends:
            await self._look()
            while await self._claim_due(sends):
                if self._sending:
                    await asyncio.wait(self._sending)

    async def _listen(self) -> None:
        """Be told of news; where that cannot be had, looking has to do."""
        if self._ear is not None:
            await self._ear.check()
        if self._ear is None or self._ear.lost:
            try:
                self._ear = await self._postgres.listen(CHANNEL, self._heard)
            except DatabaseDown as error:
                self._log.info("news of notices cannot be heard yet: %s", error)

    def _heard(self, shop: str) -> None:
        with suppress(ValueError):  # anybody may notify anything
            for channel in self._notifiers:
                self._note(channel, UUID(shop), 0)

    async def _look(self) -> None:
        try:
            rows = await self._postgres.call("due_notices")
        except DatabaseDown as error:
            self._log.warning("the outbox cannot be read: %s", error)
            return
        except Exception:
            self._log.exception("it cannot be told which notices are due")
            return
        for due in TypeAdapter(list[Due]).validate_python(rows):
            self._note(due.channel, due.tenant_id, due.due_in_ms)

    def _note(self, channel: str, tenant_id: UUID, milliseconds: int) -> None:
        notifier = self._notifiers.get(channel)
        if notifier is not None and notifier.serves(tenant_id):
            self._agenda.note((channel, tenant_id), milliseconds / 1000)

    async def _claim_due(self, sends: asyncio.TaskGroup) -> bool:
        """Whether anything was due. A shop whose notices cannot be read holds up no other."""
        keys = self._agenda.take_due()
        for key in keys:
            while len(self._sending) >= self._at_once:
                await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
            try:
                await self._claim(key, sends)
            except DatabaseDown as error:
                self._log.warning("the outbox cannot be read: %s", error)
                self._agenda.note(key, TROUBLE)
            except Exception:
                self._log.exception("the notices of shop %s cannot be read", key[1])
                self._agenda.note(key, TROUBLE)
        return bool(keys)

    async def _claim(self, key: Key, sends: asyncio.TaskGroup) -> None:
        channel, tenant_id = key
        notifier = self._notifiers[channel]
        room = self._at_once - len(self._sending)
        row = await self._postgres.call(
            "claim_notices", tenant_id, channel, room, self._lease, notifier.chat
        )
        claim = Claim.model_validate(row)
        for notice in claim.notices:
            task = sends.create_task(self._attempt(notifier, notice))
            self._sending.add(task)
            task.add_done_callback(partial(self._done, key))
        if claim.due_in_ms is not None:
            self._agenda.note(key, max(claim.due_in_ms / 1000, 0 if claim.notices else MOMENT))

    async def _attempt(self, notifier: Notifier, notice: Notice) -> None:
        try:
            await self._delivery.attempt(notifier, notice)
        except DatabaseDown as error:
            # Its lease runs out, and it is tried again: twice is better than never.
            self._log.warning("notice %s could not be marked: %s", notice.notice_id, error)
        except Exception:
            # Here too its lease runs out. One notice must not end the delivery of all others.
            self._log.exception("notice %s could not be marked", notice.notice_id)

    def _done(self, key: Key, task: asyncio.Task[None]) -> None:
        """The chat's next notice may go now."""
        self._sending.discard(task)
        self._agenda.note(key)
