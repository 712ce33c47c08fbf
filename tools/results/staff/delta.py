"""What has changed of an order that a room has its ticket of, and nothing that was printed."""

from datetime import datetime

from tools.kit.notice import Notice, Room, Told
from tools.kit.speech import Speech
from tools.kit.view import CartLine, Order
from tools.results.lines import described, with_quantity
from tools.results.staff.ticket import OVER, heading, lines_here, ticket_of


class Change(CartLine):
    """A line of which there are more or fewer now: `was` became `quantity`."""

    was: int


def delta(say: Speech, notice: Notice, room: Room, now: datetime) -> Told | None:
    """A message that answers the ticket; what the ticket had from the start is not told again.

    A room that has no ticket of it, for it could not be reached, gets one instead.
    """
    order = notice.order
    if order is None:
        return None
    if notice.message is None:
        return None if order.status in OVER else ticket_of(say, order, room, now)
    at = notice.payload.get("event_seq")
    if isinstance(at, int) and at <= (notice.message.event_seq or 0):
        return None
    return Told("\n".join(_told(say, notice, order, room, now)), answers=True)


def _told(say: Speech, notice: Notice, order: Order, room: Room, now: datetime) -> list[str]:
    changed = notice.payload.get("change")
    if changed is None:
        dishes = lines_here(say, order, room)
        head = say("CANCEL the whole order") if order.status in OVER else say("ON AGAIN, all of it")
        return [*heading(say, order, now, head), *dishes]
    return [*heading(say, order, now), _change(say, Change.model_validate(changed))]


def _change(say: Speech, line: Change) -> str:
    """ "NEW 2x Idly", "2 → 3 Idly", "CANCEL 2x Idly"."""
    if not line.was:
        return say("NEW {line}", line=with_quantity(say, line))
    if not line.quantity:
        return say("CANCEL {line}", line=with_quantity(say, line, line.was))
    return say(
        "CHANGE {was} \N{RIGHTWARDS ARROW} {now} {item}",
        was=line.was,
        now=line.quantity,
        item=described(say, line),
    )
