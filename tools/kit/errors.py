"""Refusals. Each class is one SQLSTATE, and its docstring is the sentence the customer reads."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import ClassVar

from tools.kit.call import Call
from tools.kit.later import later_button
from tools.kit.result import Awaited, Button, Rows
from tools.kit.speech import Speech, Word
from tools.kit.statuses import status_name
from tools.kit.when import spoken_names, spoken_when

_SPOKEN: Mapping[str, Callable[[Speech, str], Word]] = {
    "when": spoken_when,
    "offered": spoken_names,
    "order_type": spoken_names,
    "status": status_name,
    "least": lambda _, amount: Decimal(amount),
    "most": lambda _, amount: Decimal(amount),
}


class ToolError(Exception):
    """Sorry, that did not work. Nothing was changed; please try again."""

    sqlstate: ClassVar[str | None] = None
    unmet: ClassVar[str | None] = None
    """The reason under which the demand ledger keeps what could not be had; None: no demand."""
    awaits: ClassVar[Awaited | None] = None
    """What it asks for once more, in any words."""

    def __init__(self, **words: Word) -> None:
        super().__init__(type(self).__name__, words)
        self.words = words

    def text(self, say: Speech) -> str:
        """The refusal in the customer's language."""
        return say(self.sentence(), **self.told(say))

    @classmethod
    def sentence(cls) -> str:
        """The docstring as it is in the catalogues."""
        return " ".join((cls.__doc__ or "").split())

    def told(self, say: Speech) -> dict[str, Word]:
        """The words, those PostgreSQL puts in English said in the customer's language."""
        told = self.words.copy()
        for name, how in _SPOKEN.items():
            if isinstance(word := told.get(name), str):
                told[name] = how(say, word)
        return told

    def buttons(self, say: Speech) -> Rows:
        """What can be done about it, besides looking at the menu."""
        return ()


class Later(ToolError):
    """Not to be had at the time wanted; `when` tells when it is.

    `later` is the button a tool has made for then.
    """

    later: Button | None = None

    def buttons(self, say: Speech) -> Rows:
        """Order for then."""
        when = self.words.get("when")
        button = self.later or (later_button(say, when) if isinstance(when, str) else None)
        return ((button,),) if button else ()


class UnknownTool(ToolError):
    """I can't do that here. Say "help" to see what I can do."""


class BadArguments(ToolError):
    """I didn't get that right, so I changed nothing. Could you say it in other words?"""


class UnknownItem(ToolError):
    """That dish is not on our menu any more. Say "menu" to see what we have."""

    sqlstate = "OC001"
    unmet = "not_found"


class NothingMentioned(ToolError):
    """Which dish do you mean? Please name it."""

    sqlstate = "OC002"


class EmptyCart(ToolError):
    """Your cart is empty. What would you like to order?"""

    sqlstate = "OC003"


class BadQuantity(ToolError):
    """A quantity is a whole number from 1 to 99. How many would you like?"""

    sqlstate = "OC004"


class ItemUnavailable(ToolError):
    """{item} is sold out at the moment. Would you like something else?"""

    sqlstate = "OC005"
    unmet = "sold_out"

    def text(self, say: Speech) -> str:
        """With when it will be back, where that is known."""
        if "when" not in self.words:
            return ToolError.text(self, say)
        return say(
            "{item} is sold out; it should be back {when}. Would you like something else?",
            **self.told(say),
        )


class NotServedNow(Later):
    """{item} is only served {when}. Would you like something else?"""

    sqlstate = "OC006"
    unmet = "not_served"


class LineNotFound(ToolError):
    """I don't find that in your cart. Say "view cart" to see what is in it."""

    sqlstate = "OC007"


class UnknownOption(ToolError):
    """That choice is not offered for {item}."""

    sqlstate = "OC008"


class OptionRequired(ToolError):
    """Please choose {group} for {item} first."""

    sqlstate = "OC009"


class TooManyOptions(ToolError):
    """You can choose at most {max} of {group} for {item}."""

    sqlstate = "OC010"


class OutOfStock(ToolError):
    """We have only {left} of {item}, counting those in your cart. How many would you like?"""

    sqlstate = "OC011"
    unmet = "stock"


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


class SessionQuarantined(ToolError):
    """Something is wrong with this conversation's record, so I changed nothing.

    Please call the shop.
    """

    sqlstate = "OC015"


class UnknownTenant(ToolError):
    """This shop is not open here."""

    sqlstate = "OC016"


class CartFull(ToolError):
    """That is more than one order can hold (at most {max} lines, 99 of each).

    Please call us for large orders.
    """

    sqlstate = "OC017"


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
    awaits = "table"

    def buttons(self, say: Speech) -> Rows:
        """The tables, where they are few."""
        offered = self.words.get("offered")
        tables = offered.split(", ") if isinstance(offered, str) else ()
        row = [Button(table, Call("choose_table", {"table": table})) for table in tables]
        return tuple(tuple(row[at : at + 4]) for at in range(0, len(row), 4))
