"""Refusals staff read: they name the thing, the value and the remedy."""

from tools.kit.errors import ToolError
from tools.kit.speech import Speech


class StaffRefusal(ToolError):
    """What staff asked for cannot be done."""


class NotStaff(StaffRefusal):
    """You are not on the staff of this shop (any more), so I changed nothing.

    An owner can add you: "/staff add" as a reply to you, or a code by "/invite". Whoever runs the
    bot can too: `hotcart staff add` grants it to the user id {who}.
    """

    sqlstate = "OC030"


class RightMissing(StaffRefusal):
    """That is not for {role}; it is for {roles}. Nothing was changed.

    An owner can give you another role: "/staff add" in the owner's room.
    """

    sqlstate = "OC031"


class BadStock(StaffRefusal):
    """Stock is a whole number of pieces from 0 to 1,000,000. Nothing was changed."""

    sqlstate = "OC032"


class NotCounted(StaffRefusal):
    """{item} is not counted, so nothing can be taken from it.

    Say "set {item} stock to 20" and I count it from then on.
    """

    sqlstate = "OC033"


class FewerLeft(StaffRefusal):
    """There are only {left} of {item}, so I changed nothing.

    Say "set {item} stock to 0" if they are all gone.
    """

    sqlstate = "OC034"


class MomentOver(StaffRefusal):
    """That time is over, so I changed nothing. Until when is it sold out?"""

    sqlstate = "OC035"


class NothingToUndo(StaffRefusal):
    """There is nothing of yours left to undo."""

    sqlstate = "OC038"


class CannotUndo(StaffRefusal):
    """The last thing you did is over 15 minutes ago, so it stays. Nothing was changed."""

    sqlstate = "OC039"


class ChangedSince(StaffRefusal):
    """{item} was changed after you changed it, so I left it as it is.

    Say what it shall be now, for example "set {item} stock to 20".
    """

    sqlstate = "OC040"

    def text(self, say: Speech) -> str:
        """An order, a table or what is on it is named, where it is one."""
        if "order_no" in self.words:
            number = self.words["order_no"]
            return say("Order #{number} has gone on since, so I left it as it is.", number=number)
        if "item" not in self.words and "table" in self.words:
            return say("Table {table} has gone on since, so I left it as it is.", **self.words)
        if "item" not in self.words:
            return say("That was changed after you changed it, so I left it as it is.")
        if "table" not in self.words:
            return StaffRefusal.text(self, say)
        return say(
            "{item} of table {table} was changed after you changed it, so I left it as it is.",
            **self.words,
        )


class NoSuchTable(StaffRefusal):
    """Which table? Say for example "table 4 needs a coffee"."""

    sqlstate = "OC041"
