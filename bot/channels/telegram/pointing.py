"""Whom a message in a group points at: whose message it replies to, or whom it mentions."""

from aiogram.enums import MessageEntityType
from aiogram.types import Message, User


def about(message: Message) -> User | None:
    """The person mentioned without an @name, else whose message is replied to.

    Telegram vouches for both. A reply to a channel or an anonymous administrator is to nobody.
    """
    for entity in message.entities or ():
        if entity.type == MessageEntityType.TEXT_MENTION and entity.user is not None:
            return entity.user
    replied = _replied(message)
    return None if replied is None or replied.sender_chat else replied.from_user


def is_reply_to(message: Message, user_id: int) -> bool:
    """Whether it is a reply to a message of that user."""
    replied = _replied(message)
    return replied is not None and replied.from_user is not None and replied.from_user.id == user_id


def _replied(message: Message) -> Message | None:
    """The message it replies to; what replies to nothing in a topic replies to its beginning."""
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:
        return None
    if message.is_topic_message and replied.message_id == message.message_thread_id:
        return None
    return replied
