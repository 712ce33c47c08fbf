"""How fast a bot speaks of its own accord."""

import asyncio

import pytest

from bot.channels.telegram.pace import Pace


class Clock:
    """Seconds that pass only where somebody waits for them."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds

    async def pause(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(clock, clock.pause)


async def test_a_chat_hears_one_a_second(clock: Clock, pace: Pace) -> None:
    for _ in range(21):
        await pace.turn("7")
    assert clock.seconds == pytest.approx(120)


async def test_a_group_hears_less_than_twenty_in_any_minute_whatever_the_topic(
    clock: Clock, pace: Pace
) -> None:
    told = []
    for number in range(100):
        await pace.turn(f"-100777/{number % 4}")
        told.append(clock.seconds)
    assert max(sum(at <= one < at + 60 for one in told) for at in told) == 18
    assert told[5] < 101


async def test_many_who_ask_at_once_keep_the_limit_too(clock: Clock, pace: Pace) -> None:
    told = []

    async def speak() -> None:
        await pace.turn("-100777")
        told.append(clock.seconds)

    await asyncio.gather(*(speak() for _ in range(40)))
    assert clock.seconds >= 100 + 6 * 22


async def test_edits_are_a_second_apart_in_a_topic_and_wait_for_no_new_message(
    clock: Clock, pace: Pace
) -> None:
    for _ in range(6):
        await pace.turn("-100777/1")
    assert pace.wait("-100777/2") == pytest.approx(22, abs=0.3)
    assert pace.wait("-100777/2", edits=True) == 0
    for _ in range(3):
        await pace.turn("-100777/2", edits=True)
    assert clock.seconds == pytest.approx(102, abs=0.3)
    assert pace.wait("-100777/3", edits=True) == 0


async def test_a_group_told_to_wait_waits_in_all_its_topics(clock: Clock, pace: Pace) -> None:
    pace.hold("-100777/1", 30)
    assert (pace.wait("-100777/2"), pace.wait("-100777/2", edits=True)) == (30, 30)
    assert pace.wait("-100778") == 0


async def test_a_bot_speaks_25_times_a_second(clock: Clock, pace: Pace) -> None:
    for chat in range(101):
        await pace.turn(str(chat))
    assert clock.seconds == pytest.approx(104)


async def test_a_chat_that_has_rested_need_not_wait(clock: Clock, pace: Pace) -> None:
    await pace.turn("7")
    clock.seconds += 1
    await pace.turn("7")
    assert clock.seconds == 101


async def test_what_is_long_past_is_forgotten(clock: Clock, pace: Pace) -> None:
    for chat in range(5000):
        await pace.turn(str(chat))
    assert len(pace._taken) <= 1000


def test_one_chat_told_to_wait_is_its_own_affair(clock: Clock, pace: Pace) -> None:
    for _ in range(5):
        pace.hold("7", 30)
    assert pace.held == 0


def test_several_at_once_hold_the_bot_as_long_as_they_all_wait(clock: Clock, pace: Pace) -> None:
    for chat, seconds in (("7", 30), ("8", 20), ("9", 10)):
        pace.hold(chat, seconds)
    assert pace.held == 30
    clock.seconds += 10
    assert pace.held == 0
