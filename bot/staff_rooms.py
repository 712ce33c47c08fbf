"""The rooms of the shops, as far as this process knows them, and who speaks in them."""

import time
from collections.abc import Callable
from uuid import UUID

from pydantic import BaseModel, TypeAdapter

from bot.inbound import Met, Speaker
from tools.kit.turn import Database

CHANNEL = "hotcart_rooms"
MOST_SECONDS = 60.0


class _Answer(BaseModel):
    """What `app.meet_person` tells."""

    room: str
    role: str | None = None
    may: frozenset[str] = frozenset()


class StaffRooms:
    """Which chats of a channel are rooms: read when first asked for, dropped when another process
    has changed one, and never older than a minute. What is done is judged in SQL anyway.

    `clock` tells seconds.
    """

    def __init__(
        self,
        database: Database,
        channel: str,
        *,
        most_seconds: float = MOST_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._channel = channel
        self._most_seconds = most_seconds
        self._clock = clock
        self._rooms: dict[UUID, tuple[float, frozenset[str]]] = {}
        self._changes = 0

    async def is_room(self, tenant_id: UUID, chat: str) -> bool:
        """Whether the chat is a room of the shop. Raises DatabaseDown."""
        read_at, rooms = self._rooms.get(tenant_id, (0.0, frozenset[str]()))
        if tenant_id not in self._rooms or self._clock() - read_at >= self._most_seconds:
            read_at, changes = self._clock(), self._changes
            listed = await self._database.call("list_rooms", tenant_id, self._channel)
            rooms = frozenset(TypeAdapter(list[str]).validate_python(listed))
            # What was changed while it was read may not be in it.
            if changes == self._changes:
                self._rooms[tenant_id] = (read_at, rooms)
        return chat in rooms

    async def meet(self, tenant_id: UUID, chat: str, person: Speaker) -> Met:
        """Who speaks there, read anew. Raises DatabaseDown."""
        known = {"sender": person.sender, "name": person.name, "username": person.username}
        row = await self._database.call("meet_person", tenant_id, self._channel, chat, known)
        answer = _Answer.model_validate(row)
        return Met(answer.room not in ("new", "private"), answer.role, answer.may)

    async def moved(self, tenant_id: UUID, chat: str, to: str) -> None:
        """A group goes on under another id, and its rooms with it. Raises DatabaseDown."""
        await self._database.call("move_chat", tenant_id, self._channel, chat, to)
        self._forget(tenant_id)

    async def removed(self, tenant_id: UUID, group: str, by: str, command_id: str) -> None:
        """The bot is in the group no more: its rooms there end. Raises DatabaseDown."""
        await self._database.call("leave_group", tenant_id, self._channel, group, by, command_id)
        self._forget(tenant_id)

    async def departed(self, tenant_id: UUID, group: str, sender: str, command_id: str) -> None:
        """Somebody is in the group no more: that goes on record. Raises DatabaseDown."""
        await self._database.call(
            "note_departure", tenant_id, self._channel, group, sender, command_id
        )

    def note_change(self, notice: str) -> None:
        """Tell what was notified: the id of a shop whose rooms are others now."""
        self._forget(UUID(notice))

    def forget_all(self) -> None:
        """Drop all of them: what has been changed is not known."""
        self._changes += 1
        self._rooms.clear()

    def _forget(self, tenant_id: UUID) -> None:
        self._changes += 1
        self._rooms.pop(tenant_id, None)
