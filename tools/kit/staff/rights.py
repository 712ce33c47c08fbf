"""Refusals about who may do what where, and about making that so."""

from tools.kit.speech import Speech, Word
from tools.kit.staff.errors import StaffRefusal
from tools.kit.staff.names import ROLES, ROOMS, room_name


class NotARoom(StaffRefusal):
    """This is no room of the shop, so I did nothing. It is done in: {rooms}.

    An owner or manager makes a topic or group one: /bind in it.
    """

    sqlstate = "OC070"

    def told(self, say: Speech) -> dict[str, Word]:
        """The rooms as people call them."""
        return _named(say, super().told(say))


class WrongRoom(StaffRefusal):
    """That is not done here, this is: {room}. It is done in: {rooms}. Nothing was changed.

    An owner or manager can make this topic another room: /bind.
    """

    sqlstate = "OC071"

    def told(self, say: Speech) -> dict[str, Word]:
        """The rooms as people call them."""
        return _named(say, super().told(say))


class NoSuchKind(StaffRefusal):
    """There is nothing called "{kind}" here, so I changed nothing.

    Roles: {roles}. Rooms: {rooms}. Behind the kitchen: categories of the menu.
    """

    sqlstate = "OC072"

    def told(self, say: Speech) -> dict[str, Word]:
        """With all there are."""
        return super().told(say) | {"roles": ", ".join(ROLES), "rooms": ", ".join(ROOMS)}


class NobodyMet(StaffRefusal):
    """I have not met {who} yet, and a name alone proves nothing, so I changed nothing.

    Have them write anything in a room of the shop, or reply to a message of theirs with
    "/staff add kitchen", or make a code they can join by: /invite kitchen.
    """

    sqlstate = "OC073"


class BadCode(StaffRefusal):
    """That code does not open anything: it was used already, is older than 24 hours, or mistyped.

    An owner makes a new one with /invite in the owner's room, whoever runs the bot with
    `hotcart tenant invite`.
    """

    sqlstate = "OC074"


class LastOwner(StaffRefusal):
    """The shop would have no owner left, so I changed nothing.

    Make somebody else owner first: /staff add @name owner.
    """

    sqlstate = "OC075"


class StaffAlready(StaffRefusal):
    """You are on the staff already, as {role}; the code was not used up.

    An owner gives you another role: /staff add in the owner's room.
    """

    sqlstate = "OC076"


def _named(say: Speech, words: dict[str, Word]) -> dict[str, Word]:
    """The kinds of room in the words, as people call them."""
    return {
        name: ", ".join(room_name(say, kind) for kind in str(word).split(", "))
        if name in ("room", "rooms")
        else word
        for name, word in words.items()
    }
