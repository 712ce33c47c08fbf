"""How a reply is shown: in place of a message, below it, or passing by."""

from collections.abc import Callable

from bot.channels.telegram.cashier import Cashier
from bot.channels.telegram.deliver import Deliverer
from bot.channels.telegram.heard import Press
from bot.channels.telegram.requests import Requests
from bot.channels.telegram.speak import Spoken
from bot.inbound import Inbound
from tools.kit.speech import Speech


class Answers:
    """What a desk answers with. `voice_for` is the voice for whom it is."""

    def __init__(
        self,
        deliverer: Deliverer,
        requests: Requests,
        cashier: Cashier,
        voice_for: Callable[[Inbound], Speech],
    ) -> None:
        self._deliverer = deliverer
        self._requests = requests
        self._cashier = cashier
        self._voice_for = voice_for

    async def to_press(self, spoken: Spoken, inbound: Inbound, press: Press) -> None:
        """A refusal, and what a notice's button did, pass by and leave the message to the others.

        A question goes below; who asked in words finds the answer in place of the question.
        """
        if spoken.refused:
            await self._deliverer.notice(press.query_id, spoken.plain)
        elif not press.on_notice:
            await self.show(spoken, inbound, press)
        elif spoken.asks:
            await self.show(spoken, inbound, None, press.message_id)
            await self._deliverer.notice(press.query_id)
        else:
            await self._deliverer.notice(press.query_id, spoken.plain, alert=False)

    async def show(
        self, spoken: Spoken, inbound: Inbound, press: Press | None, answers: int | None = None
    ) -> None:
        """Deliver it, with what goes along; in place of the message of a press."""
        say = self._voice_for(inbound)
        # A group has no keyboard of its own.
        wants = spoken.wants if inbound.chat == inbound.sender else ()
        if not wants:
            await self._requests.put_away(inbound, say)
        await self._deliverer.deliver(spoken, inbound.chat, press, answers)
        if spoken.enclosure is not None:
            await self._cashier.enclose(spoken.enclosure, inbound, say)
        if wants:
            await self._requests.show(inbound, wants, say)
