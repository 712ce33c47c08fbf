"""The format of a menu file: its parts, and what each may hold by itself."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=r"^\P{Cc}*$"),
]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")
]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
# The dearest thing there can be, in whole units of the currency.
MOST = 9_999_999
Minor = Annotated[int, Field(ge=0, le=MOST * 100)]
MinorDelta = Annotated[int, Field(ge=-MOST * 100, le=MOST * 100)]


class Part(BaseModel):
    """A part of the file. Fields this version does not know are left alone."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class Period(Part):
    """A meal period in the shop's local time; `to` before `from` runs past midnight."""

    id: Id
    name: Name
    starts: Clock = Field(alias="from")
    ends: Clock = Field(alias="to")


class Category(Part):
    """A heading of the menu. Files without a list of them get one from the items, in order."""

    id: Id
    name: Name


class FileOption(Part):
    """A choice of a group. `price_delta` is in minor units."""

    id: Id
    name: Name
    aliases: list[Name] = []
    price_delta: MinorDelta = 0
    allergens: list[Name] = []
    countable: bool = False


class Group(Part):
    """Choices that belong together, from `min` to `max` of them; max null: as many as one likes."""

    id: Id
    name: Name
    min: Annotated[int, Field(ge=0, le=50)] = 0
    max: Annotated[int, Field(ge=1, le=50)] | None = None
    default: Id | None = None
    negatable: bool = False
    amounts: list[Name] = []
    generic_aliases: dict[Name, list[Name]] = {}
    options: Annotated[list[FileOption], Field(min_length=1, max_length=500)]


class Item(Part):
    """A dish. `price` is in minor units; `meal_periods` names periods, none meaning all day."""

    id: Id
    name: Name
    aliases: list[Name] = []
    category: Name
    price: Minor
    description: Text = ""
    diet: Literal["veg", "egg", "non_veg"] | None = None
    allergens: list[Name] = []
    meal_periods: list[Name] = []
    option_groups: list[Id] = []
    stock: Annotated[int, Field(ge=0, le=1_000_000)] | None = None


class MenuFile(Part):
    """A whole menu. `minor_units` is how many of them make one of the currency."""

    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    minor_units: Literal[1, 100] = 100
    meal_periods: list[Period] = []
    categories: list[Category] = []
    items: Annotated[list[Item], Field(min_length=1, max_length=20_000)]
    option_groups: list[Group] = []
