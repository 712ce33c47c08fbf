"""What a tool hands back: typed rows that know their own sentence, buttons and card."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from tools.kit.call import Call
from tools.kit.enclosure import Enclosure
from tools.kit.speech import Speech
from tools.kit.view import CartLine, Charge, Dietary, Order, SessionView


@dataclass(frozen=True, slots=True)
class Button:
    """A label and the call it stands for. Pressing it needs no LLM.

    `own`: where several read the message, only who is answered may press it.
    """

    label: str
    call: Call
    own: bool = False


Rows = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True)
class MenuRow:
    """A dish on a menu card. `position` is what "the second one" refers to.

    `varies`: it costs `price` at least. `remark` tells why it is not served at the time wanted.
    """

    position: int
    name: str
    price: Decimal
    description: str = ""
    diet: str | None = None
    served_now: bool = True
    call: Call | None = None
    varies: bool = False
    remark: str = ""

    def cost(self, say: Speech) -> str:
        """ "₹40", "from ₹60"."""
        return say("from {price}", price=self.price) if self.varies else say.money(self.price)


@dataclass(frozen=True, slots=True)
class MenuCard:
    """A page of dishes under a title."""

    title: str
    rows: tuple[MenuRow, ...]
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class CartCard:
    """The cart with its total.

    `editable` asks channels that can for + and - buttons on each line. `told`: the sentence lists
    the lines already, so a channel that only writes need not write them again. `dietary` are the
    customer's rules, which head the card. `charges` are what a quote adds to the lines and takes
    off, so that they come to `total`; `ready` tells when it will be ready.
    """

    lines: tuple[CartLine, ...]
    total: Decimal
    editable: bool = True
    told: bool = False
    dietary: Dietary = field(default_factory=Dietary)
    charges: tuple[Charge, ...] = ()
    ready: str = ""


@dataclass(frozen=True, slots=True)
class OrderCard:
    """A placed order. `told`: the sentence lists its lines already; `ready`: when it will be."""

    order: Order
    told: bool = False
    ready: str = ""


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A small table in lines of a fixed-width font, aligned and narrow enough for a phone."""

    lines: tuple[str, ...]


Card = MenuCard | CartCard | OrderCard | FigureCard
Awaited = Literal["address", "code", "table", "why"]
Wanted = Sequence[Literal["location", "phone"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Base of every result.

    A subclass says its own sentence; `asks` marks a question that awaits an answer, `comes_last`
    one that has to be answered before anything else.
    """

    view: SessionView
    asks: bool = False
    comes_last: bool = False

    def text(self, say: Speech) -> str:
        """The sentence the customer reads."""
        raise NotImplementedError

    def buttons(self, say: Speech) -> Rows:
        """Rows of buttons under the sentence."""
        return ()

    def card(self, say: Speech) -> Card | None:
        """What a channel may draw beside the sentence."""
        return None

    def enclosure(self, say: Speech) -> Enclosure | None:
        """What goes out beside the reply: an invoice, a code to pay with, a chart."""
        return None

    def photo(self) -> str | None:
        """The URL of a picture that belongs beside the sentence."""
        return None

    def awaits(self) -> Awaited | None:
        """What an answer in words would be, whatever the words; None where it is open."""
        return None

    def if_words(self) -> tuple[Call, str] | None:
        """The call his next words complete, and its argument that they are; None: no call."""
        return None

    def wants(self) -> Wanted:
        """What a channel that can should let the customer share at a touch."""
        return ()

    def if_yes(self) -> Call | None:
        """What a plain "yes" to the sentence means; None where it asks nothing of the kind."""
        return None

    def if_no(self) -> Call | None:
        """What a plain "no" to the sentence means; None where it asks nothing of the kind."""
        return None

    def if_cancel(self) -> Call | None:
        """What a plain "cancel it" behind the sentence means; None where nothing can be meant."""
        return None

    def beside(self, say: Speech) -> str:
        """The sentence where more is told behind it: then it asks nothing that can wait."""
        return self.text(say)
