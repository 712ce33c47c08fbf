"""Refusals staff read: they name the thing, the value and the remedy."""

from tools.kit.call import Call
from tools.kit.errors import ToolError
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.staff.acts import act_rows


class StaffRefusal(ToolError):
    """What staff asked for cannot be done."""


class AboutStaffOrder(StaffRefusal):
    """Order #{number} is left as it is."""

    def buttons(self, say: Speech) -> Rows:
        """What can be done with it instead."""
        order, acts = str(self.words.get("order", "")), str(self.words.get("next", ""))
        return act_rows(say, order, acts.split())


class NotStaff(StaffRefusal):
    """You are not on the staff of this shop (any more), so I changed nothing.

    Ask whoever runs the bot: `hotcart staff add` grants it to the user id {who}.
    """

    sqlstate = "OC030"


class RightMissing(StaffRefusal):
    """That is not for {role}; it is for {roles}. Nothing was changed."""

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


class NoSuchOrder(StaffRefusal):
    """There is no order #{number} in this shop. Please look at the number again."""

    sqlstate = "OC036"

    def text(self, say: Speech) -> str:
        """Without a number, of an old button."""
        if self.words.get("number", "?") == "?":
            return say("I don't find that order in this shop. Nothing was changed.")
        return StaffRefusal.text(self, say)

    def buttons(self, say: Speech) -> Rows:
        """The orders there are."""
        return _orders_row(say)


class OrderPast(AboutStaffOrder):
    """Order #{number} is {status}, so I left it as it is."""

    sqlstate = "OC037"


class NothingToUndo(StaffRefusal):
    """There is nothing of yours left to undo."""

    sqlstate = "OC038"


class CannotUndo(StaffRefusal):
    """That cannot be taken back. Nothing was changed."""

    sqlstate = "OC039"

    def text(self, say: Speech) -> str:
        """Why not."""
        why = {
            "late": "Order #{number} has been so for over 15 minutes: its customer counts on it.",
            "money": "The money of order #{number} is booked, which nobody can take back.",
            "completed": "Order #{number} is completed and has its receipt number.",
            "given_back": "Order #{number} is off: its customer knows, and its dishes and money"
            " were given back. He can order again.",
        }.get(str(self.words.get("why")))
        if why is None:
            return StaffRefusal.text(self, say)
        return say("{why} Nothing was changed.", why=say(why, number=self.words["number"]))


class ChangedSince(StaffRefusal):
    """{item} was changed after you changed it, so I left it as it is.

    Say what it shall be now, for example "set {item} stock to 20".
    """

    sqlstate = "OC040"

    def text(self, say: Speech) -> str:
        """A table or an order is named, where it is one's."""
        if "order_no" in self.words:
            number = self.words["order_no"]
            return say("Order #{number} has gone on since, so I left it as it is.", number=number)
        if "table" not in self.words:
            return StaffRefusal.text(self, say)
        return say(
            "{item} of table {table} was changed after you changed it, so I left it as it is.",
            **self.words,
        )


class NoSuchTable(StaffRefusal):
    """Which table? Say for example "table 4 needs a coffee"."""

    sqlstate = "OC041"


class WhichOrder(StaffRefusal):
    """Which order? Say for example "order 12 is ready"."""

    def buttons(self, say: Speech) -> Rows:
        """The orders there are."""
        return _orders_row(say)


class BadMinutes(StaffRefusal):
    """In how many minutes will it be ready? From 1 to 600. Nothing was changed."""

    sqlstate = "OC042"


class NothingToPay(AboutStaffOrder):
    """Order #{number} is paid already. Nothing was changed."""

    sqlstate = "OC043"

    def text(self, say: Speech) -> str:
        """Of an order that will not be, what to do with money that came all the same."""
        if self.words.get("status") not in ("rejected", "cancelled"):
            return StaffRefusal.text(self, say)
        return say(
            "Order #{number} is {status}, so there is nothing to pay. Please give money that came"
            " for it back. Nothing was changed.",
            **self.told(say),
        )


class NothingToRefund(AboutStaffOrder):
    """Nothing was paid beyond what order #{number} costs, so nothing has to go back."""

    sqlstate = "OC044"

    def text(self, say: Speech) -> str:
        """What can be done instead, as long as anything can."""
        told, status = self.told(say), self.words.get("status")
        if status in ("rejected", "cancelled"):
            return say(
                "Order #{number} is {status}, and no money of it is left to go back. Nothing was"
                " changed.",
                **told,
            )
        instead = (
            "It is {status}, so it can't be cancelled or changed any more. Nothing was changed."
            if status == "completed"
            else 'Say "cancel {number}" with the reason, and all that was paid has to go back; or'
            " its customer takes something out of it in his chat, and what that costs has to go"
            " back. Nothing was changed."
        )
        return f"{StaffRefusal.text(self, say)} {say(instead, **told)}"


class UnknownMethod(StaffRefusal):
    """How was it paid: cash, card or UPI? Nothing was changed."""

    sqlstate = "OC045"


def _orders_row(say: Speech) -> Rows:
    return ((Button(say("Open orders"), Call("check_orders")),),)
