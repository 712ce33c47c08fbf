"""Notices in Telegram: by the bot that the customer knows, in the order's one message.

What is in a room's messages is for whoever reads it there; SQL judges who presses a button.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from bot.channels import SpeechFor
from bot.channels.notifier import Arrived
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.connect import open_bot, open_session
from bot.channels.telegram.mention import calling
from bot.channels.telegram.mouth import Mouth
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.speak import speak
from bot.reply import Reply
from tools.kit.notice import Notice, Told
from tools.kit.result import Button

# Seconds for one call; an attempt is an edit and a message at most.
TIMEOUT = 8


class TelegramNotifier:
    """Tells the customers of several shops' bots. `pace` makes the pace of one bot."""

    channel = "telegram"
    chat = None

    def __init__(
        self,
        bots: Sequence[BotConfig],
        speech: SpeechFor,
        *,
        api_base: str | None = None,
        pace: Callable[[], Pace] = Pace,
        timeout: int = TIMEOUT,
    ) -> None:
        self._session = open_session(api_base)
        self._speech = speech
        self._mouths: dict[UUID, dict[int, Mouth]] = defaultdict(dict)
        for config in bots:
            mouth = Mouth(config, open_bot(config, self._session), pace(), timeout)
            self._mouths[config.tenant_id][config.bot_id] = mouth

    def serves(self, tenant_id: UUID) -> bool:
        """Whether one of the bots is that shop's."""
        return tenant_id in self._mouths

    async def deliver(self, notice: Notice, told: Told) -> Arrived:
        """Edit the order's message where there is one, else send one."""
        mouth = self._mouth(notice)
        say = self._speech(mouth.config.tenant_slug, notice.language)
        whose = notice.sender or notice.chat

        def seal(button: Button) -> str:
            return mouth.callbacks.seal(button.call, notice.chat, whose)

        spoken = speak(Reply(told.text, told.buttons), say, seal)
        if told.calls:
            spoken = replace(spoken, text=f"{calling(told.calls)}\n{spoken.text}")
        bot_id = mouth.config.bot_id
        ours = notice.message if notice.message and notice.message.bot_id == bot_id else None
        if not told.tracks:
            answers = ours.message_id if ours is not None and told.answers else None
            await mouth.send(notice.chat, spoken, answers=answers)
            return Arrived(bot_id)
        if ours is not None and await mouth.edit(notice.chat, ours.message_id, spoken):
            return Arrived(bot_id, ours.message_id)
        return Arrived(bot_id, await mouth.send(notice.chat, spoken))

    async def close(self) -> None:
        """Close the connections to Telegram. Nothing may be under way any more."""
        await self._session.close()

    def _mouth(self, notice: Notice) -> Mouth:
        """The bot that wrote the order's message or took the order; else any of the shop's."""
        mouths = self._mouths[notice.tenant_id]
        wrote = str(notice.message.bot_id) if notice.message else ""
        took = (notice.command or "").removeprefix(f"{self.channel}:").partition(":")[0]
        known = (int(bot) for bot in (wrote, took) if bot.isdecimal() and int(bot) in mouths)
        return mouths[next(known, next(iter(mouths)))]
