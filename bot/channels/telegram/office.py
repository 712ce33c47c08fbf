"""What is said in groups: the rooms of the shop are heard, all others are not."""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, Update, User

from bot.channels import KnowStaff
from bot.channels.telegram.address import address_of
from bot.channels.telegram.callback import ANYONE, Callbacks
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.hear import CHANNEL, COMMAND, is_person
from bot.channels.telegram.heard import Denied, Expired, Heard, Press
from bot.channels.telegram.membership import Membership
from bot.channels.telegram.pointing import about, is_reply_to
from bot.inbound import Inbound, Met, Speaker
from bot.staff_commands import STAFF_COMMANDS, Said, staff_call_of
from tools.kit.call import Call

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})
# The one command a group can be told before it is a room.
FIRST = "bind"


def is_of_a_group(update: Update) -> bool:
    """Whether it came from a group. A payment is not: money is taken wherever it comes from."""
    if update.message is not None and update.message.successful_payment is not None:
        return False
    query = update.callback_query
    said = update.message or update.edited_message or (query.message if query else None)
    about_members = update.my_chat_member or update.chat_member
    return about_members is not None or (said is not None and said.chat.type in GROUPS)


@dataclass(slots=True)
class RoomListener:
    """Hears for one bot in groups. `username` is the bot's own, once Telegram has told it.

    Silence is for groups that are no rooms of the shop, but for /bind by its staff; and in rooms
    for forwards, edits, channels, anonymous administrators, bots, and for what people who are not
    on the staff say to each other.
    """

    config: BotConfig
    callbacks: Callbacks
    staff: KnowStaff
    username: str | None = None
    _membership: Membership = field(init=False)

    def __post_init__(self) -> None:
        self._membership = Membership(self.config, self.staff)

    def lane(self, update: Update) -> Hashable | None:
        """What it has to be heard in order with; None: with nothing."""
        query = update.callback_query
        sender = query.from_user if query else update.message and update.message.from_user
        message = update.message or (query.message if query else None)
        if not sender or not message:
            return None
        return (self.config.tenant_slug, CHANNEL, address_of(message), str(sender.id))

    async def hear(self, update: Update) -> Heard | Denied | Expired | None:
        """What the update means for the shop; None for silence. Raises DatabaseDown."""
        command_id = f"telegram:{self.config.bot_id}:{update.update_id}"
        if update.message is not None:
            return await self._message(update.message, command_id)
        if update.callback_query is not None:
            return await self._press(update.callback_query, command_id)
        if update.my_chat_member is not None:
            await self._membership.change(update.my_chat_member, command_id, itself=True)
        if update.chat_member is not None:
            await self._membership.change(update.chat_member, command_id, itself=False)
        return None

    async def _message(self, message: Message, command_id: str) -> Heard | Denied | None:
        if await self._membership.is_notice(message, command_id):
            return None
        sender = _speaker(message)
        if sender is None or not message.text:
            return None
        chat = address_of(message)
        name, addressee, _ = _command(message.text)
        if addressee not in ("", (self.username or "").casefold()):
            return None
        if name != FIRST and not await self.staff.is_room(self.config.tenant_id, chat):
            return None
        met = await self._meet(sender, chat)
        if met.role is None and met.in_room and name in STAFF_COMMANDS:
            return Denied(self._inbound(sender, chat, command_id), answers=message.message_id)
        if met.role is None or not (met.in_room or name == FIRST):
            return None
        return await self._granted(message, sender, command_id, met)

    async def _granted(
        self, message: Message, sender: User, command_id: str, met: Met
    ) -> Heard | None:
        """What one of the staff says."""
        chat = address_of(message)
        name, addressee, words = _command(message.text or "")
        if not name:
            heard = self._words(message, sender, chat, command_id)
            return replace(heard, inbound=replace(heard.inbound, may=met.may))
        call = staff_call_of(name, Said(words, await self._about(message, chat)))
        if call is None and addressee:
            call = Call("show_usage", {"command": name})
        if call is None:  # it may be another bot's
            return None
        inbound = self._inbound(sender, chat, command_id, calls=(call,))
        return Heard(inbound, None, message.message_id)

    def _words(self, message: Message, sender: User, chat: str, command_id: str) -> Heard:
        mention = f"@{(self.username or '').casefold()}"
        text = message.text or ""
        named = len(mention) > 1 and text.casefold().startswith(mention)
        said = text[len(mention) :].lstrip(" ,:") if named else text
        chatter = not (named or is_reply_to(message, self.config.bot_id))
        inbound = self._inbound(sender, chat, command_id, text=said)
        return Heard(inbound, None, message.message_id, chatter)

    async def _press(
        self, query: CallbackQuery, command_id: str
    ) -> Heard | Denied | Expired | None:
        sender, message = query.from_user, query.message
        if not is_person(sender) or message is None:
            return None
        chat = address_of(message)
        call, on_notice = self._opened(query.data or "", chat, str(sender.id))
        in_room = await self.staff.is_room(self.config.tenant_id, chat)
        if call is None:
            lost = Expired(query.id, str(sender.id), sender.language_code, in_room=True)
            return lost if in_room else None
        met = await self._meet(sender, chat)
        press = Press(query.id, message.message_id, on_notice)
        if met.role is None:
            return Denied(self._inbound(sender, chat, command_id), press) if met.in_room else None
        return Heard(self._inbound(sender, chat, command_id, calls=(call,)), press)

    def _opened(self, data: str, chat: str, sender: str) -> tuple[Call | None, bool]:
        """The call in a press, and whether its button is a notice's."""
        for whose in (sender, ANYONE, chat):
            call = self.callbacks.open(data, chat, whose)
            if call is not None:
                return call, whose == chat
        return None, False

    async def _about(self, message: Message, chat: str) -> str | None:
        """The user id of whom a message replies to or mentions without an @name; they are met."""
        person = about(message)
        if person is None or not is_person(person):
            return None
        await self._meet(person, chat)
        return str(person.id)

    async def _meet(self, sender: User, chat: str) -> Met:
        speaker = Speaker(str(sender.id), sender.full_name or None, sender.username)
        return await self.staff.meet(self.config.tenant_id, chat, speaker)

    def _inbound(
        self,
        sender: User,
        chat: str,
        command_id: str,
        *,
        text: str = "",
        calls: tuple[Call, ...] | None = None,
    ) -> Inbound:
        return Inbound(
            tenant=self.config.tenant_slug,
            channel=CHANNEL,
            chat=chat,
            sender=str(sender.id),
            command_id=command_id,
            text=text,
            calls=calls,
            sender_name=sender.full_name or None,
            language=sender.language_code,
            role="staff",
        )


def _speaker(message: Message) -> User | None:
    """Who says it himself; None for what is forwarded, a channel's or a bot's."""
    sender = message.from_user
    borrowed = message.forward_origin or message.sender_chat or message.via_bot
    if sender is None or borrowed is not None or not is_person(sender):
        return None
    return sender


def _command(text: str) -> tuple[str, str, str]:
    """A command's name, the bot it is addressed to, and what stands after it; else nothing."""
    command = COMMAND.match(text)
    if command is None:
        return "", "", ""
    return command[1].casefold(), (command[2] or "").casefold(), command[3].strip()
