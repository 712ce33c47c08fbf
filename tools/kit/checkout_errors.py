"""Refusals about how, when and where an order is to be had, and how it is paid."""

from tools.kit.call import Call
from tools.kit.errors import Later, ToolError
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech


class CheckoutExpired(ToolError):
    """That checkout is no longer open. Say "checkout" and I'll show you the current total."""

    sqlstate = "OC012"

    def buttons(self, say: Speech) -> Rows:
        """The current total."""
        return ((Button(say("Checkout"), Call("checkout")),),)


class UnknownOrderType(ToolError):
    """We don't offer that. You can choose: {offered}."""

    sqlstate = "OC013"


class UnknownPaymentMethod(ToolError):
    """We can't take that payment. You can pay by: {offered}."""

    sqlstate = "OC014"

    def text(self, say: Speech) -> str:
        """With the ways to pay by their names."""
        named = ", ".join(name for _, name in self._offered(say))
        return say("We can't take that payment. You can pay by: {offered}.", offered=named)

    def buttons(self, say: Speech) -> Rows:
        """The ways to pay."""
        return tuple(
            (Button(name[:1].upper() + name[1:], Call("choose_payment", {"method": method})),)
            for method, name in self._offered(say)
        )

    def _offered(self, say: Speech) -> list[tuple[str, str]]:
        known = {"upi": say("UPI"), "telegram": say("card in our Telegram chat")}
        known |= {"cash": say("cash"), "card": say("card")}
        offered = self.words.get("offered")
        methods = offered.split(", ") if isinstance(offered, str) else []
        return [(method, known.get(method, method)) for method in methods]


class ShopClosed(Later):
    """We are closed at that time. We are open {when}."""

    sqlstate = "OC019"
    unmet = "closed"


class NotForOrderType(ToolError):
    """{item} can't be had for {order_type}. Would you like something else?"""

    sqlstate = "OC020"
    unmet = "order_type"


class BadPickupTime(ToolError):
    """We can't take an order for that time. You can order for up to {days} days ahead."""

    sqlstate = "OC021"


class UnknownTable(ToolError):
    """There is no table {table} here. Please look at its number again."""

    sqlstate = "OC050"
