"""The board of a room: what is open there, oldest first, with the minutes it has waited."""

from datetime import datetime

from tools.kit.notice import Notice, OpenOrder, Room, Told
from tools.kit.speech import Speech
from tools.kit.statuses import status_name
from tools.results.moments import spoken_moment
from tools.results.staff.ticket import DOT, place

# More than fit into a message are counted.
MOST = 60


def board(say: Speech, notice: Notice, room: Room, now: datetime) -> Told | None:
    """One message for all of them. A room that never had anything open gets none, but where it
    was just bound.
    """
    opened = room.board or ()
    if not opened:
        appears = notice.message is not None or "appears" in notice.payload
        return Told(say("Nothing is open."), tracks=True) if appears else None
    oldest = max(_minutes(one, now) for one in opened)
    told = [
        say("Open: {number}, the oldest for {minutes} min", number=len(opened), minutes=oldest),
        *(_row(say, one, now) for one in opened[:MOST]),
    ]
    if len(opened) > MOST:
        told.append(say("and {number} more", number=len(opened) - MOST))
    return Told("\n".join(told), tracks=True)


def _row(say: Speech, one: OpenOrder, now: datetime) -> str:
    """ "#12 · 14 min · table 4 · accepted"."""
    known = [
        f"#{one.order_no}",
        say("{minutes} min", minutes=_minutes(one, now)),
        place(say, one.order_type, one.table_no),
        status_name(say, one.status),
    ]
    if one.pickup_at is not None:
        known.append(say("for {when}", when=spoken_moment(say, one.pickup_at, now)))
    return DOT.join(known)


def _minutes(one: OpenOrder, now: datetime) -> int:
    return max(0, int((now - one.since).total_seconds() // 60))
