"""What a room is told of beside orders and alerts: a room that is lost, a table that moved."""

from datetime import datetime

from tools.kit.notice import Notice, Room, Told
from tools.kit.speech import Speech
from tools.kit.staff.names import room_name


def room_lost(say: Speech, notice: Notice, room: Room, now: datetime) -> Told:
    """A room that cannot be written to any more, and how it is mended."""
    kind = str(notice.payload.get("kind", ""))
    return Told(
        say(
            "I can't reach {room} any more, so orders for it are told here. Let me into the group"
            " again, or write /bind {kind} in a topic where I can write.",
            room=room_name(say, kind),
            kind=kind,
        )
    )


def tab_moved(say: Speech, notice: Notice, room: Room, now: datetime) -> Told:
    """ "Table 4 moved to 7"."""
    was, now_at = (str(notice.payload.get(key, "")) for key in ("from", "to"))
    return Told(say("Table {table} moved to {to}", table=was, to=now_at))
