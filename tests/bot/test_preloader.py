"""The preloader: one load for many, nothing stale, nothing without bound."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from bot.preloader import Preloader
from tests.support.menus import document_of
from tools.kit.call import Json
from tools.kit.turn import Tenant


class Shelf:
    """A database that hands out menus, and can be told to wait or to fail."""

    def __init__(self, items: int = 1) -> None:
        self.items = items
        self.version = 1
        self.loaded: list[object] = []
        self.asked: asyncio.Queue[object] = asyncio.Queue()
        self.open = asyncio.Event()
        self.open.set()
        self.down = False
        self.stale_at: str | None = None

    async def call(self, function: str, *args: object) -> Json:
        assert function == "load_menu"
        self.loaded.append(args[0])
        version = self.version
        self.asked.put_nowait(args[0])
        await self.open.wait()
        if self.down:
            raise ConnectionError
        return document_of(
            {
                "menu_version": version,
                "stale_at": self.stale_at,
                "categories": [{"id": "dosa", "name": "Dosa"}],
                "items": [_item(number) for number in range(1, self.items + 1)],
            }
        )


def _item(number: int) -> Json:
    return {
        "no": number,
        "id": f"dosa_{number}",
        "name": f"Dosa {number}",
        "category": "dosa",
        "price": "80.00",
    }


def shop(number: int = 1) -> Tenant:
    return Tenant(UUID(int=number), f"shop{number}", "Shop", "INR", "Asia/Kolkata", "en")


async def test_a_menu_is_loaded_once() -> None:
    shelf = Shelf()
    menus = Preloader(shelf)
    first = await menus.get(shop())
    assert await menus.get(shop()) is first
    assert shelf.loaded == [UUID(int=1)]


async def test_all_who_ask_at_once_wait_for_one_load() -> None:
    shelf = Shelf()
    shelf.open.clear()
    menus = Preloader(shelf)
    async with asyncio.TaskGroup() as group:
        waiting = [group.create_task(menus.get(shop())) for _ in range(20)]
        other = group.create_task(menus.get(shop(2)))
        await shelf.asked.get()
        await shelf.asked.get()
        shelf.open.set()
    assert len({id(task.result()) for task in waiting}) == 1
    assert other.result() is not waiting[0].result()
    assert sorted(shelf.loaded, key=str) == [UUID(int=1), UUID(int=2)]


async def test_a_failed_load_fails_only_once_and_is_tried_again() -> None:
    shelf = Shelf()
    shelf.down = True
    menus = Preloader(shelf)
    with pytest.raises(ConnectionError):
        await menus.get(shop())
    shelf.down = False
    assert (await menus.get(shop())).version == 1


async def test_who_gives_up_waiting_does_not_spoil_it_for_the_others() -> None:
    shelf = Shelf()
    shelf.open.clear()
    menus = Preloader(shelf)
    async with asyncio.TaskGroup() as group:
        leaving = group.create_task(menus.get(shop()))
        staying = group.create_task(menus.get(shop()))
        await shelf.asked.get()
        leaving.cancel()
        shelf.open.set()
    assert staying.result().version == 1


@pytest.mark.parametrize("version", [2, 0])
async def test_another_version_is_loaded_anew(version: int) -> None:
    shelf = Shelf()
    menus = Preloader(shelf)
    await menus.get(shop())
    menus.note_version(shop(), 1)
    await menus.get(shop())
    assert len(shelf.loaded) == 1
    shelf.version = version
    menus.note_version(shop(), version)
    assert (await menus.get(shop())).version == version


async def test_a_notice_of_another_version_drops_the_menu() -> None:
    shelf = Shelf()
    menus = Preloader(shelf)
    await menus.get(shop())
    menus.note_change(f"{shop().tenant_id} 1")
    menus.note_change(f"{shop(2).tenant_id} 2")
    await menus.get(shop())
    assert len(shelf.loaded) == 1
    shelf.version = 2
    menus.note_change(f"{shop().tenant_id} 2")
    assert (await menus.get(shop())).version == 2


@pytest.mark.parametrize("tell", ["a notice", "everything"])
async def test_what_changes_while_it_is_loaded_is_loaded_again(tell: str) -> None:
    shelf = Shelf()
    shelf.open.clear()
    menus = Preloader(shelf)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(menus.get(shop()))
        await shelf.asked.get()
        if tell == "a notice":
            menus.note_change(f"{shop().tenant_id} 2")
        else:
            menus.forget_all()
        shelf.version = 2
        shelf.open.set()
    assert first.result().version == 2
    assert len(shelf.loaded) == 2


async def test_forgetting_all_forgets_all() -> None:
    shelf = Shelf()
    menus = Preloader(shelf)
    for number in (1, 2):
        await menus.get(shop(number))
    menus.forget_all()
    assert menus.held_bytes == 0
    await menus.get(shop())
    assert len(shelf.loaded) == 3


async def test_the_version_of_an_unknown_shop_is_no_matter() -> None:
    Preloader(Shelf()).note_version(shop(9), 3)


async def test_the_least_recently_used_menus_make_room() -> None:
    shelf = Shelf(items=10)
    one = (await Preloader(shelf).get(shop())).size
    shelf.loaded.clear()
    menus = Preloader(shelf, max_bytes=one * 5 // 2)
    for number in (1, 2, 1, 3, 1, 2):
        await menus.get(shop(number))
    assert shelf.loaded == [UUID(int=number) for number in (1, 2, 3, 2)]
    assert menus.held_bytes == 2 * one


async def test_what_menus_take_is_counted_through_every_change() -> None:
    shelf = Shelf(items=3)
    menus = Preloader(shelf)
    small = (await menus.get(shop())).size
    assert menus.held_bytes == small
    shelf.version, shelf.items = 2, 30
    menus.note_version(shop(), 2)
    assert menus.held_bytes == 0
    assert (await menus.get(shop())).size == menus.held_bytes > small


async def test_a_menu_larger_than_the_bound_still_serves() -> None:
    shelf = Shelf(items=10)
    menus = Preloader(shelf, max_bytes=5)
    assert len((await menus.get(shop())).items) == 10
    assert len((await menus.get(shop())).items) == 10
    assert len(shelf.loaded) == 1


async def test_what_is_sold_out_until_then_is_looked_at_again_then() -> None:
    shelf = Shelf()
    shelf.stale_at = "2026-03-01T18:00:00+00:00"
    now = datetime(2026, 3, 1, 17, 59, tzinfo=UTC)
    menus = Preloader(shelf, clock=lambda: now.timestamp())
    first = await menus.get(shop())
    assert await menus.get(shop()) is first

    now += timedelta(minutes=1)
    shelf.stale_at = None
    second = await menus.get(shop())
    assert second is not first
    assert await menus.get(shop()) is second
    assert menus.held_bytes == second.size
