"""A person with Telegram in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from tests.fakes.telegram_chat import Message
from tools.kit.call import Json

if TYPE_CHECKING:
    from tests.fakes.telegram import BotAccount, FakeTelegram
    from tests.fakes.telegram_money import Invoice, PayAnswer


class Person:
    """Says and presses things, and waits until the program has dealt with each.

    `status` is what the webhook answered last (200 when the program polls); `notice` is what
    popped up at the last press. Set `chat` to speak somewhere else than in the private chat, and
    `topic` to speak in a topic of it: `goes_to` does both.
    """

    def __init__(self, telegram: FakeTelegram, bot: BotAccount, user: dict[str, Json]) -> None:
        user_id = user["id"]
        assert isinstance(user_id, int)
        self.bot = bot
        self.user: dict[str, Json] = {"is_bot": False} | user
        self.user_id = user_id
        self.chat: dict[str, Json] = {"id": user_id, "type": "private"}
        self.topic: int | None = None
        self.status = 0
        self.notice: str | None = None
        self._telegram = telegram
        self._sent = 0

    def sees(self) -> Message:
        """The bot's newest message in the chat."""
        messages = self.reads()
        assert messages, "the bot has said nothing"
        return messages[-1]

    def reads(self) -> list[Message]:
        """All messages of the bot in the chat, oldest first."""
        chat_id = self.chat["id"]
        assert isinstance(chat_id, int)
        return [one for one in self.bot.chats.of(chat_id) if one.topic == self.topic]

    def goes_to(self, group: int | None, topic: int | None = None) -> Self:
        """Speak in a group, in a topic of it, or (None) in private again."""
        self.chat = (
            {"id": self.user_id, "type": "private"}
            if group is None
            else {"id": group, "type": "supergroup", "title": "Shop", "is_forum": topic is not None}
        )
        self.topic = topic
        return self

    async def says(self, text: str, **fields: Json) -> Message:
        """Write a message and see the answer. `fields` are more fields of the Message."""
        await self.sends(text=text, **fields)
        return self.sees()

    async def sends(self, **fields: Json) -> int:
        """Send a message of any kind; returns what the webhook answered."""
        return await self.delivers(self.message(**fields))

    async def shares_location(self, latitude: float, longitude: float) -> Message:
        """Press the button in place of the keyboard that shares where this person is."""
        assert "location" in self.asked, "nobody asks for a location"
        place: dict[str, Json] = {}
        # What is a number on the wire is none of ours.
        place |= {"latitude": latitude, "longitude": longitude}  # type: ignore[dict-item]
        await self.sends(location=place)
        return self.sees()

    async def shares_phone(self, number: str, user_id: int | None = None) -> Message:
        """Press the one that shares the phone number; `user_id`: the contact of somebody else."""
        assert "contact" in self.asked, "nobody asks for a contact"
        await self.sends(
            contact={
                "phone_number": number,
                "first_name": "Asha",
                "user_id": user_id or self.user_id,
            }
        )
        return self.sees()

    @property
    def asked(self) -> tuple[str, ...]:
        """What the buttons in place of the keyboard share."""
        return self.bot.chats.requests(self.user_id)

    async def presses(self, label: str, *, beside: str = "") -> Message:
        """Press the newest button whose label contains `label`, and see its message afterwards.

        Of several in a message it is the one with the shortest label. `beside` names a label in
        the same row, where several rows have the same button.
        """
        for message in reversed(self.reads()):
            hits = [
                (text, data)
                for row in message.buttons
                if any(beside in text for text, _ in row)
                for text, data in row
                if label in text
            ]
            if hits:
                return await self._press(message, min(hits, key=lambda hit: len(hit[0]))[1])
        raise AssertionError(f"no button {label!r}: {[one.labels for one in self.reads()]}")

    async def asks_to_pay(self, invoice: Invoice | None = None) -> PayAnswer:
        """Press the pay button of an invoice, the newest if none is named."""
        update = self.about_to_pay(invoice)
        await self.delivers(update)
        query = update["pre_checkout_query"]
        assert isinstance(query, dict)
        return self.bot.pay_answers[str(query["id"])]

    async def pays(self, invoice: Invoice | None = None, *, charge: str = "charge-1") -> Message:
        """Pay an invoice and see the answer."""
        answer = await self.asks_to_pay(invoice)
        assert answer.ok, answer.error
        await self.delivers(self.payment(invoice, charge=charge))
        return self.sees()

    def about_to_pay(self, invoice: Invoice | None = None) -> dict[str, Json]:
        """An update that asks whether an invoice may be paid."""
        query: dict[str, Json] = {"id": f"pay-{self.bot.next_update_id}", "from": self.user}
        return self.bot.update("pre_checkout_query", query | self._money(invoice))

    def payment(
        self, invoice: Invoice | None = None, *, charge: str = "charge-1", **fields: Json
    ) -> dict[str, Json]:
        """An update with a payment of an invoice; `fields` are more of the SuccessfulPayment."""
        charges: dict[str, Json] = {
            "telegram_payment_charge_id": charge,
            "provider_payment_charge_id": f"provider-{charge}",
        }
        return self.message(successful_payment=self._money(invoice) | charges | fields)

    def _money(self, invoice: Invoice | None) -> dict[str, Json]:
        of = invoice or self.bot.invoices[-1]
        return {"currency": of.currency, "total_amount": of.total, "invoice_payload": of.payload}

    async def delivers(self, update: dict[str, Json]) -> int:
        """Have Telegram deliver an update, for the first time or again."""
        self.status = await self._telegram.deliver(self.bot, update)
        return self.status

    def message(self, **fields: Json) -> dict[str, Json]:
        """An update with a message of this person."""
        self._sent += 1
        message: dict[str, Json] = {
            "message_id": 100_000 + self._sent,
            "date": 1,
            "chat": self.chat,
            "from": self.user,
        }
        return self.bot.update("message", message | self._in_topic() | fields)

    def _in_topic(self) -> dict[str, Json]:
        if self.topic is None:
            return {}
        return {"message_thread_id": self.topic, "is_topic_message": True}

    def press(self, data: str, message_id: int) -> dict[str, Json]:
        """An update with a press; `data` may be anything, as from a client of one's own making."""
        query: dict[str, Json] = {
            "id": f"query-{self.user_id}-{self.bot.next_update_id}",
            "from": self.user,
            "chat_instance": "1",
            "message": {
                "message_id": message_id,
                "date": 1,
                "chat": self.chat,
                "text": "…",
                **self._in_topic(),
            },
            "data": data,
        }
        return self.bot.update("callback_query", query)

    async def _press(self, message: Message, data: str) -> Message:
        update = self.press(data, message.message_id)
        await self.delivers(update)
        query = update["callback_query"]
        assert isinstance(query, dict)
        self.notice = self.bot.answers.get(str(query["id"]))
        assert self.status != 200 or self.notice is not None, "the press was not answered"
        kept = [one for one in self.reads() if one.message_id == message.message_id]
        return kept[0] if kept else self.sees()
