"""Where one bot meets its customers: an update is heard, its turn taken, the reply delivered."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from aiogram import Bot
from aiogram.methods import GetMe, SendMessage, SetMyCommands, TelegramMethod
from aiogram.types import BotCommand, Update

from bot.channels import SpeechFor, TakeMoney, TakeTurn
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.cashier import Cashier
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.deliver import Deliverer
from bot.channels.telegram.hear import CHANNEL, Expired, Heard, Listener, Press, Unsaid
from bot.channels.telegram.money import Asking, Received
from bot.channels.telegram.requests import Requests
from bot.channels.telegram.send import Backoff, Pause, Refused, Sender, Undelivered
from bot.channels.telegram.speak import Spoken, speak
from bot.commands import COMMANDS
from bot.inbound import Inbound
from bot.lanes import LaneBroken, LaneFull, Lanes
from bot.languages import Languages
from bot.locales import languages
from bot.pg import DatabaseDown
from bot.reply import Reply
from tools.kit.speech import Speech, sentence

EXPIRED = sentence('This button has expired. Say "menu" or "cart" to get a fresh one.')
TOO_FAST = sentence("One at a time, please. I left out your last messages; please send them again.")
UNSURE = sentence(
    "Your payment has arrived, but something went wrong with it here. It is not lost: "
    "please send /paysupport, or call the shop."
)
SORRY = sentence("Sorry, something went wrong with that message. Could you say it in other words?")


class Redeliver(Exception):
    """The turn has not committed, or its reply was not delivered: the update must come again."""


class Desk:
    """One bot of one shop. It shares its lanes with the desks beside it."""

    def __init__(
        self,
        config: BotConfig,
        bot: Bot,
        take: TakeTurn,
        till: TakeMoney,
        speech: SpeechFor,
        lanes: Lanes,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self.config = config
        self.sender = Sender(bot, pause)
        self._pause = pause
        self._take = take
        self._till = till
        self._speech = speech
        self._lanes = lanes
        self._callbacks = Callbacks(config.token, config.tenant_id)
        self._listener = Listener(config.tenant_slug, config.bot_id, self._callbacks)
        self._deliverer = Deliverer(self.sender)
        self._languages = Languages()
        self._requests = Requests(self.sender)
        self._cashier = Cashier(config, self.sender, self._callbacks, till)
        self._log = logging.getLogger(__name__)

    async def open(self, connect: TelegramMethod[bool]) -> bool:
        """Learn the bot's own name, show its commands, and `connect` it; as long as that takes.

        False when Telegram does not take the token; the log says so.
        """
        backoff = Backoff(self._pause)
        while True:
            try:
                me = await self.sender.send(GetMe())
                self._listener.username = me.username
                await self._show_commands()
                return await self.sender.send(connect)
            except Undelivered:
                self._log.warning("bot %s: Telegram cannot be reached", self.config.bot_id)
                await backoff.wait()
            except Refused as refused:
                self._log.error("bot %s is off: %s", self.config.bot_id, refused)
                return False

    async def handle(self, update: Update) -> None:
        """Return when the update is dealt with for good. Raises Redeliver and nothing else.

        One that breaks the program is logged and dealt with: it never blocks those behind it.
        """
        try:
            await self._attend(self._listener.hear(update))
        except (DatabaseDown, Undelivered, LaneBroken) as error:
            raise Redeliver from error
        except Refused as refused:
            self._log.info("bot %s: a reply was refused: %s", self.config.bot_id, refused)
        except Exception:
            self._log.exception("bot %s: update %s failed", self.config.bot_id, update.update_id)

    async def _attend(self, heard: Heard | Unsaid | Expired | Asking | Received | None) -> None:
        """Money waits for no lane, and no flood can leave it out."""
        match heard:
            case Heard(inbound=inbound, press=press):
                await self._in_turn(inbound, press, partial(self._turn, inbound, press))
            case Unsaid(inbound=inbound, words=words):
                await self._in_turn(inbound, None, partial(self._remind, inbound, words))
            case Expired(query_id=query_id, sender=sender, language=language):
                say = self._voice_of(sender, language)
                await self._deliverer.notice(query_id, say(EXPIRED))
            case Asking(inbound=inbound):
                await self._cashier.answer(heard, self._voice_for(inbound))
            case Received(inbound=inbound, tendered=tendered):
                credit = partial(self._till.credit, tendered=tendered)
                await self._show(await self._spoken(inbound, credit, UNSURE), inbound, None)

    async def _in_turn(
        self, inbound: Inbound, press: Press | None, act: Callable[[], Awaitable[None]]
    ) -> None:
        try:
            await self._lanes.run(inbound.conversation, act)
        except LaneFull as full:
            if full.first:
                await self._slow_down(inbound, press)

    async def _remind(self, inbound: Inbound, words: str) -> None:
        say = self._voice_for(inbound)
        await self.sender.send(SendMessage(chat_id=inbound.chat, text=say(words)))

    async def _turn(self, inbound: Inbound, press: Press | None) -> None:
        await self._show(await self._spoken(inbound, self._take, SORRY), inbound, press)

    async def _show(self, spoken: Spoken, inbound: Inbound, press: Press | None) -> None:
        say = self._voice_for(inbound)
        # A group has no keyboard of its own.
        wants = spoken.wants if inbound.chat == inbound.sender else ()
        if not wants:
            await self._requests.put_away(inbound, say)
        await self._deliverer.deliver(spoken, inbound.chat, press)
        if spoken.enclosure is not None:
            await self._cashier.enclose(spoken.enclosure, inbound, say)
        if wants:
            await self._requests.show(inbound, wants, say)

    async def _spoken(self, inbound: Inbound, take: TakeTurn, sorry: str) -> Spoken:
        """The turn's reply, drawn. A turn that breaks gets an apology. Raises DatabaseDown."""
        seal = partial(self._callbacks.seal, chat=inbound.chat, user=inbound.sender)
        try:
            reply = await take(inbound)
            self._languages.note(inbound.person, reply.language)
            spoken = speak(reply, self._voice_for(inbound), seal)
        except DatabaseDown:
            raise
        except Exception:
            self._log.exception("%s failed", inbound.command_id)
            say = self._voice_for(inbound)
            return speak(Reply(say(sorry)), say, seal)
        if spoken.left_out:
            self._log.warning("%s: no room for the buttons %s", inbound.command_id, spoken.left_out)
        return spoken

    def _voice_for(self, inbound: Inbound) -> Speech:
        return self._voice_of(inbound.sender, inbound.language)

    async def _slow_down(self, inbound: Inbound, press: Press | None) -> None:
        """Say once that the flood is too much; a flood earns no second try."""
        say = self._voice_for(inbound)
        text = say(TOO_FAST)
        if press is not None:
            await self._deliverer.notice(press.query_id, text)
            return
        with suppress(Refused, Undelivered):
            await self.sender.send(SendMessage(chat_id=inbound.chat, text=text), tries=1)

    async def _show_commands(self) -> None:
        """In the shop's own language, and for people with another one in theirs."""
        own = _commands(self._speech(self.config.tenant_slug, None))
        await self.sender.send(SetMyCommands(commands=own))
        for language in languages():
            theirs = _commands(self._speech(self.config.tenant_slug, language))
            if theirs != own:
                await self.sender.send(SetMyCommands(commands=theirs, language_code=language))

    def _voice_of(self, sender: str, tag: str | None) -> Speech:
        person = (self.config.tenant_slug, CHANNEL, sender)
        return self._speech(self.config.tenant_slug, self._languages.of(person, tag))


def _commands(say: Speech) -> list[BotCommand]:
    return [
        BotCommand(command=name, description=say(command.description))
        for name, command in COMMANDS.items()
    ]
