"""Bots and their connections, as every part of this channel makes them."""

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode

from bot.channels.telegram.config import BotConfig

REQUEST_TIMEOUT = 20.0


def open_session(api_base: str | None) -> AiohttpSession:
    """A pool of connections to Telegram, or to the Bot API server at `api_base`."""
    api = TelegramAPIServer.from_base(api_base) if api_base else PRODUCTION
    # Every polling bot keeps one connection waiting, so their number is not limited.
    return AiohttpSession(limit=0, api=api, timeout=REQUEST_TIMEOUT)


def open_bot(config: BotConfig, session: AiohttpSession) -> Bot:
    """The bot of a configuration. Its messages are HTML without previews of links."""
    default = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
    return Bot(config.token, session=session, default=default)
