"""A shop's menu as it is held in memory: one immutable value per dish, group and option."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

Name = Annotated[str, AfterValidator(sys.intern)]


def _none_as_empty(value: object) -> object:
    """An empty list is how PostgreSQL writes a mapping it has nothing for."""
    return value or {}


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a group. `no` is its short handle; `countable` allows two or three of it."""

    no: int
    id: Name
    name: Name
    aliases: tuple[Name, ...] = ()
    price_delta: Decimal = Decimal(0)
    allergens: tuple[Name, ...] = ()
    countable: bool = False
    available: bool = True


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Choices that belong together: at least `min`, at most `max` (None: any number) of them."""

    id: Name
    name: Name
    options: tuple[Option, ...]
    min: int = 0
    max: int | None = None
    default: Name | None = None
    negatable: bool = False
    amounts: tuple[Name, ...] = ()
    generic_aliases: Annotated[Mapping[Name, tuple[Name, ...]], BeforeValidator(_none_as_empty)] = (
        field(default_factory=dict)
    )

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


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A dish. `no` is its short handle. `periods` are its meal periods; without any, all day."""

    no: int
    id: Name
    name: Name
    category: Name
    price: Decimal
    aliases: tuple[Name, ...] = ()
    description: str = ""
    diet: Name | None = None
    allergens: tuple[Name, ...] = ()
    periods: tuple[Name, ...] = ()
    groups: tuple[Name, ...] = ()
    available: bool = True
    stock: int | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A heading of the menu."""

    id: Name
    name: Name


@dataclass(frozen=True, slots=True)
class Period:
    """A meal period in the shop's own time; it may run over midnight."""

    id: Name
    name: Name
    begins: Annotated[time, Field(validation_alias="from")]
    ends: Annotated[time, Field(validation_alias="to")]
