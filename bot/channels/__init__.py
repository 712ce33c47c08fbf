"""Channels: each makes Inbound of its own protocol and its own protocol of Reply.

They share what a turn is and how words are found; they do not know each other.
"""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias
from uuid import UUID

from bot.inbound import Inbound, Met, Speaker, Tendered
from bot.reply import Reply
from tools.kit.speech import Speech

TakeTurn: TypeAlias = Callable[[Inbound], Awaitable[Reply]]
"""Answers one message or press. Raises DatabaseDown when it should be delivered again."""

SpeechFor: TypeAlias = Callable[[str, str | None], Speech]
"""The voice of a shop, by its slug, for a language tag such as `ta` (None: the shop's own)."""


class TakeMoney(Protocol):
    """What a channel that is paid through asks. Each raises DatabaseDown."""

    async def refusal(self, inbound: Inbound, tendered: Tendered) -> str | None:
        """Why it may not be paid now, in words; None where it may."""
        ...

    async def credit(self, inbound: Inbound, tendered: Tendered) -> Reply:
        """What money that has arrived comes to; the same however often it is told."""
        ...

    async def provider_token(self, tenant: str) -> str | None:
        """What a shop's invoices are sent with: a secret. None where it sends none."""
        ...


class KnowStaff(Protocol):
    """What a channel with groups asks and tells about a shop's rooms. Each raises DatabaseDown."""

    async def is_room(self, tenant_id: UUID, chat: str) -> bool:
        """Whether the chat is a room, as far as this process knows: at most a minute ago."""
        ...

    async def meet(self, tenant_id: UUID, chat: str, person: Speaker) -> Met:
        """Who speaks, as it is now; in a room he is remembered."""
        ...

    async def moved(self, tenant_id: UUID, chat: str, to: str) -> None:
        """A group goes on under another id."""
        ...

    async def removed(self, tenant_id: UUID, group: str, by: str, command_id: str) -> None:
        """The bot is in the group no more."""
        ...

    async def departed(self, tenant_id: UUID, group: str, sender: str, command_id: str) -> None:
        """Somebody is in the group no more."""
        ...
