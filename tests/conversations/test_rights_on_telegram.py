"""The rights matrix over HTTP: roles, rooms and tricks of identity, before the loopback Bot API."""

import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import psycopg
import pytest

from bot.channels.telegram.callback import ANYONE, Callbacks
from tests.fakes.telegram_person import Person
from tests.support.back_office import (
    GROUP,
    TOPICS,
    BackOffice,
    address,
    back_office,
    bind,
    dismiss,
    employ,
)
from tests.support.rights import ROLES, documented
from tests.support.shop import Shop
from tests.support.staff import stock_of
from tools.kit.call import Call, Json

CASES = 400
SEED = 95103
ROOMS = (*TOPICS, "lobby", "private")
FORWARDED: Json = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
RIGHT = documented()["update_stock"]


@pytest.fixture
async def office(shop: Shop, db: psycopg.Connection) -> AsyncIterator[BackOffice]:
    for kind in TOPICS:
        bind(db, kind)
    async with back_office(shop, db) as opened:
        yield opened


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody sets a stock in words or by a button."""

    office: BackOffice
    person: Person
    room: str
    pieces: int

    @property
    def chat(self) -> str:
        """Where he is, as the database has it."""
        return str(self.person.user_id) if self.room == "private" else address(self.room)

    def data(self, chat: str, whose: str) -> str:
        """A button that is sealed for somebody somewhere."""
        tenant = self.office.db.execute("select tenant_id from cold.tenants").fetchone()
        assert tenant is not None
        call = Call("update_stock", {"item": "idly", "pieces": self.pieces, "how": "set"})
        return Callbacks(self.office.bot.token, tenant[0]).seal(call, chat, whose)

    async def says(self, **fields: Json) -> None:
        """In words."""
        await self.person.sends(text=f"set idly stock to {self.pieces}", **fields)

    async def presses(self, chat: str, whose: str) -> None:
        """By a button."""
        await self.person.delivers(self.person.press(self.data(chat, whose), 5))


Act = Callable[[Case], Awaitable[None]]


async def plainly(case: Case) -> None:
    await case.says()


async def to_the_bot(case: Case) -> None:
    await case.person.sends(text=f"@shop_bot set idly stock to {case.pieces}")


async def own_button(case: Case) -> None:
    await case.presses(case.chat, str(case.person.user_id))


async def anyones_button(case: Case) -> None:
    await case.presses(case.chat, ANYONE)


async def forwarded(case: Case) -> None:
    await case.says(forward_origin=FORWARDED)


async def anonymous(case: Case) -> None:
    nobody: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    await case.says(**{"from": nobody, "sender_chat": case.person.chat})


async def as_a_channel(case: Case) -> None:
    await case.says(sender_chat={"id": -5, "type": "channel", "title": "X"})


async def channel_post(case: Case) -> None:
    update = case.person.message(text=f"set idly stock to {case.pieces}")
    update["channel_post"] = update.pop("message")
    await case.person.delivers(update)


async def edited(case: Case) -> None:
    update = case.person.message(text=f"set idly stock to {case.pieces}", edit_date=2)
    update["edited_message"] = update.pop("message")
    await case.person.delivers(update)


async def in_a_thread(case: Case) -> None:
    await case.says(is_topic_message=False)


async def in_another_group(case: Case) -> None:
    case.person.goes_to(GROUP - 1, case.person.topic)
    await case.says()


async def anothers_button(case: Case) -> None:
    await case.presses(case.chat, "12345")


async def button_of_another_room(case: Case) -> None:
    await case.presses(f"{GROUP}/99", ANYONE)


async def forged(case: Case) -> None:
    data = case.data(case.chat, ANYONE)
    await case.person.delivers(case.person.press(data[:-1] + "z", 5))
    await case.person.delivers(case.person.press("us.idly.1.set", 5))


async def just_dismissed(case: Case) -> None:
    dismiss(case.office.db, case.person.user_id)
    await case.says()
    await case.presses(case.chat, ANYONE)


async def room_just_bound_as_the_riders(case: Case) -> None:
    rebind = "update cold.room set kind = 'riders' where chat = %s and unbound_at is null"
    case.office.db.execute(rebind, (case.chat,))
    await case.says()
    await case.presses(case.chat, ANYONE)
    undo = "update cold.room set kind = %s where chat = %s"
    case.office.db.execute(undo, (case.room, case.chat))


async def room_just_ended(case: Case) -> None:
    end = """update cold.room set unbound_at = now(), unbound_by = 'x'
             where chat = %s and unbound_at is null"""
    case.office.db.execute(end, (case.chat,))
    await case.says()
    await case.presses(case.chat, ANYONE)
    if case.room in TOPICS:
        bind(case.office.db, case.room)


HONEST: tuple[Act, ...] = (plainly, to_the_bot, own_button, anyones_button)
TRICKS: tuple[Act, ...] = (
    forwarded,
    anonymous,
    as_a_channel,
    channel_post,
    edited,
    in_a_thread,
    in_another_group,
    anothers_button,
    button_of_another_room,
    forged,
    just_dismissed,
    room_just_bound_as_the_riders,
    room_just_ended,
)


async def test_hundreds_of_combinations(office: BackOffice, db: psycopg.Connection) -> None:
    """What is allowed is done, and nothing else ever is."""
    draw = random.Random(SEED)  # noqa: S311 - a lottery
    wrong: list[tuple[str, str | None, str, bool]] = []
    seen: Counter[tuple[str, bool]] = Counter()
    for number in range(CASES):
        role = draw.choice((*ROLES, None))
        room, act = draw.choice(ROOMS), draw.choice((*HONEST, *HONEST, *TRICKS))
        person = office.person(f"P{number}")
        if role is not None:
            employ(db, person.user_id, role)
        if room == "private":
            person.goes_to(None)
        else:
            office.at(f"P{number}", room)
        await act(Case(office, person, room, 1000 + number))
        assert person.status == 200
        done = stock_of(db, "idly") == 1000 + number
        allowed = act in HONEST and role in RIGHT.roles and room in RIGHT.rooms
        seen[act.__name__, done] += 1
        if done != allowed:
            wrong.append((act.__name__, role, room, done))
    assert wrong == []
    assert {act.__name__ for act in HONEST} == {name for name, done in seen if done}
    assert {act.__name__ for act in (*HONEST, *TRICKS)} == {name for name, done in seen if not done}
