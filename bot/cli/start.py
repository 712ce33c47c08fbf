"""`hotcart serve`, and `hotcart` alone."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import UUID

from pydantic import BaseModel, SecretStr, TypeAdapter

from bot.channels.telegram.config import BotConfig
from bot.cli.build import House, Server, open_house, server, settings
from bot.cli.errors import CommandError
from bot.cli.role import Role
from bot.cli.talk import talk
from bot.inbound import Inbound
from bot.outbox import Dispatcher, NoticeWords
from bot.reply import Reply
from bot.settings import Settings
from bot.till import Till
from bot.turn import take_turn


class BotRow(BaseModel):
    """A shop's own bot, as `app.list_bots` tells it."""

    tenant_id: UUID
    token: SecretStr


def start() -> None:
    """Serve when a bot is set up, else chat."""
    if settings().telegram_bot_token is not None:
        serve()
        return
    here = sys.stdin.isatty()
    if here:
        print("Everything is ready: chat right here.\n")
    talk(None, "guest", None, json=False)
    if not here:
        print("Everything is ready. Chat in a terminal: make run, or .venv/bin/hotcart chat")


def serve(role: Role = Role.ALL) -> None:
    """Serve until told to stop. Raises CommandError when there is no bot to serve."""
    chosen = settings(log_level="INFO")
    with server(chosen) as opened:
        asyncio.run(_work(chosen, opened) if role is Role.WORKER else _serve(chosen, opened, role))


async def _work(chosen: Settings, opened: Server) -> None:
    from bot import serve as service

    house = await open_house(chosen, opened)
    try:
        async with delivering(chosen, house, await known_bots(chosen, house)) as outbox:
            print("Working behind the web processes. Ctrl-C stops.", flush=True)
            await service.serve(None, house.postgres, None, outbox=outbox)
    finally:
        await house.close()


@asynccontextmanager
async def delivering(
    chosen: Settings, house: House, bots: Sequence[BotConfig]
) -> AsyncIterator[Dispatcher | None]:
    """What delivers notices by these bots; nothing where there are none."""
    if not bots:
        yield None
        return
    from bot.channels.telegram.notify import TelegramNotifier  # aiogram takes seconds to import

    telegram = TelegramNotifier(bots, house.speech, api_base=chosen.telegram_api_base)
    try:
        yield Dispatcher(house.postgres, [telegram], NoticeWords(house.rooms))
    finally:
        await telegram.close()


async def _serve(chosen: Settings, opened: Server, role: Role) -> None:
    house = await open_house(chosen, opened)

    async def take(inbound: Inbound) -> Reply:
        return await take_turn(inbound, house.rooms)

    try:
        bots = await bots_to_serve(chosen, house)
        # aiogram takes seconds to import: only now is it certain to be needed.
        from bot import serve as service
        from bot.channels.telegram.service import TelegramService
        from bot.receipts import receipt_routes

        telegram = TelegramService(
            bots,
            take,
            Till(house.rooms),
            house.speech,
            api_base=chosen.telegram_api_base,
            staff=house.staff,
        )
        address = None
        if chosen.public_url is not None:
            address = service.Address(chosen.host, chosen.port, chosen.public_url)
        names = ", ".join(bot.tenant_slug for bot in bots)
        way = "polling" if address is None else f"webhook at {address.public_url}"
        print(
            f"Serving {names} by {way}. Chat with your bot in Telegram; Ctrl-C stops.", flush=True
        )
        works = role is Role.ALL
        async with delivering(chosen, house, bots if works else ()) as outbox:
            await service.serve(
                telegram,
                house.postgres,
                address,
                house.changes,
                outbox,
                sweeps=works,
                pages=receipt_routes(house.rooms),
            )
    finally:
        await house.close()


async def bots_to_serve(chosen: Settings, house: House) -> list[BotConfig]:
    """The bots there are. Raises CommandError when there is none."""
    bots = await known_bots(chosen, house)
    if not bots:
        raise CommandError(
            "there is no Telegram bot to serve; set TELEGRAM_BOT_TOKEN or run `hotcart tenant bot`,"
            " or chat in the terminal with `hotcart chat`"
        )
    return bots


async def known_bots(chosen: Settings, house: House) -> list[BotConfig]:
    """The bot of the settings, and every shop's own; a bot that is both is the shop's."""
    tokens: dict[str, tuple[str, UUID, SecretStr]] = {}
    if chosen.telegram_bot_token is not None:
        shop = house.shop(chosen.hotcart_tenant)
        _add(tokens, shop.slug, shop.tenant_id, chosen.telegram_bot_token)
    slugs = {shop.tenant_id: shop.slug for shop in house.rooms.tenants.values()}
    for row in TypeAdapter(list[BotRow]).validate_python(await house.postgres.call("list_bots")):
        _add(tokens, slugs[row.tenant_id], row.tenant_id, row.token)
    return [
        BotConfig(
            slug,
            tenant_id,
            token.get_secret_value(),
            chosen.webhook_secret(token).get_secret_value(),
        )
        for slug, tenant_id, token in tokens.values()
    ]


def _add(
    tokens: dict[str, tuple[str, UUID, SecretStr]], slug: str, tenant_id: UUID, token: SecretStr
) -> None:
    bot_id = token.get_secret_value().partition(":")[0]
    tokens[bot_id] = (slug, tenant_id, token)
