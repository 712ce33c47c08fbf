"""Invoices and codes on their way out, and the answer before money moves."""

import asyncio
import logging
from contextlib import suppress

from aiogram.methods import AnswerPreCheckoutQuery, SendInvoice, SendMessage, SendPhoto
from aiogram.types import BufferedInputFile, LabeledPrice

from bot.channels import TakeMoney
from bot.channels.telegram.address import split
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.money import Asking, payload_of
from bot.channels.telegram.pictures import send_chart
from bot.channels.telegram.qr import qr_png
from bot.channels.telegram.send import Refused, Sender
from bot.inbound import Inbound
from bot.pg import DatabaseDown
from tools.kit.enclosure import Chart, Enclosure, Invoice, PayCode
from tools.kit.speech import Speech, sentence

# Of the ten seconds Telegram waits, these are for finding out.
PATIENCE = 7.0
LATER = sentence(
    "We cannot take your payment at this moment. Nothing was charged; please try again."
)
NO_INVOICE = sentence("Paying here does not work at the moment. Please choose another way to pay.")
# A forwarded invoice gets a button that opens the chat, not one that pays.
NOT_FORWARDED = "pay"


class Cashier:
    """The money side of one bot."""

    def __init__(
        self, config: BotConfig, sender: Sender, callbacks: Callbacks, till: TakeMoney
    ) -> None:
        self._config = config
        self._sender = sender
        self._callbacks = callbacks
        self._till = till
        self._log = logging.getLogger(__name__)

    async def answer(self, asking: Asking, say: Speech) -> None:
        """Say whether an invoice may be paid; if in doubt, it may not. Raises Undelivered."""
        refusal: str | None = say(LATER)
        try:
            async with asyncio.timeout(PATIENCE):
                refusal = await self._till.refusal(asking.inbound, asking.tendered)
        except (TimeoutError, DatabaseDown) as error:
            self._log.warning("%s: not let pay: %s", asking.inbound.command_id, error)
        except Exception:
            self._log.exception("%s: not let pay", asking.inbound.command_id)
        answer = AnswerPreCheckoutQuery(
            pre_checkout_query_id=asking.query_id, ok=refusal is None, error_message=refusal
        )
        # One that was asked too long ago can no longer be answered: Telegram has refused it itself.
        with suppress(Refused):
            await self._sender.send(answer)

    async def enclose(self, enclosure: Enclosure, inbound: Inbound, say: Speech) -> None:
        """Send what goes with a reply. Raises Undelivered, Refused, DatabaseDown."""
        match enclosure:
            case Chart():
                await send_chart(self._sender, enclosure, inbound.chat)
            case Invoice():
                await self._invoice(enclosure, inbound, say)
            case PayCode(link=link, caption=caption):
                photo = BufferedInputFile(qr_png(link), "upi.png")
                chat_id, topic = split(inbound.chat)
                await self._sender.send(
                    SendPhoto(
                        chat_id=chat_id,
                        message_thread_id=topic,
                        photo=photo,
                        caption=caption,
                        parse_mode=None,
                    )
                )

    async def _invoice(self, invoice: Invoice, inbound: Inbound, say: Speech) -> None:
        token = await self._till.provider_token(inbound.tenant)
        trouble = "the shop has no payment provider"
        if token is not None:
            try:
                await self._sender.send(self._drawn(invoice, inbound, token))
                return
            except Refused as refused:
                trouble = str(refused).replace(token, "<token>")
        self._log.error("bot %s: no invoice: %s", self._config.bot_id, trouble)
        await self._sender.send(SendMessage(chat_id=inbound.chat, text=say(NO_INVOICE)))

    def _drawn(self, invoice: Invoice, inbound: Inbound, token: str) -> SendInvoice:
        return SendInvoice(
            chat_id=inbound.chat,
            title=invoice.title,
            description=invoice.description,
            payload=payload_of(invoice.payment_id, self._callbacks, inbound.chat, inbound.sender),
            provider_token=token,
            currency=invoice.currency,
            prices=[LabeledPrice(label=label, amount=amount) for label, amount in invoice.prices],
            start_parameter=NOT_FORWARDED,
        )
