"""A customer of the bot's own database door, for what happens while the server dies."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

from bot.pg import Postgres
from tests.support.together import fresh
from tools.kit.view import SessionView


@dataclass(frozen=True, slots=True)
class Chat:
    """Somebody who writes to the bot."""

    postgres: Postgres
    tenant: UUID
    who: str = "asha"

    async def call(self, function: str, *args: object, command: str | None = None) -> SessionView:
        """Take a turn; `command` repeats an earlier one's id."""
        facts = {
            "channel": "test",
            "chat": self.who,
            "sender": self.who,
            "command": command or fresh(),
            "tool": function,
            "source": "button",
        }
        return SessionView.model_validate(
            await self.postgres.call(function, self.tenant, facts, *args)
        )


@asynccontextmanager
async def open_chat(
    dsn: str, *, revive: Callable[[], None] | None = None, size: int = 2, patience: float = 20.0
) -> AsyncIterator[Chat]:
    """Let somebody chat over a pool of its own."""
    postgres = await Postgres.connect(
        dsn, revive=revive, size=size, patience=patience, trust_unsafe=True
    )
    try:
        listed = await postgres.call("list_tenants")
        assert isinstance(listed, list)
        assert isinstance(listed[0], dict)
        yield Chat(postgres, UUID(str(listed[0]["tenant_id"])))
    finally:
        await postgres.close()
