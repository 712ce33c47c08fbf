"""A shop's menu as it is held in memory. Dishes and options are rows of packed tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from tools.menu.columns import ItemColumns, OptionColumns
from tools.menu.rows import Row


class Option(Row[OptionColumns]):
    """A choice of a group."""

    __slots__ = ()

    @property
    def no(self) -> int:
        """The short handle."""
        return self._columns.no[self._place]

    @property
    def id(self) -> str:
        """Unique in its group."""
        return self._columns.id[self._place]

    @property
    def name(self) -> str:
        """As the shop writes it."""
        return self._columns.name[self._place]

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else it is called."""
        return self._columns.aliases[self._place]

    @property
    def price_delta(self) -> Decimal:
        """What it adds to the price of the dish; may be negative."""
        return self._columns.price_delta[self._place]

    @property
    def price(self) -> Decimal | None:
        """The price of the dish with it, in a group that replaces the price."""
        return self._columns.price[self._place]

    @property
    def diet(self) -> str | None:
        """veg, egg or non_veg; None does not matter to the dish's mark."""
        return self._columns.diet[self._place]

    @property
    def allergens(self) -> tuple[str, ...]:
        """What it brings along."""
        return self._columns.allergens[self._place]

    @property
    def suitable_for(self) -> tuple[str, ...]:
        """The diets the dish suits once this is chosen: "Jain preparation"."""
        return self._columns.suitable_for[self._place]

    @property
    def unsuitable_for(self) -> tuple[str, ...]:
        """The diets the dish no longer suits once this is chosen."""
        return self._columns.unsuitable_for[self._place]

    @property
    def countable(self) -> bool:
        """Whether two or three of it can be had."""
        return self._columns.countable[self._place]

    @property
    def available(self) -> bool:
        """Whether it was to be had when the menu was loaded."""
        return self._columns.available[self._place]


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Choices that belong together: at least `min`, at most `max` (None: any number) of them.

    With `replaces_price` they are variants: the chosen one's `price` stands in place of the dish's.
    """

    id: str
    name: str
    options: Sequence[Option]
    min: int = 0
    max: int | None = None
    default: str | None = None
    negatable: bool = False
    amounts: tuple[str, ...] = ()
    generic_aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replaces_price: bool = False

    def names_of(self, option: Option) -> tuple[str, ...]:
        """What an option is called: its names, and those it shares with others of the group."""
        shared = (name for name, ids in self.generic_aliases.items() if option.id in ids)
        return (option.name, *option.aliases, *shared)

    def needs_more_than(self, count: int) -> bool:
        """Whether `count` choices are too few. A group with a default never has to be asked for."""
        return self.default is None and count < self.min

    def allows(self, count: int) -> bool:
        """Whether `count` choices are not too many."""
        return self.max is None or count <= self.max


class MenuItem(Row[ItemColumns]):
    """A dish."""

    __slots__ = ()

    @property
    def no(self) -> int:
        """The short handle."""
        return self._columns.no[self._place]

    @property
    def id(self) -> str:
        """Stays with the dish over menu changes."""
        return self._columns.id[self._place]

    @property
    def name(self) -> str:
        """As the shop writes it."""
        return self._columns.name[self._place]

    @property
    def category(self) -> str:
        """The id of its category."""
        return self._columns.category[self._place]

    @property
    def price(self) -> Decimal:
        """For what is said; what is charged is read in SQL."""
        return Decimal(self._columns.price[self._place])

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else it is called."""
        return self._columns.aliases[self._place]

    @property
    def description(self) -> str:
        """A sentence or two; may be empty."""
        return self._columns.description[self._place]

    @property
    def photo_url(self) -> str | None:
        """Where its picture is."""
        return self._columns.photo_url[self._place] or None

    @property
    def diet(self) -> str | None:
        """The mark: veg, egg or non_veg; None is not marked."""
        return self._columns.diet[self._place]

    @property
    def allergens(self) -> tuple[str, ...]:
        """What it contains."""
        return self._columns.allergens[self._place]

    @property
    def suitable_for(self) -> tuple[str, ...]:
        """The diets it suits beyond its mark: jain, vegan, halal …"""
        return self._columns.suitable_for[self._place]

    @property
    def periods(self) -> tuple[str, ...]:
        """The ids of its meal periods; without any it is served all day."""
        return self._columns.periods[self._place]

    @property
    def groups(self) -> tuple[str, ...]:
        """The ids of its option groups, in its order."""
        return self._columns.groups[self._place]

    @property
    def available(self) -> bool:
        """Whether it was not sold out when the menu was loaded. For ranking: SQL judges."""
        return self._columns.available[self._place]

    @property
    def stock(self) -> int | None:
        """Pieces left when the menu was loaded; None is not counted."""
        return self._columns.stock[self._place]


@dataclass(frozen=True, slots=True)
class Category:
    """A heading of the menu."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Ingredient:
    """What is counted beneath the dishes, in its `unit`: milk in litres."""

    id: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Period:
    """A meal period in the shop's own time; it may run over midnight.

    `days` are the weekdays on which it begins; 1 is Monday.
    """

    id: str
    name: str
    begins: Annotated[time, Field(validation_alias="from")]
    ends: Annotated[time, Field(validation_alias="to")]
    days: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
