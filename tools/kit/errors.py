"""Refusals. Each class is one SQLSTATE, and its docstring is the sentence the customer reads."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import ClassVar

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
