"""The demo shop as a person meets it: the whole pipeline without a channel."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count

from pydantic import TypeAdapter

import tools.customer
import tools.staff
from bot.answers import Answers
from bot.inbound import Inbound
from bot.intent.reading import Classifier
from bot.intent.rules import RuleParser
from bot.preloader import Preloader
from bot.reply import Reply
from bot.rooms import Rooms
from bot.speech import Voices
from bot.turn import take_turn
from tools.kit.call import Call
from tools.kit.registry import Registry, discover
from tools.kit.result import Button
from tools.kit.turn import Database, Role, Tenant


def all_tools() -> Registry:
    """Every tool there is."""
    return discover(customer=tools.customer, staff=tools.staff)


def right_now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)  # noqa: TID251 - tests stand outside the turn


@dataclass
class Person:
    """Somebody who talks to a shop, and remembers the last reply."""

    rooms: Rooms
    name: str
    tenant: str = "demo"
    language: str | None = None
    role: Role = "customer"
    numbers: "count[int]" = field(default_factory=count)
    reply: Reply = field(default_factory=lambda: Reply(text=""))

    async def says(self, text: str, *, command: str | None = None) -> Reply:
        """Send a message; `command` repeats an earlier one's id."""
        return await self._take(
            Inbound(
                self.tenant,
                "test",
                self.name,
                self.name,
                self._command(command),
                text,
                language=self.language,
            )
        )

    async def presses(self, label: str, *, command: str | None = None) -> Reply:
        """Press the button of the last reply whose label contains `label`."""
        return await self.calls(self.button(label).call, command=command)

    async def calls(self, *calls: Call, command: str | None = None) -> Reply:
        """Do what a button or a slash command does."""
        return await self._take(
            Inbound(
                self.tenant,
                "test",
                self.name,
                self.name,
                self._command(command),
                calls=calls,
                language=self.language,
            )
        )

    def button(self, label: str) -> Button:
        """A button of the last reply."""
        buttons = [button for row in self.reply.buttons for button in row]
        found = [button for button in buttons if label.lower() in button.label.lower()]
        assert found, f"no button {label!r} among {[button.label for button in buttons]}"
        return found[0]

    @property
    def cart(self) -> list[tuple[int, str, str]]:
        """The cart of the last reply: quantity, dish, line total."""
        assert self.reply.view is not None
        return [
            (line.quantity, line.item_name, str(line.line_total)) for line in self.reply.view.lines
        ]

    def _command(self, command: str | None) -> str:
        return command or f"test:{self.name}:{next(self.numbers)}"

    async def _take(self, inbound: Inbound) -> Reply:
        self.reply = await take_turn(replace(inbound, role=self.role), self.rooms)
        return self.reply


@dataclass
class Shop:
    """An open shop; `person` lets somebody in."""

    rooms: Rooms
    names: "count[int]" = field(default_factory=lambda: count(1))

    def member(self, name: str) -> Person:
        """Somebody who speaks as one of the staff, granted or not."""
        return Person(self.rooms, name, role="staff")

    def person(self, name: str | None = None) -> Person:
        """Somebody new, or somebody known by name."""
        return Person(self.rooms, name or f"person-{next(self.names)}")

    def reading_with(self, classifier: Classifier) -> "Shop":
        """The same shop with another classifier."""
        return Shop(replace(self.rooms, classifier=classifier), self.names)


async def open_shop(database: Database, clock: Callable[[], datetime] = right_now) -> Shop:
    """Build the rooms around a database as bot/cli/build.py does."""
    listed = await database.call("list_tenants")
    tenants = {shop.slug: shop for shop in TypeAdapter(list[Tenant]).validate_python(listed)}
    return Shop(
        Rooms(
            database=database,
            tenants=tenants,
            menus=Preloader(database),
            answers=Answers(),
            classifier=RuleParser(),
            registry=all_tools(),
            speech=Voices(),
            clock=clock,
        )
    )
