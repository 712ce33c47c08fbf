"""A Telegram service before the loopback Bot API, with a scripted pipeline behind it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from uuid import UUID

from aiohttp import web

from bot.channels import KnowStaff, SpeechFor, TakeMoney, TakeTurn
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.service import TelegramService
from bot.inbound import Inbound, Tendered
from bot.lanes import Lanes
from bot.reply import Reply
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.speech import PlainSpeech

SECRET = "a-secret_of-the-shop"  # noqa: S105
TENANT = UUID("11111111-1111-4111-8111-111111111111")


def speech(tenant: str, language: str | None) -> PlainSpeech:
    """One voice for every shop and language."""
    return PlainSpeech()


class Script:
    """A pipeline that answers what it is told to. Turns wait while `gate` is not set.

    `started` counts the turns that began; `heard` are those that went through the gate.
    """

    def __init__(self) -> None:
        self.answer: Callable[[Inbound], Reply] = lambda inbound: Reply(f"You said: {inbound.text}")
        self.errors: list[Exception] = []
        self.heard: list[Inbound] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.held: set[str] | None = None
        self._begun = 0
        self._news = asyncio.Event()

    async def __call__(self, inbound: Inbound) -> Reply:
        self._begun += 1
        self._news.set()
        if self.held is None or inbound.sender in self.held:
            await self.gate.wait()
        if self.errors:
            raise self.errors.pop(0)
        self.heard.append(inbound)
        return self.answer(inbound)

    async def until_begun(self, turns: int) -> None:
        """Wait until that many turns have begun."""
        while self._begun < turns:
            self._news.clear()
            await self._news.wait()

    @property
    def texts(self) -> list[str]:
        """What was said, in the order it was answered."""
        return [inbound.text for inbound in self.heard]


class ScriptedTill:
    """A till that says what it is told to. `received` is the money that came."""

    def __init__(self) -> None:
        self.words: str | None = None
        self.errors: list[Exception] = []
        self.asked: list[Tendered] = []
        self.received: list[Tendered] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.news = asyncio.Event()
        self.token: str | None = "provider:TEST:secret"  # noqa: S105

    async def refusal(self, inbound: Inbound, tendered: Tendered) -> str | None:
        """Whether it may be paid: as `words` say, when the gate is open."""
        self.asked.append(tendered)
        await self.gate.wait()
        if self.errors:
            raise self.errors.pop(0)
        return self.words

    async def credit(self, inbound: Inbound, tendered: Tendered) -> Reply:
        """Thank for it."""
        if self.errors:
            raise self.errors.pop(0)
        self.received.append(tendered)
        self.news.set()
        return Reply(f"Received {tendered.minor_units}")

    async def provider_token(self, tenant: str) -> str | None:
        """The secret."""
        return self.token


class Pauses:
    """Waiting that takes no time and is written down."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


def config_of(bot: BotAccount, tenant: str = "demo", tenant_id: UUID = TENANT) -> BotConfig:
    """The configuration of a shop with this bot."""
    return BotConfig(tenant, tenant_id, bot.token, SECRET)


@asynccontextmanager
async def polling(
    telegram: FakeTelegram,
    script: TakeTurn,
    pauses: Pauses,
    *configs: BotConfig,
    till: TakeMoney | None = None,
    staff: KnowStaff | None = None,
) -> AsyncIterator[TelegramService]:
    """The service, polling; left the way a service is stopped: cancelled, and drained."""
    service = TelegramService(
        configs,
        script,
        till or ScriptedTill(),
        speech,
        api_base=telegram.base,
        pause=pauses,
        staff=staff,
    )
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(service.run_polling())
            yield service
            task.cancel()
    finally:
        await service.close()


@asynccontextmanager
async def webhook(
    telegram: FakeTelegram,
    script: TakeTurn,
    pauses: Pauses,
    *configs: BotConfig,
    voices: SpeechFor = speech,
    lanes: Lanes | None = None,
    till: TakeMoney | None = None,
    pages: Sequence[web.RouteDef] = (),
    staff: KnowStaff | None = None,
) -> AsyncIterator[str]:
    """The service behind a web server, which has `pages` too; gives the server's address."""
    service = TelegramService(
        configs,
        script,
        till or ScriptedTill(),
        voices,
        api_base=telegram.base,
        pause=pauses,
        lanes=lanes,
        staff=staff,
    )
    app = web.Application()
    app.add_routes([*service.routes(), *pages])
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0]
        address = f"http://{host}:{port}"
        telegram.reach("https://shop.example", address)
        await service.set_webhooks("https://shop.example/")
        yield address
    finally:
        await runner.cleanup()
        await service.close()
