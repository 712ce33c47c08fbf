"""A notice on its way: what happened, to which order, and who is to be told where."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from pydantic import JsonValue

from tools.kit.result import Rows
from tools.kit.row import Row
from tools.kit.view import Order


class OrderMessage(Row):
    """The one message that tells of an order in a chat, and the bot that wrote it."""

    bot_id: int
    message_id: int


class Notice(Row):
    """A notice leased to this process until its lease ends.

    `order` is as it stands now, not as it stood when the notice was written. `command` is the one
    by which it was placed. `unsure`: it was sent before, and nobody knows whether it arrived.
    """

    notice_id: UUID
    tenant_id: UUID
    token: UUID
    channel: str
    chat: str
    topic: str
    payload: Mapping[str, JsonValue]
    attempts: int
    unsure: bool = False
    sender: str | None = None
    language: str | None = None
    command: str | None = None
    order: Order | None = None
    message: OrderMessage | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words. `tracks`: it is the order's one message, which is edited as it goes."""

    text: str
    buttons: Rows = ()
    tracks: bool = False
