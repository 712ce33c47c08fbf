"""Lanes: order within a conversation, none between conversations, bounds on both."""

import asyncio
from functools import partial

import pytest

from bot.lanes import LaneBroken, LaneFull, Lanes


class Work:
    """Turns that wait to be let through, and a record of which began and ended."""

    def __init__(self) -> None:
        self.record: list[str] = []
        self.gate = asyncio.Event()

    async def __call__(self, name: str) -> str:
        self.record.append(f"{name} begins")
        await self.gate.wait()
        self.record.append(f"{name} ends")
        return name


async def settle() -> None:
    """Let every task run until all of them wait."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_one_conversation_goes_in_order_and_one_by_one() -> None:
    lanes, work = Lanes(), Work()
    async with asyncio.TaskGroup() as group:
        for name in "abc":
            group.create_task(lanes.run("asha", partial(work, name)))
        await settle()
        assert work.record == ["a begins"]
        work.gate.set()
    assert work.record == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]


async def test_conversations_run_side_by_side_up_to_the_bound() -> None:
    lanes, work = Lanes(at_once=2), Work()
    async with asyncio.TaskGroup() as group:
        for name in "abc":
            group.create_task(lanes.run(name, partial(work, name)))
        await settle()
        assert work.record == ["a begins", "b begins"]
        work.gate.set()
    assert len(work.record) == 6


async def test_a_flood_holds_one_place_only() -> None:
    lanes, work = Lanes(at_once=2), Work()
    async with asyncio.TaskGroup() as group:
        for number in range(10):
            group.create_task(lanes.run("flood", partial(work, f"flood {number}")))
        group.create_task(lanes.run("asha", partial(work, "asha")))
        await settle()
        assert work.record == ["flood 0 begins", "asha begins"]
        work.gate.set()


async def test_a_full_lane_refuses_and_says_which_refusal_was_the_first() -> None:
    lanes, work = Lanes(length=2), Work()
    async with asyncio.TaskGroup() as group:
        for name in "ab":
            group.create_task(lanes.run("asha", partial(work, name)))
        await settle()
        refusals = []
        for _ in range(3):
            with pytest.raises(LaneFull) as refusal:
                await lanes.run("asha", partial(work, "c"))
            refusals.append(refusal.value.first)
        assert refusals == [True, False, False]
        work.gate.set()
    assert await lanes.run("asha", partial(work, "d")) == "d"
    assert not lanes._lanes


async def test_nothing_overtakes_a_turn_that_failed() -> None:
    lanes, work = Lanes(), Work()

    async def fails() -> str:
        await work.gate.wait()
        raise ConnectionError

    async def failing() -> None:
        with pytest.raises(ConnectionError):
            await lanes.run("asha", fails)

    async def behind() -> None:
        with pytest.raises(LaneBroken):
            await lanes.run("asha", partial(work, "behind"))

    async with asyncio.TaskGroup() as group:
        group.create_task(failing())
        group.create_task(behind())
        await settle()
        work.gate.set()
    assert work.record == []
    assert await lanes.run("asha", partial(work, "again")) == "again"
