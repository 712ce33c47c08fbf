"""An aiogram Update as Inbound: who speaks, in which chat, and what they said or pressed."""

import re
from dataclasses import dataclass

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message, PreCheckoutQuery, Update, User

from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.heard import Expired, Heard, Press, Unsaid
from bot.channels.telegram.money import Asking, Received, tendered
from bot.commands import call_of
from bot.inbound import Inbound
from tools.kit.call import Call
from tools.kit.speech import sentence

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?!\S)(.*)", re.DOTALL)
CHANNEL = "telegram"
FORWARDED = sentence(
    "I go by what you write here yourself, so I did nothing with the forwarded message. "
    "You can copy its words and send them."
)
EDITED = sentence(
    "I go by a message as it was first sent. To change something, please send a new one."
)
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


@dataclass(slots=True)
class Listener:
    """Hears for one bot, in private chats."""

    tenant: str
    bot_id: int
    callbacks: Callbacks

    def hear(self, update: Update) -> Heard | Unsaid | Expired | Asking | Received | None:
        """What the update means for the bot; None for what it passes over in silence.

        Silence is for channels, bots and people without a name of their own. What was forwarded or
        edited does nothing. What is said in groups a RoomListener hears.
        """
        if update.message is not None:
            return self._message(update.message, update.update_id)
        if (edited := update.edited_message) is not None:
            # A place that is shared live is edited all the time.
            return None if edited.location else self._unsaid(edited, update.update_id, EDITED)
        if update.callback_query is not None:
            return self._press(update.callback_query, update.update_id)
        if update.pre_checkout_query is not None:
            return self._asking(update.pre_checkout_query, update.update_id)
        return None

    def _unsaid(self, message: Message, update_id: int, words: str) -> Unsaid | None:
        sender = _speaker(message)
        if sender is None:
            return None
        return Unsaid(self._inbound(sender, message.chat.id, update_id, "", None), words)

    def _message(self, message: Message, update_id: int) -> Heard | Unsaid | Received | None:
        if message.forward_origin is not None:
            return self._unsaid(message, update_id, FORWARDED)
        sender = _speaker(message)
        if sender is None:
            return None
        if message.successful_payment is not None:
            money = tendered(message.successful_payment, self.callbacks, str(sender.id))
            return Received(self._inbound(sender, message.chat.id, update_id, "", None), money)
        command = COMMAND.match(message.text or "")
        if command is not None:
            calls = self._command(command)
        elif message.content_type in (ContentType.TEXT, *WORDLESS):
            calls = () if message.text else _shared(message, sender)
        else:
            return None
        text = "" if calls else message.text or ""
        return Heard(self._inbound(sender, message.chat.id, update_id, text, calls or None))

    def _command(self, command: re.Match[str]) -> tuple[Call, ...]:
        name, _, words = command.groups()
        call = call_of(name, words)
        return NOT_UNDERSTOOD if call is None else (call,)

    def _asking(self, query: PreCheckoutQuery, update_id: int) -> Asking:
        sender = query.from_user
        money = tendered(query, self.callbacks, str(sender.id))
        return Asking(query.id, self._inbound(sender, sender.id, update_id, "", None), money)

    def _press(self, query: CallbackQuery, update_id: int) -> Heard | Expired | None:
        sender, message = query.from_user, query.message
        if not is_person(sender):
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


def _shared(message: Message, sender: User) -> tuple[Call, ...]:
    """What a message without words tells: a place, or the sender's own number.

    Somebody else's number, or one without an account, is asked for again.
    """
    if message.location is not None:
        place = {"latitude": message.location.latitude, "longitude": message.location.longitude}
        return (Call("share_location", {name: f"{value:.6f}" for name, value in place.items()}),)
    if message.contact is not None:
        own = message.contact.user_id == sender.id
        return (Call("give_phone", {"phone": message.contact.phone_number} if own else {}),)
    return NOT_UNDERSTOOD


def _speaker(message: Message) -> User | None:
    """Who says it: somebody with a name of his own."""
    sender = message.from_user
    if sender is None or message.sender_chat is not None or not is_person(sender):
        return None
    return sender


def is_person(sender: User) -> bool:
    """Whether it is one person, and not a bot or one of Telegram's stand-ins for many."""
    return not sender.is_bot and sender.id not in NOBODY
