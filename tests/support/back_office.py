"""A shop with its group in Telegram: the whole pipeline behind the loopback Bot API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from uuid import uuid4

import psycopg

from bot.channels.telegram.config import BotConfig
from bot.speech import Voices
from bot.staff_rooms import StaffRooms
from bot.turn import take_turn
from tests.bot.telegram.rig import SECRET, Pauses, webhook
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.fakes.telegram_person import Person
from tests.support.shop import Shop
from tools.kit.call import Json

GROUP = -1001234567890
TOPICS = {"kitchen": 11, "counter": 12, "inventory": 13, "riders": 14, "owner": 15}
"""The topics of the group, by the kind of room each is; topic 16 is none."""
LOBBY = 16


def address(kind: str) -> str:
    """Where a room is, as the database has it; "group": the group itself, "lobby": no room."""
    if kind == "group":
        return str(GROUP)
    return f"{GROUP}/{TOPICS.get(kind, LOBBY)}"


def bind(db: psycopg.Connection, kind: str, chat: str | None = None, *, shop: str = "demo") -> None:
    """Make a chat a room, as /bind does."""
    db.execute(
        """insert into cold.room (tenant_id, channel, chat, kind, bound_by, bound_at)
           select tenant_id, 'telegram', %s, %s, 'operator', now() from cold.tenants
           where slug = %s""",
        (chat or address(kind), kind, shop),
    )


def unbind(db: psycopg.Connection, chat: str) -> None:
    """End a room."""
    db.execute(
        """update cold.room set unbound_at = now(), unbound_by = 'operator'
           where chat = %s and unbound_at is null""",
        (chat,),
    )


def employ(db: psycopg.Connection, user_id: int | str, role: str, *, shop: str = "demo") -> None:
    """Grant a user of Telegram a role."""
    db.execute(
        """insert into cold.staff_member
             (tenant_id, member_id, channel, sender, role, granted_by, granted_at)
           select tenant_id, %s, 'telegram', %s, %s, 'operator', now()
           from cold.tenants where slug = %s""",
        (uuid4(), str(user_id), role, shop),
    )


def dismiss(db: psycopg.Connection, user_id: int | str) -> None:
    """End a user's grant."""
    db.execute(
        """update cold.staff_member set revoked_at = now(), revoked_by = 'operator'
           where channel = 'telegram' and sender = %s and revoked_at is null""",
        (str(user_id),),
    )


@dataclass
class BackOffice:
    """The shop's bot, its group, and the people in it."""

    telegram: FakeTelegram
    bot: BotAccount
    db: psycopg.Connection
    rooms: StaffRooms
    people: dict[str, Person] = field(default_factory=dict)

    def person(self, name: str, role: str | None = None, **user: Json) -> Person:
        """Somebody, known by name from then on; with a role, on the staff."""
        if name not in self.people:
            person = self.telegram.person(self.bot, name, username=name.lower(), **user)
            self.people[name] = person
            if role is not None:
                employ(self.db, person.user_id, role)
        return self.people[name]

    def at(self, name: str, room: str) -> Person:
        """The person of that name, in a room ("lobby" is a topic that is none)."""
        topic = None if room == "group" else TOPICS.get(room, LOBBY)
        return self.person(name).goes_to(GROUP, topic)

    def said(self) -> int:
        """How many messages the bot has sent or changed, and presses it has answered with words."""
        calls = self.telegram.calls
        return sum(one.method in ("sendMessage", "editMessageText") for one in calls) + sum(
            bool(one.params.get("text")) for one in calls if one.method == "answerCallbackQuery"
        )


@asynccontextmanager
async def back_office(shop: Shop, db: psycopg.Connection) -> AsyncIterator[BackOffice]:
    """The shop before its bot, which has been told nothing yet."""
    async with FakeTelegram() as telegram:
        bot = telegram.bot("111:AAA-token")
        tenant = shop.rooms.tenants["demo"]
        config = BotConfig(tenant.slug, tenant.tenant_id, bot.token, SECRET)
        staff = StaffRooms(shop.rooms.database, "telegram", most_seconds=0)
        voices = Voices()
        async with webhook(
            telegram,
            partial(take_turn, rooms=shop.rooms),
            Pauses(),
            config,
            voices=lambda _, language: voices(language, tenant),
            staff=staff,
        ):
            yield BackOffice(telegram, bot, db, staff)
