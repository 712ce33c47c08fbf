"""What Telegram tells of money: a customer about to pay an invoice, and money that has arrived."""

from dataclasses import dataclass
from uuid import UUID

from aiogram.types import PreCheckoutQuery, SuccessfulPayment

from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.fields import read_uuid, write_uuid
from bot.inbound import Inbound, Tendered

# No tool has this letter, so an invoice's payload is no button, and no button an invoice's.
MARK = "$"


@dataclass(frozen=True, slots=True)
class Asking:
    """A customer wants to pay an invoice; Telegram waits ten seconds for a yes or no."""

    query_id: str
    inbound: Inbound
    tendered: Tendered


@dataclass(frozen=True, slots=True)
class Received:
    """A customer has paid an invoice."""

    inbound: Inbound
    tendered: Tendered


def payload_of(payment_id: UUID, callbacks: Callbacks, chat: str, user: str) -> str:
    """What an invoice carries: the tender, sealed for this chat and person."""
    return callbacks.stamp(MARK + write_uuid(payment_id.hex), chat, user)


def tendered(
    money: PreCheckoutQuery | SuccessfulPayment, callbacks: Callbacks, user: str
) -> Tendered:
    """The money, and the tender it is for; None where the seal is not for this person.

    Invoices are sent in private chats only, and such a chat has its person's number.
    """
    charges = (
        (money.telegram_payment_charge_id, money.provider_payment_charge_id)
        if isinstance(money, SuccessfulPayment)
        else ()
    )
    text = callbacks.stamped(money.invoice_payload, user, user) or ""
    return Tendered(_payment(text), money.currency, money.total_amount, *charges)


def _payment(text: str) -> UUID | None:
    if not text.startswith(MARK):
        return None
    try:
        return UUID(hex=read_uuid(text.removeprefix(MARK)))
    except ValueError:
        return None
