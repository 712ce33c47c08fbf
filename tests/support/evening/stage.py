"""The Corner, a small shop with one group in Telegram, on the evening of a story."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import psycopg

from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.notify import TelegramNotifier
from bot.channels.telegram.pace import Pace
from bot.outbox import Dispatcher, NoticeWords
from bot.speech import Voices
from bot.staff_rooms import StaffRooms
from bot.till import Till
from bot.turn import take_turn
from db.menu.import_file import import_menu
from db.shop.import_file import import_shop
from db.shop.provider import set_provider
from db.staff import invite
from db.tenants import add_tenant
from tests.bot.outbox.hurry import Hurry
from tests.bot.telegram.rig import SECRET, Pauses, webhook
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.fakes.telegram_person import Person
from tests.support.back_office import GROUP
from tests.support.evening.clock import TurnedClock, turned_clock
from tests.support.evening.script import Act, block
from tests.support.evening.seen import BOARDS, ROOMS, Seen
from tests.support.money import PROVIDER_TOKEN
from tests.support.shop import Shop, open_shop

FILES = Path(__file__).parents[2] / "conversations"
SLUG = "corner"
MIDNIGHT = datetime(2026, 3, 5, 18, 30, tzinfo=UTC)
"""The beginning of a Friday in Chennai."""
PLACE = (13.0430, 80.2360)


@dataclass
class Stage:
    """The shop, its people, and what can be seen of them."""

    clock: TurnedClock
    telegram: FakeTelegram
    bot: BotAccount
    shop: Shop
    config: BotConfig
    code: str
    people: dict[str, Person] = field(default_factory=dict)
    hurry: Hurry = field(default_factory=Hurry)

    def __post_init__(self) -> None:
        self.seen = Seen(self.bot, self._name_of, self.code)
        self.telegram.heeded = self.seen.note

    async def perform(self, act: Act) -> list[str]:
        """Do it at its time, deliver what is due then, and tell what could be seen."""
        await self._turn_clock(act.at)
        if act.board is not None:
            return block(act.board, self._board(act.board), [])
        if act.who is not None:
            early = self.seen.take()
            assert not early, f"what comes by itself before {act.line!r} needs an act: {early}"
            await self._does(act, self._person(act.who, act.room))
            await self._deliver()
        return self.seen.take()

    async def _turn_clock(self, at: str) -> None:
        hours, minutes = map(int, at.split(":"))
        now = MIDNIGHT + timedelta(hours=hours, minutes=minutes)
        assert now >= self.clock.now, f"{at} is over"
        if now > self.clock.now:
            await self.clock.turn(now)
            await self._deliver()

    async def _deliver(self) -> None:
        voices, tenant = Voices(), self.shop.rooms.tenants[SLUG]
        post = TelegramNotifier(
            [self.config],
            lambda _, language: voices(language, tenant),
            api_base=self.telegram.base,
            pace=lambda: Pace(self.hurry, self.hurry.pause),
        )
        try:
            words = NoticeWords(self.shop.rooms)
            await Dispatcher(self.clock.postgres, [post], words).deliver_due()
        finally:
            await post.close()

    def _board(self, room: str) -> str:
        """What the one board of a room says."""
        (board,) = (
            one.text
            for one in self.bot.chats.of(GROUP)
            if one.topic == ROOMS[room] and one.text.startswith(BOARDS)
        )
        return board

    def _person(self, name: str, room: str | None) -> Person:
        if name not in self.people:
            self.people[name] = self.telegram.person(self.bot, name, username=name.lower())
        person = self.people[name]
        return person.goes_to(GROUP, ROOMS[room]) if room else person.goes_to(None)

    def _name_of(self, user: int) -> str:
        return next(name for name, one in self.people.items() if one.user_id == user)

    async def _does(self, act: Act, person: Person) -> None:
        if act.says is not None:
            await person.sends(text=act.says.replace("{code}", self.seen.code))
        elif act.presses is not None:
            await self._presses(person, act.presses, act.of)
        elif act.shares == "phone":
            await person.shares_phone(f"+91 98450 {person.user_id:05}")
        elif act.shares == "place":
            await person.shares_location(*PLACE)
        else:
            await person.pays(charge=f"charge-{len(self.telegram.calls)}")

    async def _presses(self, person: Person, label: str, of: str | None) -> None:
        """The button that is called exactly so, of the newest message there is one in."""
        for message in reversed(person.reads()):
            is_meant = of is None or re.search(rf"{of}\b", message.text)
            hits = [data for row in message.buttons for text, data in row if text == label]
            if is_meant and hits:
                await person.delivers(person.press(hits[0], message.message_id))
                return
        raise AssertionError(f"no button {label!r}: {[one.labels for one in person.reads()]}")


@asynccontextmanager
async def stage(dsn: str, db: psycopg.Connection) -> AsyncIterator[Stage]:
    """The shop as its owner finds it: a menu, its rules, and a bot that knows nobody yet."""
    async with turned_clock(dsn, db, MIDNIGHT) as clock, FakeTelegram() as telegram:
        add_tenant(
            dsn,
            slug=SLUG,
            name="The Corner",
            currency="INR",
            time_zone="Asia/Kolkata",
            language="en",
            order_types=("take_away", "dine_in", "delivery"),
        )
        import_menu(dsn, SLUG, FILES / "service_menu.json")
        set_provider(dsn, SLUG, PROVIDER_TOKEN)
        import_shop(dsn, SLUG, FILES / "service_shop.json")
        shop = await open_shop(clock, lambda: clock.now)
        tenant, voices = shop.rooms.tenants[SLUG], Voices()
        bot = telegram.bot("111:AAA-token")
        config = BotConfig(SLUG, tenant.tenant_id, bot.token, SECRET)
        async with webhook(
            telegram,
            partial(take_turn, rooms=shop.rooms),
            Pauses(),
            config,
            voices=lambda _, language: voices(language, tenant),
            till=Till(shop.rooms),
            staff=StaffRooms(clock, "telegram", most_seconds=0),
        ):
            yield Stage(clock, telegram, bot, shop, config, invite(dsn, SLUG, "owner"))
