"""Where one bot meets its customers: an update is heard, its turn taken, the reply delivered."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from aiogram import Bot
from aiogram.methods import GetMe, SendMessage, TelegramMethod
from aiogram.types import Update

from bot.channels import KnowStaff, SpeechFor, TakeMoney, TakeTurn
from bot.channels.telegram.address import split
from bot.channels.telegram.answers import Answers
from bot.channels.telegram.callback import ANYONE, Callbacks
from bot.channels.telegram.cashier import Cashier
from bot.channels.telegram.command_menu import show_commands
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.deliver import Deliverer
from bot.channels.telegram.hear import CHANNEL, Listener
from bot.channels.telegram.heard import Expired, Heard, Press, Unsaid
from bot.channels.telegram.money import Asking, Received
from bot.channels.telegram.office import RoomListener, is_of_a_group
from bot.channels.telegram.requests import Requests
from bot.channels.telegram.room_desk import RoomDesk
from bot.channels.telegram.send import Backoff, Pause, Refused, Sender, Undelivered
from bot.channels.telegram.speak import Spoken, speak
from bot.inbound import Inbound
from bot.lanes import LaneBroken, LaneFull, Lanes
from bot.languages import Languages
from bot.pg import DatabaseDown
from bot.reply import Reply
from tools.kit.result import Button
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
        staff: KnowStaff | None = None,
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
        self._rooms = self._room_desk(staff) if staff is not None else None
        self._languages = Languages()
        self._cashier = Cashier(config, self.sender, self._callbacks, till)
        self._answers = Answers(
            self._deliverer, Requests(self.sender), self._cashier, self._voice_for
        )
        self._log = logging.getLogger(__name__)

    async def open(self, connect: TelegramMethod[bool]) -> bool:
        """Learn the bot's own name, show its commands, and `connect` it; as long as that takes.

        False when Telegram does not take the token; the log says so.
        """
        backoff = Backoff(self._pause)
        while True:
            try:
                me = await self.sender.send(GetMe())
                if self._rooms is not None:
                    self._rooms.listener.username = me.username
                await show_commands(self.sender, self._speech_of, rooms=self._rooms is not None)
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
            if not is_of_a_group(update):
                await self._attend(self._listener.hear(update))
            elif self._rooms is not None:
                await self._rooms.attend(update)
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
                await self._in_turn(inbound, press, partial(self._turn, heard))
            case Unsaid(inbound=inbound, words=words):
                await self._in_turn(inbound, None, partial(self._remind, inbound, words))
            case Expired(query_id=query_id, sender=sender, language=language):
                say = self._voice_of(sender, language)
                await self._deliverer.notice(query_id, say(EXPIRED))
            case Asking(inbound=inbound):
                await self._cashier.answer(heard, self._voice_for(inbound))
            case Received(inbound=inbound, tendered=tendered):
                credit = partial(self._till.credit, tendered=tendered)
                await self._answers.show(await self._spoken(inbound, credit, UNSURE), inbound, None)

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

    async def _turn(self, heard: Heard) -> None:
        inbound, press = heard.inbound, heard.press
        spoken = await self._spoken(inbound, self._take, SORRY)
        if heard.chatter and spoken.puzzled:
            return
        if press is not None and inbound.role == "staff":
            await self._answers.to_press(spoken, inbound, press)
        else:
            await self._answers.show(spoken, inbound, press, heard.answers)

    async def _spoken(self, inbound: Inbound, take: TakeTurn, sorry: str) -> Spoken:
        """The turn's reply, drawn. A turn that breaks gets an apology. Raises DatabaseDown."""
        seal = self._sealing(inbound)
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

    def _sealing(self, inbound: Inbound) -> Callable[[Button], str]:
        """For the person; in a room for everybody, but for what is only his to answer."""

        def seal(button: Button) -> str:
            shared = inbound.role == "staff" and not button.own
            whose = ANYONE if shared else inbound.sender
            return self._callbacks.seal(button.call, inbound.chat, whose)

        return seal

    def _voice_for(self, inbound: Inbound) -> Speech:
        return self._voice_of(inbound.sender, inbound.language)

    def _room_desk(self, staff: KnowStaff) -> RoomDesk:
        async def slow_down(heard: Heard) -> None:
            await self._slow_down(heard.inbound, heard.press)

        listener = RoomListener(self.config, self._callbacks, staff)
        return RoomDesk(
            listener, self._lanes, self._deliverer, self._turn, slow_down, self._voice_of
        )

    async def _slow_down(self, inbound: Inbound, press: Press | None) -> None:
        """Say once that the flood is too much; a flood earns no second try."""
        say = self._voice_for(inbound)
        text = say(TOO_FAST)
        if press is not None:
            await self._deliverer.notice(press.query_id, text)
            return
        with suppress(Refused, Undelivered):
            chat_id, topic = split(inbound.chat)
            warning = SendMessage(chat_id=chat_id, message_thread_id=topic, text=text)
            await self.sender.send(warning, tries=1)

    def _speech_of(self, language: str | None) -> Speech:
        return self._speech(self.config.tenant_slug, language)

    def _voice_of(self, sender: str, tag: str | None) -> Speech:
        person = (self.config.tenant_slug, CHANNEL, sender)
        return self._speech_of(self._languages.of(person, tag))
