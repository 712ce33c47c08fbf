"""An aiogram Update as Inbound: who speaks, in which chat, and what they said or pressed."""

import re
from dataclasses import dataclass

from aiogram.enums import ChatType, ContentType
from aiogram.types import CallbackQuery, Message, Update, User

from bot.channels.telegram.callback import Callbacks
from bot.commands import COMMANDS
from bot.inbound import Inbound
from tools.kit.call import Call

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?!\S)")
CHANNEL = "telegram"
NOT_UNDERSTOOD = (Call("not_understood"),)
# Telegram's stand-ins for somebody else: its own notices, a channel, an anonymous administrator.
NOBODY = frozenset({777000, 136817688, 1087968824})
# Things a person sends that are no order; what is neither text nor here is a notice of the chat.
WORDLESS = frozenset(
    {
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.LOCATION,
        ContentType.PHOTO,
        ContentType.POLL,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.VENUE,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)


@dataclass(frozen=True, slots=True)
class Press:
    """The press to acknowledge, and the message its button sits on."""

    query_id: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Something said to the bot, by word or by a button."""

    inbound: Inbound
    press: Press | None = None


@dataclass(frozen=True, slots=True)
class Expired:
    """A press of a button that is none of ours for this person, or no longer."""

    query_id: str
    sender: str
    language: str | None


@dataclass(slots=True)
class Listener:
    """Hears for one bot. `username` is the bot's own, once Telegram has told it."""

    tenant: str
    bot_id: int
    callbacks: Callbacks
    username: str | None = None

    def hear(self, update: Update) -> Heard | Expired | None:
        """What the update means for the bot; None for what it passes over in silence.

        Silence is for edits, channels, bots, people without a name of their own, and everything in
        a group that is neither a command nor a press.
        """
        if update.message is not None:
            return self._message(update.message, update.update_id)
        if update.callback_query is not None:
            return self._press(update.callback_query, update.update_id)
        return None

    def _message(self, message: Message, update_id: int) -> Heard | None:
        sender = message.from_user
        if sender is None or message.sender_chat is not None or not _is_person(sender):
            return None
        private = message.chat.type == ChatType.PRIVATE
        command = COMMAND.match(message.text or "")
        if command is not None:
            calls = self._command(command, message, private)
        elif private and message.content_type in (ContentType.TEXT, *WORDLESS):
            calls = () if message.text else NOT_UNDERSTOOD
        else:
            return None
        if calls is None:
            return None
        text = "" if calls else message.text or ""
        return Heard(self._inbound(sender, message.chat.id, update_id, text, calls or None))

    def _command(
        self, command: re.Match[str], message: Message, private: bool
    ) -> tuple[Call, ...] | None:
        """The call of a slash command; None when it is not the sender's, not ours, or unknown."""
        name, addressee = command.groups()
        if message.forward_origin is not None:
            return None
        if addressee and not private and addressee.lower() != (self.username or "").lower():
            return None
        known = COMMANDS.get(name.lower())
        if known is None:
            return NOT_UNDERSTOOD if private else None
        words = command.string[command.end() :].strip()
        return (known.with_words(words),)

    def _press(self, query: CallbackQuery, update_id: int) -> Heard | Expired | None:
        sender, message = query.from_user, query.message
        if not _is_person(sender):
            return None
        if message is None:
            return Expired(query.id, str(sender.id), sender.language_code)
        call = self.callbacks.open(query.data or "", str(message.chat.id), str(sender.id))
        if call is None:
            return Expired(query.id, str(sender.id), sender.language_code)
        inbound = self._inbound(sender, message.chat.id, update_id, "", (call,))
        return Heard(inbound, Press(query.id, message.message_id))

    def _inbound(
        self, sender: User, chat: int, update_id: int, text: str, calls: tuple[Call, ...] | None
    ) -> Inbound:
        return Inbound(
            tenant=self.tenant,
            channel=CHANNEL,
            chat=str(chat),
            sender=str(sender.id),
            command_id=f"telegram:{self.bot_id}:{update_id}",
            text=text,
            calls=calls,
            sender_name=sender.full_name or None,
            language=sender.language_code,
        )


def _is_person(sender: User) -> bool:
    return not sender.is_bot and sender.id not in NOBODY
