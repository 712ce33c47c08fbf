"""A notice on its way: what happened, to which order, and who is to be told where."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from pydantic import AwareDatetime, JsonValue

from tools.kit.contact import Contact
from tools.kit.result import Rows
from tools.kit.row import Row
from tools.kit.staff.answer import DaySummary
from tools.kit.view import Order


class OrderMessage(Row):
    """The one message that tells of an order in a chat, and the bot that wrote it.

    `event_seq` is how far the order had come when the message was new. Of a board it is None.
    """

    bot_id: int
    message_id: int
    event_seq: int | None = None


class OpenOrder(Row):
    """An order on a room's board."""

    order_no: int
    order_type: str
    status: str
    since: AwareDatetime
    table_no: str | None = None
    pickup_at: AwareDatetime | None = None


class Called(Row):
    """Somebody of the staff who is called by name: his verified user id, and what to call him."""

    sender: str
    name: str


class Room(Row):
    """The room a notice goes to: what the order is to it, and what is open there.

        `lines` are the numbers of those it is about here; `acts` the tools that may come next here;
    `calls` those whom it is told by name; `summary` is of a day.
    """

    kind: str
    lines: tuple[int, ...] = ()
    acts: tuple[str, ...] = ()
    contact: Contact | None = None
    calls: tuple[Called, ...] = ()
    board: tuple[OpenOrder, ...] | None = None
    summary: DaySummary | None = None


class Notice(Row):
    """A notice leased to this process until its lease ends.

    `order` is as it stands now, not as it stood when the notice was written. `command` is the one
    by which it was placed. `unsure`: it was sent before, and nobody knows whether it arrived.
    `event_seq` is how far the order has come. `to_room`: it is for staff; `room` is None where that
    is a room no more.
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
    event_seq: int | None = None
    message: OrderMessage | None = None
    to_room: bool = False
    room: Room | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words.

    `tracks`: it is the order's one message, or the board, which is edited as it goes; `answers`:
    it is a new message that answers that one; `calls` those it is addressed to.
    """

    text: str
    buttons: Rows = ()
    tracks: bool = False
    answers: bool = False
    calls: tuple[Called, ...] = ()
