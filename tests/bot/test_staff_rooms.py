"""Which groups a process listens to: never an answer older than a minute, and fresh when told."""

import asyncio
from uuid import UUID

import psycopg

from bot.changes import ROOMS, Changes
from bot.inbound import Met, Speaker
from bot.pg import Postgres
from bot.staff_rooms import StaffRooms
from tests.support.back_office import address, bind, employ, unbind
from tests.support.shop import Shop
from tools.kit.call import Json

SHOP = UUID(int=1)
OTHER = UUID(int=2)
KITCHEN = "-100/7"


class Rooms:
    """A database with rooms. `asked` counts how often it was asked for them."""

    def __init__(self) -> None:
        self.rooms: list[str] = []
        self.asked = 0
        self.meanwhile: StaffRooms | None = None

    async def call(self, function: str, *args: object) -> Json:
        assert function == "list_rooms"
        self.asked += 1
        found = [*self.rooms]
        if self.meanwhile is not None:
            self.meanwhile.note_change(str(SHOP))
        return [*found]


class Hearing(StaffRooms):
    """The rooms of a process; `told` tells when it was told something."""

    told: asyncio.Event

    def note_change(self, notice: str) -> None:
        super().note_change(notice)
        self.told.set()

    def forget_all(self) -> None:
        super().forget_all()
        self.told.set()


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_it_asks_once_a_minute_at_most() -> None:
    rooms, clock = Rooms(), Clock()
    staff = StaffRooms(rooms, "telegram", clock=clock)
    assert not await staff.is_room(SHOP, KITCHEN)
    rooms.rooms = [KITCHEN]
    clock.now = 59.9
    assert not await staff.is_room(SHOP, KITCHEN)
    assert rooms.asked == 1
    clock.now = 60.0
    assert await staff.is_room(SHOP, KITCHEN)
    assert not await staff.is_room(SHOP, "-100")
    assert rooms.asked == 2


async def test_a_notice_drops_the_rooms_of_its_shop_and_no_others() -> None:
    rooms = Rooms()
    staff = StaffRooms(rooms, "telegram", clock=Clock())
    await staff.is_room(SHOP, KITCHEN)
    await staff.is_room(OTHER, KITCHEN)
    staff.note_change(str(SHOP))
    await staff.is_room(OTHER, KITCHEN)
    assert rooms.asked == 2
    await staff.is_room(SHOP, KITCHEN)
    assert rooms.asked == 3
    staff.forget_all()
    await staff.is_room(SHOP, KITCHEN)
    await staff.is_room(OTHER, KITCHEN)
    assert rooms.asked == 5


async def test_what_is_changed_while_it_is_read_is_read_again() -> None:
    rooms = Rooms()
    staff = StaffRooms(rooms, "telegram", clock=Clock())
    rooms.meanwhile = staff
    await staff.is_room(SHOP, KITCHEN)
    rooms.meanwhile = None
    await staff.is_room(SHOP, KITCHEN)
    assert rooms.asked == 2


async def test_another_process_is_told_when_a_room_ends(
    shop: Shop, postgres: Postgres, db: psycopg.Connection
) -> None:
    bind(db, "kitchen")
    tenant = shop.rooms.tenants["demo"].tenant_id
    staff, told = Hearing(postgres, "telegram"), asyncio.Event()
    staff.told = told
    changes = Changes(postgres, {ROOMS: staff})
    async with asyncio.TaskGroup() as group:
        following = group.create_task(changes.follow(every=0.02))
        assert await staff.is_room(tenant, address("kitchen"))
        await told.wait()  # it listens, and has forgotten what it knew
        told.clear()
        assert await staff.is_room(tenant, address("kitchen"))
        employ(db, 7, "owner")
        await StaffRooms(postgres, "telegram").removed(tenant, "-1001234567890", "7", "c1")
        async with asyncio.timeout(5):
            await told.wait()
        assert not await staff.is_room(tenant, address("kitchen"))
        following.cancel()
    await changes.close()


async def test_who_speaks_is_read_anew(
    shop: Shop, postgres: Postgres, db: psycopg.Connection
) -> None:
    tenant = shop.rooms.tenants["demo"].tenant_id
    staff, chat = StaffRooms(postgres, "telegram"), address("kitchen")
    ravi = Speaker("501", "Ravi", "ravi_k")
    assert await staff.meet(tenant, chat, ravi) == Met(in_room=False, role=None)
    assert db.execute("select count(*) from cold.person_seen").fetchone() == (0,)
    bind(db, "kitchen")
    employ(db, 501, "kitchen")
    met = await staff.meet(tenant, chat, ravi)
    assert (met.in_room, met.role) == (True, "kitchen")
    assert {"accept_order", "update_stock"} <= met.may
    assert "pay_bill" not in met.may
    # An @name is its last holder's.
    await staff.meet(tenant, chat, Speaker("502", "Mina", "RAVI_K"))
    assert db.execute(
        "select sender, username from cold.person_seen order by sender"
    ).fetchall() == [("501", None), ("502", "RAVI_K")]
    unbind(db, chat)
    met = await staff.meet(tenant, chat, ravi)
    assert (met.in_room, met.role) == (False, "kitchen")
    assert "accept_order" not in met.may
