"""The service: Telegram by polling or by webhook, notices and the sweep, until told to stop."""

import asyncio
import logging
import signal
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web

from bot.pg import DatabaseDown
from tools.kit.turn import Database

HOUR = 3600.0
MOST_SWEPT = 1000
PAUSE = 5.0


class Telegram(Protocol):
    """The Telegram channel, as far as it has to be started and stopped."""

    async def run_polling(self) -> None:
        """Poll until cancelled."""
        ...

    async def set_webhooks(self, public_url: str) -> None:
        """Have updates posted to `routes`, which are reachable at this address."""
        ...

    def routes(self) -> list[web.RouteDef]:
        """Where Telegram posts to."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...


class Changes(Protocol):
    """What other processes change, and this one has to hear of."""

    async def follow(self) -> None:
        """Listen until cancelled."""
        ...


class Outbox(Protocol):
    """Notices to customers."""

    async def run(self) -> None:
        """Deliver until cancelled; what is under way then is finished first."""
        ...


class CannotListenError(Exception):
    """The webhook server has no place. The message names it, and the settings to change."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the webhook server listens, and what Telegram calls it."""

    host: str
    port: int
    public_url: str


async def serve(
    telegram: Telegram | None,
    database: Database,
    address: Address | None,
    changes: Changes | None = None,
    outbox: Outbox | None = None,
    *,
    sweeps: bool = True,
    pages: Sequence[web.RouteDef] = (),
) -> None:
    """Serve until SIGTERM or SIGINT, then let the turns under way end.

    No address means polling, no Telegram a worker, which sweeps and delivers notices; a process
    that does neither is a web process beside it. `pages` are served where there is an address.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    work: list[Coroutine[None, None, None]] = [sweep(database)] if sweeps else []
    if changes is not None:
        work.append(changes.follow())
    if outbox is not None:
        work.append(outbox.run())
    if telegram is not None:
        work.append(
            telegram.run_polling()
            if address is None
            else listen(telegram, database, address, pages)
        )
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(part) for part in work]
            await stop.wait()
            for task in tasks:
                task.cancel()
    finally:
        if telegram is not None:
            await telegram.close()


async def listen(
    telegram: Telegram, database: Database, address: Address, pages: Sequence[web.RouteDef] = ()
) -> None:
    """Run the web server until cancelled; then requests under way are answered first."""
    runner = web.AppRunner(web_app(telegram, database, pages), access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, address.host, address.port).start()
        except OSError as error:
            raise CannotListenError(
                f"cannot listen at {address.host}:{address.port} ({error.strerror}); "
                "set HOST and PORT to an address of this machine that is free"
            ) from error
        await telegram.set_webhooks(address.public_url)
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def web_app(
    telegram: Telegram, database: Database, pages: Sequence[web.RouteDef] = ()
) -> web.Application:
    """Telegram's posts, the shop's pages, and what a load balancer asks."""

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(_: web.Request) -> web.Response:
        try:
            await database.call("list_tenants")
        except DatabaseDown:
            return web.Response(status=503, text="the database cannot be reached")
        return web.Response(text="ok")

    app = web.Application()
    health = [web.get("/healthz", healthz), web.get("/readyz", readyz)]
    app.add_routes([*telegram.routes(), *pages, *health])
    return app


async def sweep(database: Database, *, every: float = HOUR) -> None:
    """Evict idle sessions, delete old notices, forget people for ever, every so many seconds.

    What fails is tried again with the next round.
    """
    while True:
        swept = await _tidied(database, "sweep_idle_sessions", "evicted %d idle sessions")
        await _tidied(database, "trim_outbox", "deleted %d old notices")
        await _tidied(database, "trim_people", "forgot %d people")
        await asyncio.sleep(PAUSE if swept >= MOST_SWEPT else every)


async def _tidied(database: Database, function: str, told: str) -> int:
    """How many rows it has seen to; none where it failed."""
    log = logging.getLogger(__name__)
    try:
        count = int(str(await database.call(function)))
    except Exception:
        log.exception("%s failed", function)
        return 0
    if count:
        log.info(told, count)
    return count
