"""What the Telegram tests share."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace

import pytest

from tests.bot.telegram.rig import Pauses, Script
from tests.fakes.telegram import BotAccount, FakeTelegram


@pytest.fixture(autouse=True)
def close_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """aiogram's session waits for TLS when it closes; loopback has none."""
    quick = SimpleNamespace(TimeoutError=TimeoutError, sleep=lambda _: asyncio.sleep(0))
    monkeypatch.setattr("aiogram.client.session.aiohttp.asyncio", quick)


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    """A Bot API on loopback."""
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(telegram: FakeTelegram) -> BotAccount:
    """A bot Telegram knows."""
    return telegram.bot("111:AAA-token")


@pytest.fixture
async def script() -> Script:
    """The pipeline behind the bots."""
    return Script()


@pytest.fixture
def pauses() -> Pauses:
    """Every pause the service made, in seconds."""
    return Pauses()
