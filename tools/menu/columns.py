"""The packed tables of a menu: a column for each field of its dishes and options.

The fields are explained in `model`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tools.menu.packed import Coded, Lists, Texts

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """The dishes in the menu's order. A missing photo is an empty text."""

    no: Sequence[int]
    id: Texts
    name: Texts
    category: Coded[str]
    price: Texts
    aliases: Lists
    description: Texts
    photo_url: Texts
    diet: Coded[str | None]
    allergens: Coded[_Words]
    suitable_for: Coded[_Words]
    periods: Coded[_Words]
    groups: Coded[_Words]
    available: Coded[bool]
    stock: Coded[int | None]


@dataclass(frozen=True, slots=True)
class OptionColumns:
    """The options of all groups, group after group."""

    no: Sequence[int]
    id: Texts
    name: Texts
    aliases: Lists
    price_delta: Coded[Decimal]
    price: Coded[Decimal | None]
    diet: Coded[str | None]
    allergens: Coded[_Words]
    suitable_for: Coded[_Words]
    unsuitable_for: Coded[_Words]
    countable: Coded[bool]
    available: Coded[bool]
