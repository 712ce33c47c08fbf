"""A shop whose rooms are served: what stands on tickets is pressed, the outbox is delivered."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import psycopg

from bot.pg import Postgres
from tests.bot.outbox.post import Customer, Post
from tests.bot.outbox.rooms import seen
from tests.fakes.telegram_chat import Message
from tests.fakes.telegram_person import Person
from tests.support.back_office import BackOffice, address, back_office
from tests.support.open_rooms import open_room
from tests.support.shop import Shop
from tests.support.turns import Caller, Document, line


@dataclass
class Counter:
    """The shop, its group and its post."""

    office: BackOffice
    post: Post

    @property
    def db(self) -> psycopg.Connection:
        """The database."""
        return self.post.db

    def at(self, name: str, room: str, role: str) -> Person:
        """One of the staff, in a room."""
        self.office.person(name, role)
        return self.office.at(name, room)

    def tickets(self, kind: str) -> list[Message]:
        """What a room reads, without its board."""
        return seen(self.post, kind)

    async def presses(self, person: Person, message: Message, label: str) -> str:
        """Press a button of that very message; what pops up then."""
        data = next(data for row in message.buttons for name, data in row if label in name)
        update = person.press(data, message.message_id)
        await person.delivers(update)
        query = update["callback_query"]
        assert isinstance(query, dict)
        return self.office.bot.answers.get(str(query["id"])) or ""

    async def customer(self, *lines: Document, name: str = "Guest") -> Customer:
        """Somebody who takes away 2 idlies, 80 rupees, or these lines; the rooms know."""
        customer = self.post.customer(name, *(lines or [line("idly", 2)]))
        await self.post.deliver()
        return customer

    def delivery(self, guest: Person, to: str, phone: str) -> int:
        """Somebody has 2 idlies brought; the number of the order."""
        who = str(guest.user_id)
        with Caller(self.post.dsn) as caller:
            caller.facts = {"channel": "telegram", "chat": who, "sender": who, "name": "Meena"}
            caller.add_to_cart([line("idly", 2)])
            caller.call("give_phone", phone)
            caller.call("give_address", to)
            order = caller.choose_payment("cash").order
        assert order is not None
        return order.order_no


@asynccontextmanager
async def counter_of(
    dsn: str, db: psycopg.Connection, postgres: Postgres, shop: Shop, *kinds: str
) -> AsyncIterator[Counter]:
    """A shop with rooms of these kinds."""
    for kind in kinds:
        open_room(db, kind, address(kind))
    async with back_office(shop, db) as office:
        tenant = shop.rooms.tenants["demo"].tenant_id
        yield Counter(office, Post(dsn, db, postgres, shop, office.telegram, office.bot, tenant))
