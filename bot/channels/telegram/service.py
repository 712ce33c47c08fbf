"""All Telegram bots of one process."""

import asyncio
from collections.abc import Sequence

from aiogram.methods import SetWebhook
from aiohttp import web

from bot.channels import KnowStaff, SpeechFor, TakeMoney, TakeTurn
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.connect import open_bot, open_session
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.poll import Poller
from bot.channels.telegram.send import Pause
from bot.channels.telegram.updates import KINDS
from bot.channels.telegram.webhook import PATH, Webhook
from bot.lanes import Lanes


class NoBotLeft(Exception):
    """Telegram takes none of the bot tokens."""

    def __init__(self) -> None:
        super().__init__("Telegram takes none of the bot tokens; get valid ones from @BotFather")


class TelegramService:
    """Serves several shops' bots, by polling or by webhook.

    `take` answers a message, `till` takes money, `speech` finds the words of a shop. `api_base` is
    another Bot API server than Telegram's own. `pause` is how to wait, in seconds.
    `staff` knows the shops' rooms; without it groups are not heard.
    """

    def __init__(
        self,
        bots: Sequence[BotConfig],
        take: TakeTurn,
        till: TakeMoney,
        speech: SpeechFor,
        *,
        api_base: str | None = None,
        lanes: Lanes | None = None,
        pause: Pause = asyncio.sleep,
        staff: KnowStaff | None = None,
    ) -> None:
        self._session = open_session(api_base)
        self._pause = pause
        shared = lanes or Lanes()
        self._bots = {config.bot_id: open_bot(config, self._session) for config in bots}
        self._desks = {
            config.bot_id: Desk(
                config, self._bots[config.bot_id], take, till, speech, shared, pause, staff
            )
            for config in bots
        }

    async def run_polling(self) -> None:
        """Poll for every bot until cancelled. Raises NoBotLeft when no token is valid."""
        async with asyncio.TaskGroup() as pollers:
            for bot_id, desk in self._desks.items():
                pollers.create_task(Poller(desk, self._bots[bot_id], self._pause).run())
        raise NoBotLeft

    async def set_webhooks(self, public_url: str) -> None:
        """Have Telegram post every bot's updates to `public_url`, where `routes` must be served.

        Raises NoBotLeft when no token is valid.
        """
        async with asyncio.TaskGroup() as group:
            opened = [
                group.create_task(desk.open(self._webhook(desk.config, public_url)))
                for desk in self._desks.values()
            ]
        if not any(task.result() for task in opened):
            raise NoBotLeft

    def routes(self) -> list[web.RouteDef]:
        """POST /telegram/<bot id>, for the web application."""
        return [web.post(PATH, Webhook(self._desks).receive)]

    async def close(self) -> None:
        """Close the connections to Telegram. Nothing may be running any more."""
        await self._session.close()

    @staticmethod
    def _webhook(config: BotConfig, public_url: str) -> SetWebhook:
        return SetWebhook(
            url=public_url.rstrip("/") + PATH.format(bot_id=config.bot_id),
            secret_token=config.webhook_secret,
            allowed_updates=KINDS,
        )
