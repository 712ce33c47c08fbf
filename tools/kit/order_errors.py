"""Refusals about a placed order and its money."""

from tools.kit.call import Call
from tools.kit.errors import ToolError
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech


class AboutOrder(ToolError):
    """That order is not as you think, so I changed nothing."""

    def buttons(self, say: Speech) -> Rows:
        """How the orders stand."""
        return ((Button(say("My orders"), Call("order_status")),),)


class OrderNotFound(AboutOrder):
    """I don't find that order among yours. Say "my orders" to see them."""

    sqlstate = "OC018"


class OrderPastThat(AboutOrder):
    """Order #{number} is {status}: nothing was changed."""

    sqlstate = "OC062"


class TooLateToChange(AboutOrder):
    """Order #{number} is {status} and can't be cancelled or changed here any more.

    Please call the shop.
    """

    sqlstate = "OC063"


class ReasonMissing(ToolError):
    """Please say why order #{number} is cancelled: the customer reads it."""

    sqlstate = "OC064"


class NotInOrder(AboutOrder):
    """I don't find that in order #{number}. Say "my orders" to see what is in it."""

    sqlstate = "OC065"


class NothingLeft(AboutOrder):
    """That is all there is in order #{number}. Would you like to cancel the order?"""

    sqlstate = "OC066"

    def buttons(self, say: Speech) -> Rows:
        """Cancel it instead."""
        return _instead(self, say)


class TooLittleLeft(AboutOrder):
    """Such an order comes to at least {least}, so I changed nothing. You can cancel it."""

    sqlstate = "OC067"

    def buttons(self, say: Speech) -> Rows:
        """Cancel it instead."""
        return _instead(self, say)


class ReceiptNotYet(AboutOrder):
    """The receipt of order #{number} is there as soon as the order is paid."""

    sqlstate = "OC068"

    def text(self, say: Speech) -> str:
        """Of an order that will not be, that there will be none."""
        if self.words["status"] not in ("rejected", "cancelled"):
            return ToolError.text(self, say)
        return say("Order #{number} is {status}: there is no receipt for it.", **self.told(say))


class NothingToRate(AboutOrder):
    """You can rate an order once you have it, and for a week after that. Nothing was changed."""

    sqlstate = "OC099"


class PaymentNotOpen(ToolError):
    """Nothing was changed: that payment is {status}."""

    sqlstate = "OC060"


class RefundTooMuch(ToolError):
    """At most {most} of that payment has to go back. Nothing was changed."""

    sqlstate = "OC061"


def _instead(refusal: ToolError, say: Speech) -> Rows:
    order = refusal.words.get("order")
    if not isinstance(order, str):
        return ()
    return ((Button(say("Cancel the order"), Call("cancel_order", {"order": order})),),)
