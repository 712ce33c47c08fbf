"""Replies on their way: a press changes the message it sits on, words get a new message."""

from contextlib import suppress

from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage

from bot.channels.telegram.hear import Press
from bot.channels.telegram.send import Refused, Sender
from bot.channels.telegram.speak import Spoken

UNCHANGED = "message is not modified"
NOTICE_LIMIT = 200


class Deliverer:
    """Delivers one bot's replies. What Telegram refuses for good is dropped."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def deliver(self, spoken: Spoken, chat: str, press: Press | None) -> None:
        """Show a reply and, for a press, end the button's waiting. Raises Undelivered, Refused.

        Refused means the person cannot be reached: the bot is blocked or the chat is gone.
        """
        if press is None or not await self._replace(spoken, chat, press):
            await self._sender.send(
                SendMessage(
                    chat_id=chat,
                    text=spoken.text,
                    reply_markup=spoken.keyboard,
                    link_preview_options=spoken.preview,
                )
            )
        if press is not None:
            await self.notice(press.query_id)

    async def notice(self, query_id: str, text: str | None = None) -> None:
        """End a button's waiting, with a notice if there is one. Raises Undelivered."""
        answer = AnswerCallbackQuery(callback_query_id=query_id)
        if text is not None:
            answer.text, answer.show_alert = text[:NOTICE_LIMIT], True
        # A press that waited too long can no longer be answered, and need not be.
        with suppress(Refused):
            await self._sender.send(answer)

    async def _replace(self, spoken: Spoken, chat: str, press: Press) -> bool:
        """Whether the pressed message now shows the reply; it may be too old to be changed."""
        edit = EditMessageText(
            chat_id=chat,
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
