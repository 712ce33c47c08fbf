"""The JSON of `app.load_menu`, checked. Dishes and options are columns: a list for each field."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import AwareDatetime, BeforeValidator, Field, TypeAdapter

from tools.menu.columns import ItemColumns, OptionColumns
from tools.menu.model import Category, Ingredient, Period
from tools.menu.packed import Coded, Lists, Texts, fitting

Words = tuple[str, ...]
Price = Annotated[str, Field(pattern=r"^\d+\.\d\d$")]


def _none_as_empty(value: object) -> object:
    """An empty list is how PostgreSQL writes a mapping it has nothing for."""
    return value or {}


@dataclass(frozen=True, slots=True)
class ItemsDocument:
    """The dishes in the menu's order. The fields are explained in `model.MenuItem`."""

    no: tuple[int, ...] = ()
    id: Words = ()
    name: Words = ()
    category: Words = ()
    price: tuple[Price, ...] = ()
    aliases: tuple[Words, ...] = ()
    description: Words = ()
    photo_url: Words = ()
    diet: tuple[str | None, ...] = ()
    allergens: tuple[Words, ...] = ()
    suitable_for: tuple[Words, ...] = ()
    periods: tuple[Words, ...] = ()
    groups: tuple[Words, ...] = ()
    available: tuple[bool, ...] = ()
    stock: tuple[int | None, ...] = ()

    def packed(self) -> ItemColumns:
        """The dishes in a few bytes."""
        return ItemColumns(
            no=fitting(self.no),
            id=Texts(self.id),
            name=Texts(self.name),
            category=Coded(self.category),
            price=Texts(self.price),
            aliases=Lists(self.aliases),
            description=Texts(self.description),
            photo_url=Texts(self.photo_url),
            diet=Coded(self.diet),
            allergens=Coded(self.allergens),
            suitable_for=Coded(self.suitable_for),
            periods=Coded(self.periods),
            groups=Coded(self.groups),
            available=Coded(self.available),
            stock=Coded(self.stock),
        )


@dataclass(frozen=True, slots=True)
class OptionsDocument:
    """The options, those of a `group` one after the other. See `model.Option`."""

    group: Words = ()
    no: tuple[int, ...] = ()
    id: Words = ()
    name: Words = ()
    aliases: tuple[Words, ...] = ()
    price_delta: tuple[Decimal, ...] = ()
    price: tuple[Decimal | None, ...] = ()
    diet: tuple[str | None, ...] = ()
    allergens: tuple[Words, ...] = ()
    suitable_for: tuple[Words, ...] = ()
    unsuitable_for: tuple[Words, ...] = ()
    countable: tuple[bool, ...] = ()
    available: tuple[bool, ...] = ()

    def packed(self) -> OptionColumns:
        """The options in a few bytes."""
        return OptionColumns(
            no=fitting(self.no),
            id=Texts(self.id),
            name=Texts(self.name),
            aliases=Lists(self.aliases),
            price_delta=Coded(self.price_delta),
            price=Coded(self.price),
            diet=Coded(self.diet),
            allergens=Coded(self.allergens),
            suitable_for=Coded(self.suitable_for),
            unsuitable_for=Coded(self.unsuitable_for),
            countable=Coded(self.countable),
            available=Coded(self.available),
        )

    def places_of(self, group: str) -> range:
        """Where the options of a group are; it has at least one."""
        begin = self.group.index(group)
        return range(begin, begin + self.group.count(group))


@dataclass(frozen=True, slots=True)
class GroupDocument:
    """An option group. Its fields are explained in `model.OptionGroup`."""

    id: str
    name: str
    min: int
    max: int | None
    default: str | None
    negatable: bool
    amounts: Words
    generic_aliases: Annotated[Mapping[str, Words], BeforeValidator(_none_as_empty)]
    replaces_price: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A whole menu. What is sold out in it may be back at `stale_at`."""

    menu_version: int
    currency: str
    periods: tuple[Period, ...]
    categories: tuple[Category, ...]
    items: ItemsDocument
    groups: tuple[GroupDocument, ...]
    options: OptionsDocument
    stale_at: AwareDatetime | None = None
    ingredients: tuple[Ingredient, ...] = ()


_DOCUMENT = TypeAdapter(Document)


def read_document(row: object) -> Document:
    """A menu from its JSON, as text or as values. Raises pydantic.ValidationError."""
    return _DOCUMENT.validate_json(row) if isinstance(row, str) else _DOCUMENT.validate_python(row)
