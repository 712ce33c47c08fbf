"""Invoices and photos a bot sends, as picky about them as Telegram is."""

import json
from dataclasses import dataclass

from tests.fakes.telegram_chat import BadRequest


@dataclass(frozen=True, slots=True)
class Invoice:
    """An invoice as a person sees it, and what its pay button carries. `total`: minor units."""

    chat: str
    title: str
    description: str
    payload: str
    currency: str
    prices: tuple[tuple[str, int], ...]
    token: str

    @property
    def total(self) -> int:
        """What paying it costs, in minor units."""
        return sum(amount for _, amount in self.prices)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in a chat."""

    chat: str
    caption: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PayAnswer:
    """What a bot answers before money moves. `error` is what the person reads."""

    ok: bool
    error: str | None


def invoice(params: dict[str, str]) -> Invoice:
    """sendInvoice. Raises BadRequest."""
    if not 1 <= len(params["title"]) <= 32:
        raise BadRequest("INVOICE_TITLE_INVALID")
    if not 1 <= len(params["description"]) <= 255:
        raise BadRequest("INVOICE_DESCRIPTION_INVALID")
    if not 1 <= len(params["payload"].encode()) <= 128:
        raise BadRequest("INVOICE_PAYLOAD_INVALID")
    if not params.get("provider_token"):
        raise BadRequest("PAYMENT_PROVIDER_INVALID")
    prices = tuple((one["label"], one["amount"]) for one in json.loads(params["prices"]))
    if not prices or any(type(amount) is not int or not label for label, amount in prices):
        raise BadRequest("INVOICE_PRICES_INVALID")
    if sum(amount for _, amount in prices) <= 0:
        raise BadRequest("CURRENCY_TOTAL_AMOUNT_INVALID")
    return Invoice(
        params["chat_id"],
        params["title"],
        params["description"],
        params["payload"],
        params["currency"],
        prices,
        params["provider_token"],
    )


def photo(params: dict[str, str]) -> Photo:
    """sendPhoto with a file. Raises BadRequest."""
    content = params.get(params["photo"].removeprefix("attach://"), "").encode("latin-1")
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise BadRequest("IMAGE_PROCESS_FAILED")
    return Photo(params["chat_id"], params.get("caption", ""), content)


def pay_answer(params: dict[str, str]) -> PayAnswer:
    """answerPreCheckoutQuery. Raises BadRequest."""
    ok = params["ok"].lower() == "true"
    error = params.get("error_message")
    if not ok and not error:
        raise BadRequest("ERROR_TEXT_EMPTY")
    return PayAnswer(ok, error)
