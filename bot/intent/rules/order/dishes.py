"""What an order is read into: dishes, each with its wishes."""

from dataclasses import dataclass, field

from bot.intent.rules.menu.span import Span
from tools.menu import MenuItem
from tools.menu.model import OptionGroup


@dataclass(slots=True)
class Wish:
    """One option as said: where it may be in each group, and how much of it.

    `measure` is the count in the customer's words, where it was in pumps, slices …
    """

    span: Span
    amount: str | None = None
    count: int = 1
    negated: bool = False
    measure: str = ""


@dataclass(slots=True)
class Dish:
    """A line being read. Without an item, it is a dish whose name means several."""

    span: Span
    item: MenuItem | None
    quantity: int | str = 1
    wishes: list[Wish] = field(default_factory=list)
    groups: tuple[OptionGroup, ...] = ()
    counted: bool = False
    before: int = 0
    share: bool = False
    plain: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def said_how(self) -> bool:
        """Whether anything was said of how it shall be."""
        return self.plain or bool(self.wishes or self.notes)


class Doubtful(Exception):
    """It is an order, but what of is not clear."""


@dataclass(slots=True)
class Read:
    """What came of it. `led`: something asks for it; `unknown`: words nothing was made of."""

    dishes: list[Dish]
    led: bool
    unknown: list[str]
    spans: list[Span]


def fits(dish: Dish, span: Span) -> bool:
    """Whether a dish has options of this name."""
    return any(group.id in span.options for group in dish.groups)


def is_single(dish: Dish, span: Span) -> bool:
    """Whether it is a choice of which a dish has one: size, milk."""
    return any(group.max == 1 for group in dish.groups if group.id in span.options)
