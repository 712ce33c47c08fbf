"""What a tool hands back: typed rows that know their own sentence, buttons and card."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tools.kit.call import Call
from tools.kit.speech import Speech
from tools.kit.view import CartLine, Dietary, Order, SessionView


@dataclass(frozen=True, slots=True)
class Button:
    """A label and the call it stands for. Pressing it needs no LLM."""

    label: str
    call: Call


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
    customer's rules, which head the card.
    """

    lines: tuple[CartLine, ...]
    total: Decimal
    editable: bool = True
    told: bool = False
    dietary: Dietary = field(default_factory=Dietary)


@dataclass(frozen=True, slots=True)
class OrderCard:
    """A placed order. `told`: the sentence lists its lines already."""

    order: Order
    told: bool = False


Card = MenuCard | CartCard | OrderCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Base of every result.

    A subclass says its own sentence; `asks` marks a question that awaits an answer.
    """

    view: SessionView
    asks: bool = False

    def text(self, say: Speech) -> str:
        """The sentence the customer reads."""
        raise NotImplementedError

    def buttons(self, say: Speech) -> Rows:
        """Rows of buttons under the sentence."""
        return ()

    def card(self, say: Speech) -> Card | None:
        """What a channel may draw beside the sentence."""
        return None

    def photo(self) -> str | None:
        """The URL of a picture that belongs beside the sentence."""
        return None

    def if_yes(self) -> Call | None:
        """What a plain "yes" to the sentence means; None where it asks nothing of the kind."""
        return None

    def if_no(self) -> Call | None:
        """What a plain "no" to the sentence means; None where it asks nothing of the kind."""
        return None
