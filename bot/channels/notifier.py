"""How the outbox reaches people: one attempt at a time, and what can come of it.

A notifier never tries twice by itself. It raises what happened, and the outbox decides.
"""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from tools.kit.notice import Notice, Told


@dataclass(frozen=True, slots=True)
class Arrived:
    """A notice is where it belongs; `message_id` can be edited from now on, if there is one."""

    bot_id: int = 0
    message_id: int | None = None


class Hold(Exception):
    """The chat, or all of the bot's, has to wait so many seconds. Nothing was sent."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Moved(Exception):
    """The chat goes on under another id."""

    def __init__(self, chat: str) -> None:
        super().__init__(chat)
        self.chat = chat


class Unreachable(Exception):
    """It will never arrive: the bot is blocked, or the chat is gone. The text says which."""


class Unanswered(Exception):
    """It was sent, no answer came, and it may have arrived. The text says what is known."""


class NotDelivered(Exception):
    """It did not arrive this time, or sending it again does no harm. The text says why."""


class Notifier(Protocol):
    """One channel's way to tell people of their own accord."""

    @property
    def channel(self) -> str:
        """The channel's name in Inbound."""
        ...

    @property
    def chat(self) -> str | None:
        """The only chat it can reach; None: all of the shops it serves."""
        ...

    def serves(self, tenant_id: UUID) -> bool:
        """Whether it can reach the customers of that shop."""
        ...

    async def deliver(self, notice: Notice, told: Told) -> Arrived:
        """Try once. Raises Hold, Moved, Unreachable, Unanswered, NotDelivered."""
        ...
