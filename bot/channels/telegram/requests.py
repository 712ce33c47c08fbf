"""Buttons in place of the keyboard that share a location or a phone number, and putting them away.

A message carries either these or the buttons under it, so they come with a message of their own.
"""

from collections import OrderedDict

from aiogram.methods import SendMessage
from aiogram.types import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.channels.telegram.send import Sender
from bot.inbound import Inbound
from tools.kit.result import Wanted
from tools.kit.speech import Speech

SHARED = frozenset({"share_location", "give_phone"})
MOST_CHATS = 10_000


class Requests:
    """The requests one bot shows. Which chats have one is forgotten with the process.

    So whoever shares something has it put away in any case, and Telegram hides what was used.
    """

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._shown: OrderedDict[str, None] = OrderedDict()

    async def put_away(self, inbound: Inbound, say: Speech) -> None:
        """Give the chat its own keyboard back. Raises Undelivered, Refused."""
        shared = any(call.tool in SHARED for call in inbound.calls or ())
        if not (shared or inbound.chat in self._shown):
            return
        await self._sender.send(
            SendMessage(
                chat_id=inbound.chat,
                text=say("Thank you!") if shared else say("All right!"),
                reply_markup=ReplyKeyboardRemove(),
            )
        )
        self._shown.pop(inbound.chat, None)

    async def show(self, inbound: Inbound, wants: Wanted, say: Speech) -> None:
        """Offer to share what is wanted. Raises Undelivered, Refused."""
        if inbound.chat in self._shown:
            return
        await self._sender.send(
            SendMessage(
                chat_id=inbound.chat,
                text=say("You can also share it at a touch:"),
                reply_markup=_keyboard(wants, say),
            )
        )
        self._shown[inbound.chat] = None
        if len(self._shown) > MOST_CHATS:
            self._shown.popitem(last=False)


def _keyboard(wants: Wanted, say: Speech) -> ReplyKeyboardMarkup:
    buttons = {
        "location": KeyboardButton(text=say("Share my location"), request_location=True),
        "phone": KeyboardButton(text=say("Share my phone number"), request_contact=True),
    }
    return ReplyKeyboardMarkup(
        keyboard=[[buttons[want]] for want in wants], resize_keyboard=True, one_time_keyboard=True
    )
