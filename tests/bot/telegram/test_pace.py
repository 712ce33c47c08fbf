"""How fast a bot speaks of its own accord."""

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


@pytest.mark.parametrize(("chat", "each"), [("7", 1.0), ("-100777", 3.0)])
async def test_a_chat_hears_one_a_second_and_a_group_twenty_a_minute(
    clock: Clock, pace: Pace, chat: str, each: float
) -> None:
    for _ in range(21):
        await pace.turn(chat)
    assert clock.seconds == pytest.approx(100 + 20 * each)


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
    assert len(pace._chats) <= 1000


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
