"""Refusals about an order and its money that staff read."""

from tools.kit.call import Call
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.staff.acts import act_rows
from tools.kit.staff.errors import StaffRefusal


class AboutStaffOrder(StaffRefusal):
    """Order #{number} is left as it is."""

    def buttons(self, say: Speech) -> Rows:
        """What can be done with it instead."""
        order, acts = str(self.words.get("order", "")), str(self.words.get("next", ""))
        return act_rows(say, order, acts.split())


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
        instead = say(
            "It is {status}, so it can't be cancelled or changed any more. Nothing was changed.",
            **told,
        )
        if status != "completed":
            instead = say(
                'Say "cancel {number}" with the reason, and all that was paid has to go back; or'
                " its customer takes something out of it in his chat, and what that costs has to"
                " go back. Nothing was changed.",
                **told,
            )
        return f"{StaffRefusal.text(self, say)} {instead}"


class UnknownMethod(StaffRefusal):
    """How was it paid: cash, card or UPI? Nothing was changed."""

    sqlstate = "OC045"


def _orders_row(say: Speech) -> Rows:
    return ((Button(say("Open orders"), Call("check_orders")),),)
