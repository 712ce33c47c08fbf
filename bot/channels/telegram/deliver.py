"""Replies on their way: a press changes the message it sits on, words get a new message."""

from contextlib import suppress

from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage
from aiogram.types import ReplyParameters

from bot.channels.telegram.address import split
from bot.channels.telegram.heard import Press
from bot.channels.telegram.send import Refused, Sender
from bot.channels.telegram.speak import Spoken

UNCHANGED = "message is not modified"
NOTICE_LIMIT = 200


class Deliverer:
    """Delivers one bot's replies. What Telegram refuses for good is dropped."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def deliver(
        self, spoken: Spoken, chat: str, press: Press | None, answers: int | None = None
    ) -> None:
        """Show a reply and, for a press, end the button's waiting. Raises Undelivered, Refused.

        Refused means the person cannot be reached: the bot is blocked or the chat is gone.
        `answers` is the message it is shown to answer, where many speak.
        """
        if press is None or not await self._replace(spoken, chat, press):
            chat_id, topic = split(chat)
            await self._sender.send(
                SendMessage(
                    chat_id=chat_id,
                    message_thread_id=topic,
                    text=spoken.text,
                    reply_markup=spoken.keyboard,
                    link_preview_options=spoken.preview,
                    reply_parameters=_answering(answers),
                )
            )
        if press is not None:
            await self.notice(press.query_id)

    async def notice(self, query_id: str, text: str | None = None, *, alert: bool = True) -> None:
        """End a button's waiting, with a notice if there is one. Raises Undelivered.

        An `alert` has to be put away; what is none passes by itself.
        """
        answer = AnswerCallbackQuery(callback_query_id=query_id)
        if text is not None:
            answer.text, answer.show_alert = _short(text), alert
        # A press that waited too long can no longer be answered, and need not be.
        with suppress(Refused):
            await self._sender.send(answer)

    async def _replace(self, spoken: Spoken, chat: str, press: Press) -> bool:
        """Whether the pressed message now shows the reply; it may be too old to be changed."""
        edit = EditMessageText(
            chat_id=split(chat).chat_id,
            message_id=press.message_id,
            text=spoken.text,
            reply_markup=spoken.keyboard,
            link_preview_options=spoken.preview,
        )
        try:
            await self._sender.send(edit)
        except Refused as refused:
            return UNCHANGED in str(refused)
        return True


def _short(text: str) -> str:
    """As much of it as a notice has room for, by whole words."""
    return text if len(text) <= NOTICE_LIMIT else f"{text[: NOTICE_LIMIT - 1].rsplit(' ', 1)[0]}…"


def _answering(message_id: int | None) -> ReplyParameters | None:
    """Should that message be gone, it is a message like any other."""
    if message_id is None:
        return None
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True)
