"""Channels: each makes Inbound of its own protocol and its own protocol of Reply.

They share what a turn is and how words are found; they do not know each other.
"""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot.inbound import Inbound
from bot.reply import Reply
from tools.kit.speech import Speech

TakeTurn: TypeAlias = Callable[[Inbound], Awaitable[Reply]]
"""Answers one message or press. Raises DatabaseDown when it should be delivered again."""

SpeechFor: TypeAlias = Callable[[str, str | None], Speech]
"""The voice of a shop, by its slug, for a language tag such as `ta` (None: the shop's own)."""
