"""Notices in words. They tell how an order stands when they are read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from tools.kit.notice import Notice, Room, Told
from tools.kit.speech import Speech
from tools.kit.statuses import status_name
from tools.kit.view import Order, Step
from tools.results.bill import ready
from tools.results.moments import spoken_moment
from tools.results.order_buttons import cancel_button, ways_on_with
from tools.results.refunds import refunds
from tools.results.review import star_buttons
from tools.results.staff.alert import ALERTS, alert
from tools.results.staff.board import board
from tools.results.staff.delta import delta
from tools.results.staff.figures.summary import daily_summary
from tools.results.staff.ticket import ticket
from tools.results.staff.told import room_lost, tab_moved
from tools.results.ticket import ticket_head

_AHEAD = frozenset({"placed", "accepted", "preparing"})
_NEVER = frozenset({"rejected", "cancelled"})
ARROW = " \N{RIGHTWARDS ARROW} "


class NoWords(Exception):
    """This version of the program has no words for a notice of that topic."""


def notice_in_words(say: Speech, notice: Notice, now: datetime) -> Told | None:
    """The notice as it is read; None: there is nothing to tell any more. Raises NoWords.

    `now` is in the shop's time zone.
    """
    if notice.to_room:
        write = OF_ROOMS.get(notice.topic)
        if write is not None:
            return write(say, notice, notice.room, now) if notice.room else None
    elif notice.order is not None:
        tell = TOPICS.get(notice.topic)
        if tell is not None:
            return tell(say, notice.order, now)
    raise NoWords(f"there are no words for {notice.topic!r}")


def order_progress(say: Speech, order: Order, now: datetime) -> Told:
    """The one message of an order: how it stands and how it goes."""
    buttons = ways_on_with(say, order)
    told = [_headline(say, order), *how_it_goes(say, order, now)]
    if order.payments and order.status not in _NEVER and order.paid >= order.total:
        told.append(say("It is paid."))
    rows = [buttons] if buttons else []
    if order.may_rate and order.stars is None:
        told.append(say("How was it?"))
        rows.append(star_buttons(order.order_id.hex))
    return Told("\n".join(told), tuple(rows), tracks=True)


def how_it_goes(say: Speech, order: Order, now: datetime) -> Iterator[str]:
    """What heads it, its steps, when it will be there, and of one that will not be what goes back.

    The same wherever an order is told of.
    """
    yield from ticket_head(say, order, now)
    if order.steps:
        yield ARROW.join(_steps(say, order.steps, now))
        if reason := order.steps[-1].reason:
            yield say("Reason: {reason}", reason=reason)
        if order.status not in _NEVER and {step.status for step in order.steps[-2:-1]} & _NEVER:
            yield say("That it is off was a mistake: the shop has taken it up again.")
    if (at := _expected(order)) and at >= now:
        yield ready(say, at, now, order.order_type)
    if order.status in _NEVER:
        yield from refunds(say, order)


def _expected(order: Order) -> datetime | None:
    """When it will be there, a delivery: arrive; None where it is, or where that says nothing new.

    A time the customer has named is news only where the shop says it will be later.
    """
    on_its_way = order.order_type == "delivery" and order.status in ("ready", "out_for_delivery")
    at, wanted = order.ready_at, order.pickup_at
    if not (order.status in _AHEAD or on_its_way) or (at and wanted and at <= wanted):
        return None
    return at


def order_waiting(say: Speech, order: Order, now: datetime) -> Told | None:
    """That nobody has accepted it yet, unless somebody has."""
    if order.status != "placed":
        return None
    number = str(order.order_no)
    told = [say("Sorry, the shop has not accepted order #{number} yet.", number=number)]
    if not order.may_change:
        return Told(told[0])
    told.append(say("You can go on waiting, or cancel it."))
    return Told("\n".join(told), ((cancel_button(say, order),),))


def _headline(say: Speech, order: Order) -> str:
    number = str(order.order_no)
    known = {
        "placed": say("Order #{number} is placed. You can follow it here.", number=number),
        "accepted": say("Order #{number} is accepted.", number=number),
        "preparing": say("Order #{number} is being prepared.", number=number),
        "ready": say("Order #{number} is ready.", number=number),
        "out_for_delivery": say("Order #{number} is on its way.", number=number),
        "completed": say("Order #{number} is completed. Thank you!", number=number),
        "rejected": say("Sorry, the shop cannot take order #{number}.", number=number),
        "cancelled": say("Order #{number} is cancelled.", number=number),
    }
    other = say("Order #{number}: {status}.", number=number, status=status_name(say, order.status))
    return known.get(order.status, other)


def _steps(say: Speech, steps: Iterable[Step], now: datetime) -> Iterator[str]:
    """ "accepted 12:05"; with the day where it is another one than before, first than today."""
    day = now.date()
    for step in steps:
        at = step.at.astimezone(now.tzinfo)
        when = say.clock(at.time()) if at.date() == day else spoken_moment(say, at, now)
        day = at.date()
        yield f"{status_name(say, step.status)} {when}"


Writer = Callable[[Speech, Order, datetime], Told | None]
TOPICS: Mapping[str, Writer] = {
    "order_placed": order_progress,
    "order_status": order_progress,
    "order_waiting": order_waiting,
}
RoomWriter = Callable[[Speech, Notice, Room, datetime], Told | None]
OF_ROOMS: Mapping[str, RoomWriter] = {
    "ticket": ticket,
    "ticket_delta": delta,
    "board": board,
    "room_lost": room_lost,
    "tab_moved": tab_moved,
    "daily_summary": daily_summary,
    **dict.fromkeys(ALERTS, alert),
}
