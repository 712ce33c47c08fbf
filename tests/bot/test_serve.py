"""The service: what it starts, what it answers a load balancer, and how it stops."""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer, unused_port

from bot.pg import DatabaseDown
from bot.serve import Address, CannotListenError, serve, sweep, web_app
from tools.kit.call import Json


class Database:
    """Answers every call with a number, or is down."""

    def __init__(self) -> None:
        self.down = False
        self.called: asyncio.Queue[str] = asyncio.Queue()

    async def call(self, function: str, *args: object) -> Json:
        self.called.put_nowait(function)
        if self.down:
            raise DatabaseDown("gone")
        return 0


class Telegram:
    """A channel with a post that takes as long as a test wants."""

    def __init__(self) -> None:
        self.polling = asyncio.Event()
        self.closed = asyncio.Event()
        self.public_url: asyncio.Queue[str] = asyncio.Queue()
        self.posted = asyncio.Event()
        self.answer = asyncio.Event()

    async def run_polling(self) -> None:
        self.polling.set()
        await asyncio.Event().wait()

    async def set_webhooks(self, public_url: str) -> None:
        self.public_url.put_nowait(public_url)

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/telegram/1", self._post)]

    async def close(self) -> None:
        self.closed.set()

    async def _post(self, _: web.Request) -> web.Response:
        self.posted.set()
        await self.answer.wait()
        return web.Response(text="committed")


@pytest.fixture
async def client() -> AsyncIterator[tuple[TestClient[web.Request, web.Application], Database]]:
    database = Database()
    async with TestClient(TestServer(web_app(Telegram(), database))) as client:
        yield client, database


async def test_health_and_readiness(
    client: tuple[TestClient[web.Request, web.Application], Database],
) -> None:
    web_client, database = client
    assert (await web_client.get("/healthz")).status == 200
    assert (await web_client.get("/readyz")).status == 200
    database.down = True
    assert (await web_client.get("/healthz")).status == 200
    assert (await web_client.get("/readyz")).status == 503


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_polling_until_told_to_stop(number: signal.Signals) -> None:
    telegram = Telegram()
    async with asyncio.TaskGroup() as group:
        service = group.create_task(serve(telegram, Database(), None))
        await telegram.polling.wait()
        os.kill(os.getpid(), number)
        await service
    assert telegram.closed.is_set()


async def test_a_port_that_is_taken_is_said_with_the_settings_to_change() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.RaisesGroup(
            pytest.RaisesExc(CannotListenError, match=f"127.0.0.1:{port}.*PORT")
        ):
            await serve(Telegram(), Database(), Address("127.0.0.1", port, "https://shop.example"))


async def test_one_that_only_sweeps_needs_no_channel() -> None:
    database = Database()
    async with asyncio.TaskGroup() as group:
        service = group.create_task(serve(None, database, None))
        assert await database.called.get() == "sweep_idle_sessions"
        os.kill(os.getpid(), signal.SIGTERM)
        await service


async def test_notices_are_delivered_beside_it_and_finished_in_the_end() -> None:
    class Outbox:
        def __init__(self) -> None:
            self.running = asyncio.Event()
            self.finished = False

        async def run(self) -> None:
            self.running.set()
            try:
                await asyncio.Event().wait()
            finally:
                await asyncio.sleep(0)
                self.finished = True

    outbox = Outbox()
    async with asyncio.TaskGroup() as group:
        service = group.create_task(serve(None, Database(), None, outbox=outbox))
        await outbox.running.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        await service
    assert outbox.finished


async def test_a_channel_that_fails_ends_the_service() -> None:
    class Refused(Telegram):
        async def run_polling(self) -> None:
            raise PermissionError("no token is valid")

    telegram = Refused()
    with pytest.RaisesGroup(PermissionError):
        await serve(telegram, Database(), None)
    assert telegram.closed.is_set()


async def test_a_webhook_call_under_way_is_answered_before_the_service_stops() -> None:
    telegram = Telegram()
    port = unused_port()
    address = Address("127.0.0.1", port, "https://shop.example")

    async def post() -> str:
        async with aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{port}/telegram/1"
            async with session.post(url, data=b"{}") as response:
                return await response.text()

    async with asyncio.TaskGroup() as group:
        service = group.create_task(serve(telegram, Database(), address))
        assert await telegram.public_url.get() == "https://shop.example"
        posting = group.create_task(post())
        await telegram.posted.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        telegram.answer.set()
        await service
    assert posting.result() == "committed"


async def test_the_sweep_outlives_a_database_that_is_down() -> None:
    database = Database()
    database.down = True
    async with asyncio.TaskGroup() as group:
        sweeping = group.create_task(sweep(database, every=0))
        for _ in range(3):
            assert await database.called.get() == "sweep_idle_sessions"
            assert await database.called.get() == "trim_outbox"
            assert await database.called.get() == "trim_people"
        sweeping.cancel()
