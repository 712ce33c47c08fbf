"""The ticket of an order in a room: what a cook wants to read at arm's length."""

from collections.abc import Iterator
from datetime import datetime

from tools.kit.notice import Notice, Room, Told
from tools.kit.speech import Speech
from tools.kit.statuses import status_name
from tools.kit.view import CartLine, Order
from tools.results.alerts import banner, tag_name
from tools.results.lines import described, with_quantity
from tools.results.moments import spoken_moment
from tools.results.order_types import order_type_name
from tools.results.refunds import payment_state, tender_name
from tools.results.staff.contact import contact_lines
from tools.results.staff.ticket_buttons import ticket_buttons

OVER = frozenset({"completed", "rejected", "cancelled"})
_COOKING = frozenset({"placed", "accepted", "preparing"})
DOT = " \N{MIDDLE DOT} "


def ticket(say: Speech, notice: Notice, room: Room, now: datetime) -> Told | None:
    """The order as this room needs it. One that is over and was never shown here is not told."""
    order = notice.order
    if order is None or (order.status in OVER and notice.message is None):
        return None
    return ticket_of(say, order, room, now)


def ticket_of(say: Speech, order: Order, room: Room, now: datetime) -> Told:
    """What may not be eaten first, then the number, the dishes, and how it stands."""
    told = [*heading(say, order, now), *lines_here(say, order, room)]
    told += _promised(say, order, now)
    told.append(_status(say, order, now))
    if room.kind != "kitchen":
        told += _money(say, order)
        told += contact_lines(room.contact) if room.contact else ()
    in_part = len(room.lines) < len(order.lines)
    rows = ticket_buttons(say, order, room.acts, in_part=in_part)
    return Told("\n".join(told), rows, tracks=True)


def heading(say: Speech, order: Order, now: datetime, *more: str) -> Iterator[str]:
    """ "⚠ ALLERGY: peanut", "#12 · dine-in · table 4"; `more` follows on that line."""
    if order.dietary:
        yield banner(say, order.dietary)
    known = [f"#{order.order_no}", place(say, order.order_type, order.table_no)]
    if order.pickup_at is not None:
        known.append(say("for {when}", when=spoken_moment(say, order.pickup_at, now)))
    yield DOT.join([*known, *more])


def place(say: Speech, order_type: str, table_no: str | None) -> str:
    """Where it goes: "table 4", else "take-away", "delivery"."""
    return say("table {number}", number=table_no) if table_no else order_type_name(say, order_type)


def lines_here(say: Speech, order: Order, room: Room) -> Iterator[str]:
    """The lines of this room, each with what its customer accepted all the same."""
    here = [line for line in order.lines if line.line_no in room.lines]
    for line in here:
        yield with_quantity(say, line)
        yield from _accepted(say, line)
    if elsewhere := len(order.lines) - len(here):
        yield say.count(
            elsewhere,
            "({number} more dish is made elsewhere)",
            "({number} more dishes are made elsewhere)",
        )


def _accepted(say: Speech, line: CartLine) -> Iterator[str]:
    if line.accepted:
        what = say.join([tag_name(say, tag) for tag in line.accepted])
        yield say("Accepted for {item}: {what}.", item=described(say, line), what=what)


def _promised(say: Speech, order: Order, now: datetime) -> Iterator[str]:
    if order.status in _COOKING and order.ready_at is not None and order.pickup_at is None:
        yield say("Promised: {when}.", when=spoken_moment(say, order.ready_at, now))


def _status(say: Speech, order: Order, now: datetime) -> str:
    """ "accepted 12:05", and what was said about it."""
    status = status_name(say, order.status)
    if not order.steps:
        return status
    step = order.steps[-1]
    told = f"{status} {say.clock(step.at.astimezone(now.tzinfo).time())}"
    return say("{status}: {reason}", status=told, reason=step.reason) if step.reason else told


def _money(say: Speech, order: Order) -> Iterator[str]:
    """ "₹80: paid"; of one that is over, what has to go back."""
    back = [one for one in order.payments if one.status == "refund_due"]
    if order.status not in OVER or not back:
        yield say("{total}: {state}", total=order.total, state=payment_state(say, order))
        return
    for one in back:
        how = tender_name(say, one.method)
        yield say("{amount} paid {how} has to go back.", amount=one.to_refund, how=how)
