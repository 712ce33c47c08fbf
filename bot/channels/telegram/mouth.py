"""One bot that speaks of its own accord: a call is tried once, and its failure is told apart."""

from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import ReplyParameters
from aiohttp import ClientConnectorError

from bot.channels.notifier import Hold, Moved, NotDelivered, Unanswered, Unreachable
from bot.channels.telegram.address import split
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.deliver import UNCHANGED
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.speak import Spoken

T = TypeVar("T")

# Whoever has to wait longer is put back, so that nothing is under way for longer than its lease.
LONGEST_TURN = 5.0


class Mouth:
    """A bot at its own pace. `timeout`: seconds for one call."""

    def __init__(self, config: BotConfig, bot: Bot, pace: Pace, timeout: int) -> None:
        self.config = config
        self.callbacks = Callbacks(config.token, config.tenant_id)
        self._bot = bot
        self._pace = pace
        self._timeout = timeout

    async def send(self, chat: str, spoken: Spoken, *, answers: int | None = None) -> int:
        """Send a message, as an answer to another or not; returns its id.

        Raises as Notifier.deliver.
        """
        chat_id, topic = split(chat)
        message = SendMessage(
            chat_id=chat_id,
            message_thread_id=topic,
            reply_parameters=_answering(answers),
            text=spoken.text,
            reply_markup=spoken.keyboard,
            link_preview_options=spoken.preview,
        )
        try:
            return (await self._call(message, chat)).message_id
        except TelegramBadRequest as error:
            raise Unreachable(error.message) from error

    async def edit(self, chat: str, message_id: int, spoken: Spoken) -> bool:
        """Whether the message now shows this; it may be gone or too old. Raises likewise."""
        edit = EditMessageText(
            chat_id=split(chat).chat_id,
            message_id=message_id,
            text=spoken.text,
            reply_markup=spoken.keyboard,
            link_preview_options=spoken.preview,
        )
        try:
            await self._call(edit, chat, edits=True)
        except TelegramBadRequest as error:
            return UNCHANGED in error.message
        except Unanswered as error:
            # The same edit twice is one edit.
            raise NotDelivered(str(error)) from error
        return True

    async def _call(self, method: TelegramMethod[T], chat: str, *, edits: bool = False) -> T:
        """Raises TelegramBadRequest for what only the caller can judge."""
        wait = max(self._pace.held, self._pace.wait(chat, edits=edits))
        if self._pace.held or wait > LONGEST_TURN:
            raise Hold(wait)
        await self._pace.turn(chat, edits=edits)
        try:
            return await self._bot(method, request_timeout=self._timeout)
        except TelegramBadRequest:
            raise
        except AiogramError as error:
            raise self._meaning(error, chat) from error

    def _meaning(self, error: AiogramError, chat: str) -> Exception:
        match error:
            case TelegramRetryAfter(retry_after=seconds):
                self._pace.hold(chat, seconds)
                return Hold(seconds)
            case TelegramMigrateToChat(migrate_to_chat_id=chat_id):
                return Moved(str(chat_id))
            case TelegramForbiddenError(message=words):
                return Unreachable(words)
            case TelegramNetworkError(message=words):
                # It may quote the address, and the address holds the token.
                words = words.replace(self.config.token, "<token>")
                never_left = isinstance(error.__cause__, ClientConnectorError)
                return NotDelivered(words) if never_left else Unanswered(words)
            case TelegramAPIError(message=words):
                return NotDelivered(words)
            case _:
                return NotDelivered(type(error).__name__)


def _answering(message_id: int | None) -> ReplyParameters | None:
    """Should that message be gone, it is a message like any other."""
    if message_id is None:
        return None
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True)
