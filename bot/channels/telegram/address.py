"""Where something is said: a chat, or a topic of a group, as "-100123" or "-100123/45"."""

from typing import NamedTuple

from aiogram.types import InaccessibleMessage, Message


class Address(NamedTuple):
    """A chat and, in a group with topics, the topic's number there; None: the group itself."""

    chat_id: str
    topic: int | None


def split(chat: str) -> Address:
    """The address that `Inbound.chat` stands for."""
    group, _, topic = chat.partition("/")
    return Address(group, int(topic) if topic else None)


def group_of(chat: str) -> str:
    """The group, whatever the topic: Telegram's limits are the group's."""
    return split(chat).chat_id


def is_group(chat: str) -> bool:
    """Whether several people read it."""
    return chat.startswith("-")


def address_of(message: Message | InaccessibleMessage) -> str:
    """Where a message is. A thread of replies has a number too, and is no topic."""
    if isinstance(message, Message) and message.is_topic_message and message.message_thread_id:
        return f"{message.chat.id}/{message.message_thread_id}"
    return str(message.chat.id)
