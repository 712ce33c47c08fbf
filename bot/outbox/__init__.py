"""Delivers what `cold.outbox` holds: at least once, each chat in order, whatever dies."""

from bot.outbox.dispatcher import Dispatcher
from bot.outbox.words import NoticeWords

__all__ = ["Dispatcher", "NoticeWords"]
