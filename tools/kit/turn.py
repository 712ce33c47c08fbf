"""What a tool is handed: whose turn it is, the menu, a voice, and one door to the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from tools.kit.call import Json
from tools.kit.speech import Speech
from tools.kit.view import SessionView
from tools.menu import Menu

Role = Literal["customer", "staff"]


class Database(Protocol):
    """The only door to PostgreSQL."""

    async def call(self, function: str, *args: object) -> Json:
        """Run `select app.<function>(…)` as one statement and return its JSON. Raises ToolError."""
        ...


@dataclass(frozen=True, slots=True)
class Tenant:
    """A shop, as far as a turn needs to know it.

    `languages` are those it offers beside its own `language`; none: all there are.
    """

    tenant_id: UUID
    slug: str
    name: str
    currency: str
    time_zone: str
    language: str
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One message being answered.

    `facts` identify it to SQL: channel, chat, sender, command id, who understood it.

    `public_url` is where the shop's pages are, if they are anywhere.

    `now` is for what is *said* (greeting the right meal); what may be *sold* is decided in SQL.
    """

    tenant: Tenant
    menu: Menu
    say: Speech
    now: datetime
    facts: Mapping[str, Json]
    database: Database
    role: Role = "customer"
    public_url: str | None = None

    async def call(self, function: str, *args: object) -> SessionView:
        """Run a tool's SQL function, `app.<function>(tenant, turn, *args)`. Raises ToolError."""
        row = await self.database.call(function, self.tenant.tenant_id, dict(self.facts), *args)
        return SessionView.model_validate(row)
