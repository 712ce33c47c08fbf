"""A menu that is changed by one process is fresh in all the others before anybody's next turn."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from uuid import UUID

import psycopg
import pytest

from bot.changes import MENUS, Changes
from bot.pg import Postgres
from bot.preloader import Preloader
from tests.support.ears import cut_ears
from tests.support.shop import Shop
from tools.kit.turn import Tenant

# A second is the promise; a slow machine under load is no broken one.
SOON = 20.0
NOBODY = UUID(int=9)
CHANGE = """
import sys, psycopg
with psycopg.connect(sys.argv[1]) as connection:
    connection.execute("update cold.menu_item set price = 99 where item_id = 'idly'")
    connection.execute("select app.menu_changed(tenant_id) from cold.tenants where slug = 'demo'")
"""


class Process(Preloader):
    """The menus of one process; a test can wait until it has heard something."""

    def __init__(self, postgres: Postgres) -> None:
        super().__init__(postgres)
        self.heard: asyncio.Queue[str] = asyncio.Queue()

    def note_change(self, notice: str) -> None:
        super().note_change(notice)
        self.heard.put_nowait(notice)

    def forget_all(self) -> None:
        super().forget_all()
        self.heard.put_nowait("all")

    async def price(self, tenant: Tenant) -> Decimal:
        item = (await self.get(tenant)).item("idly")
        assert item
        return item.price


@asynccontextmanager
async def process(dsn: str) -> AsyncIterator[Process]:
    """A process that follows the changes of the others."""
    postgres = await Postgres.connect(dsn, trust_unsafe=True)
    menus = Process(postgres)
    changes = Changes(postgres, {MENUS: menus})
    async with asyncio.TaskGroup() as group:
        following = group.create_task(changes.follow(every=0.02))
        assert await menus.heard.get() == "all"
        yield menus
        following.cancel()
    await changes.close()
    await postgres.close()


@pytest.fixture
def demo(shop: Shop) -> Tenant:
    return shop.rooms.tenants["demo"]


async def test_a_change_of_another_process_is_seen_without_a_turn(dsn: str, demo: Tenant) -> None:
    async with process(dsn) as here, process(dsn) as there:
        assert [await here.price(demo), await there.price(demo)] == [40, 40]
        other = await asyncio.create_subprocess_exec(sys.executable, "-c", CHANGE, dsn)
        assert await other.wait() == 0
        async with asyncio.timeout(SOON):
            notices = await here.heard.get(), await there.heard.get()
        assert notices == (f"{demo.tenant_id} 2", f"{demo.tenant_id} 2")
        assert [await here.price(demo), await there.price(demo)] == [99, 99]


async def test_a_change_that_is_taken_back_is_no_change(
    dsn: str, demo: Tenant, db: psycopg.Connection
) -> None:
    async with process(dsn) as menus:
        menu = await menus.get(demo)
        with db.transaction(force_rollback=True):
            db.execute("select app.menu_changed(%s)", (demo.tenant_id,))
        db.execute(f"notify hotcart_menu, '{NOBODY} 1'")
        async with asyncio.timeout(SOON):
            assert await menus.heard.get() == f"{NOBODY} 1"
        assert await menus.get(demo) is menu


async def test_what_was_missed_while_the_connection_was_lost_is_not_kept(
    dsn: str, demo: Tenant, db: psycopg.Connection
) -> None:
    async with process(dsn) as menus:
        assert await menus.price(demo) == 40
        cut_ears(db)
        db.execute("update cold.menu_item set price = 99 where item_id = 'idly'")
        db.execute("update cold.tenants set menu_version = menu_version + 1")
        async with asyncio.timeout(SOON):
            assert await menus.heard.get() == "all"
        assert await menus.price(demo) == 99


async def test_a_shop_that_was_waiting_catches_up_before_its_next_message(
    postgres: Postgres, demo: Tenant, db: psycopg.Connection
) -> None:
    menus = Preloader(postgres)
    changes = Changes(postgres, {MENUS: menus})
    await changes.catch_up()
    menu = await menus.get(demo)
    db.execute("select app.menu_changed(%s)", (demo.tenant_id,))
    # It may still be on its way from the server when the next message comes.
    async with asyncio.timeout(SOON):
        while await menus.get(demo) is menu:
            await changes.catch_up()
    await changes.close()


async def test_turns_send_no_notices(dsn: str, shop: Shop, db: psycopg.Connection) -> None:
    async with process(dsn) as menus:
        person = shop.person()
        for words in ("menu", "add 2 idly", "checkout", "cash"):
            await person.says(words)
        db.execute(f"notify hotcart_menu, '{NOBODY} 1'")
        assert await menus.heard.get() == f"{NOBODY} 1"
