"""Where one bot meets groups: whoever is heard has a turn, and nobody else is answered."""

from collections.abc import Awaitable, Callable
from functools import partial

from aiogram.types import Update

from bot.channels.telegram.deliver import Deliverer
from bot.channels.telegram.heard import Denied, Expired, Heard
from bot.channels.telegram.office import RoomListener
from bot.channels.telegram.speak import Spoken
from bot.lanes import LaneFull, Lanes
from tools.kit.speech import Speech, sentence
from tools.kit.staff.errors import NotStaff

NOT_YOURS = sentence(
    "This button is somebody else's, or has expired. Only who was asked can press it."
)


class RoomDesk:
    """The desk's side for groups. `turn` takes a turn and answers it, `slow_down` warns a flood.

    `voice_of` is a person's voice, by his user id and the language Telegram tells of him.
    """

    def __init__(
        self,
        listener: RoomListener,
        lanes: Lanes,
        deliverer: Deliverer,
        turn: Callable[[Heard], Awaitable[None]],
        slow_down: Callable[[Heard], Awaitable[None]],
        voice_of: Callable[[str, str | None], Speech],
    ) -> None:
        self.listener = listener
        self._lanes = lanes
        self._deliverer = deliverer
        self._turn = turn
        self._slow_down = slow_down
        self._voice_of = voice_of

    async def attend(self, update: Update) -> None:
        """Deal with an update of a group. Raises as a turn does.

        Who is heard is found out in the lane, so that nobody's words overtake each other.
        """
        lane = self.listener.lane(update)
        if lane is None:
            await self.listener.hear(update)
            return
        try:
            await self._lanes.run(lane, partial(self._hear, update))
        except LaneFull as full:
            heard = await self.listener.hear(update) if full.first else None
            if isinstance(heard, Heard) and not heard.chatter:
                await self._slow_down(heard)

    async def _hear(self, update: Update) -> None:
        match heard := await self.listener.hear(update):
            case Heard():
                await self._turn(heard)
            case Denied():
                await self._deny(heard)
            case Expired(query_id=query_id, sender=sender, language=language):
                say = self._voice_of(sender, language)
                await self._deliverer.notice(query_id, say(NOT_YOURS))

    async def _deny(self, denied: Denied) -> None:
        """One polite line; a message that others read is left as it is."""
        inbound = denied.inbound
        say = self._voice_of(inbound.sender, inbound.language)
        refusal = NotStaff(who=inbound.sender).text(say)
        if denied.press is not None:
            await self._deliverer.notice(denied.press.query_id, refusal)
            return
        spoken = Spoken.of(refusal)
        await self._deliverer.deliver(spoken, inbound.chat, None, denied.answers)
