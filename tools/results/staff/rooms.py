"""Rooms of the shop, in words."""

from dataclasses import dataclass

from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.kit.staff.names import room_name
from tools.results.staff.stock import undo_row


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomBound(Result):
    """A chat that is a room now, or is none any more."""

    def text(self, say: Speech) -> str:
        """What it is, and what can be done in it."""
        change = self.view.staff.room if self.view.staff else None
        if change is None or (change.kind is None and change.was is None):
            return say("Done.")
        if change.kind is None:
            return say(
                "This is {room} no more. /bind makes it a room again.",
                room=room_name(say, change.was or ""),
            )
        told = [
            say("This is {room} now.", room=room_name(say, change.kind)),
            what_a_room_does(say, change.kind),
        ]
        if change.stations:
            told.append(say("Cooked here: {cooked}.", cooked=say.join(change.stations)))
        told.append(say("/help tells what can be said here."))
        return " ".join(told)

    def buttons(self, say: Speech) -> Rows:
        """Take it back."""
        return undo_row(say)


def what_a_room_does(say: Speech, kind: str) -> str:
    """What comes to a kind of room by itself, and what it is for."""
    return {
        "kitchen": say("It gets a ticket for every order that is cooked here."),
        "counter": say("It serves tables, takes payments and hands orders out."),
        "inventory": say("It keeps the stock."),
        "riders": say("It gets the deliveries."),
        "owner": say("It gets alerts, and the staff is added here."),
    }[kind]
