"""The format of a menu file: its parts, and what each may hold by itself.

A field's description ends the sentence "it takes …", which is said of every value that will not do.
"""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from db.menu import words
from db.menu.decimals import decimal_of, number_of
from db.menu.letters import lines, one_line

# The dearest thing there can be, in whole units of the currency.
MOST = 9_999_999
MOST_ITEMS = 20_000
WEEK: tuple["Day", ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ORDER_TYPES = ("take_away", "dine_in", "delivery")


def _instant(value: object) -> object:
    if not isinstance(value, str):
        raise PydanticCustomError("no_instant", "not a text")
    return value


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", text):
        raise PydanticCustomError("no_address", "not an address")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120),
    AfterValidator(one_line),
]
Names = Annotated[list[Name], Field(max_length=200)]
Word = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=64),
    AfterValidator(one_line),
]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=500), AfterValidator(lines)
]
Address = Annotated[
    str,
    StringConstraints(max_length=2000),
    AfterValidator(one_line),
    AfterValidator(_web_address),
]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Minor = Annotated[int, Field(ge=0, le=MOST * 100)]
MinorDelta = Annotated[int, Field(ge=-MOST * 100, le=MOST * 100)]
Instant = Annotated[AwareDatetime, Field(strict=False), BeforeValidator(_instant)]
Quantity = Annotated[
    Decimal,
    BeforeValidator(decimal_of),
    Field(ge=0, le=1_000_000_000, decimal_places=3),
    PlainSerializer(number_of, when_used="json"),
]
"""Of an ingredient, in its unit."""
Portion = Annotated[
    Decimal,
    BeforeValidator(decimal_of),
    Field(ge=Decimal("0.001"), le=1_000_000, decimal_places=3),
    PlainSerializer(number_of, when_used="json"),
]
"""What a piece of a dish takes of it."""
Unit = Annotated[str, StringConstraints(pattern=r"^[^\W\d_]{1,12}$")]
Mark = Literal["veg", "egg", "non_veg"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
OrderType = Literal["take_away", "dine_in", "delivery"]
Allergen = Annotated[Word, AfterValidator(words.allergen)]
Allergens = Annotated[list[Allergen], Field(max_length=50), AfterValidator(words.allergens)]
Diet = Annotated[Word, AfterValidator(words.diet)]
Diets = Annotated[list[Diet], Field(max_length=50), AfterValidator(words.once)]
SuitedDiet = Annotated[Word, AfterValidator(words.suited_diet)]
Suits = Annotated[list[SuitedDiet], Field(max_length=50), AfterValidator(words.once)]

ID = "1 to 64 of A-Z a-z 0-9 _ . -, beginning with a letter or digit"
NAME = "one line of 1 to 120 letters"
NAMES = "a list of names, each one line of 1 to 120 letters"
WORDS = "a list of words such as {}"
PRICE = f"a whole number of minor units from 0 to {MOST * 100}: 4000 is 40.00"
DELTA = "a whole number of minor units, below zero for less: -500 is 5.00 off"
MARK = 'one of "veg", "egg", "non_veg"'
TRUTH = "true or false"
UNTIL = "a time with its zone, such as 2026-03-02T18:00:00+05:30"
CLOCK = "a time of day from 00:00 to 23:59, such as 07:30"
QUANTITY = "a number from 0 to 1000000000 with at most three decimals, such as 2.5"
ALLERGENS = WORDS.format('"dairy", "peanut"')
DIETS = WORDS.format('"jain", "vegan"')


class Part(BaseModel):
    """A part of the file. Fields this version does not know are not kept."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class Period(Part):
    """A meal period in the shop's local time; `to` before `from` runs past midnight.

    It begins on `days`.
    """

    id: Id = Field(description=ID)
    name: Name = Field(description=NAME)
    starts: Clock = Field(alias="from", description=CLOCK)
    ends: Clock = Field(alias="to", description=CLOCK)
    days: Annotated[list[Day], Field(min_length=1)] = Field(
        default=[*WEEK], description='a list of days such as "mon", "sun", at least one'
    )


class Category(Part):
    """A heading of the menu. Files without a list of them get one from the items, in order."""

    id: Id = Field(description=ID)
    name: Name = Field(description=NAME)


class FileOption(Part):
    """A choice of a group. `price_delta` and `price` are in minor units.

    `price` is a variant's, in place of the dish's own. `suitable_for` are diets a dish suits once
    this is chosen, `unsuitable_for` those it no longer suits.
    """

    id: Id = Field(description=ID)
    name: Name = Field(description=NAME)
    aliases: Names = Field(default=[], description=NAMES)
    price_delta: MinorDelta = Field(default=0, description=DELTA)
    price: Minor | None = Field(default=None, description=PRICE)
    diet: Mark | None = Field(default=None, description=MARK)
    allergens: Allergens = Field(default=[], description=ALLERGENS)
    suitable_for: Suits = Field(default=[], description=DIETS)
    unsuitable_for: Diets = Field(default=[], description=DIETS)
    countable: bool = Field(default=False, description=TRUTH)
    available: bool | None = Field(default=None, description=TRUTH)
    unavailable_until: Instant | None = Field(default=None, description=UNTIL)


class Group(Part):
    """Choices that belong together, from `min` to `max` of them; max null: as many as one likes.

    With `replaces_price` they are variants: the price of the chosen one is the dish's.
    """

    id: Id = Field(description=ID)
    name: Name = Field(description=NAME)
    min: Annotated[int, Field(ge=0, le=50)] = Field(
        default=0, description="a whole number from 0 to 50"
    )
    max: Annotated[int, Field(ge=1, le=50)] | None = Field(
        default=None, description="a whole number from 1 to 50, or null for any number"
    )
    default: Id | None = Field(default=None, description="the id of one of the group's options")
    negatable: bool = Field(default=False, description=TRUTH)
    replaces_price: bool = Field(default=False, description=TRUTH)
    amounts: Names = Field(default=[], description=NAMES)
    generic_aliases: dict[Name, list[Name]] = Field(
        default={}, description='names with the ids they may mean: {"rice": ["white", "brown"]}'
    )
    options: Annotated[list[FileOption], Field(min_length=1, max_length=500)] = Field(
        description="a list of 1 to 500 options"
    )


class FileIngredient(Part):
    """What is counted beneath the dishes. `stock` and `low_at` change while a shop is open: what
    the file does not mention stays as it is.
    """

    id: Id = Field(description=ID)
    name: Annotated[Name, Field(max_length=80)] = Field(description=NAME)
    unit: Unit = Field(description='a word of 1 to 12 letters such as "l", "kg"')
    stock: Quantity = Field(default=Decimal(0), description=QUANTITY)
    low_at: Quantity | None = Field(default=None, description=QUANTITY + ", or null")


class Item(Part):
    """A dish. `price` is in minor units; `meal_periods` names periods, none meaning all day.

    `available`, `unavailable_until`, `stock` and `low_at` change while a shop is open: what the
    file does not mention stays as it is. A `stock` of null is not counted. `recipe` has what a
    piece takes of each ingredient.
    """

    id: Id = Field(description=ID)
    name: Name = Field(description=NAME)
    aliases: Names = Field(default=[], description=NAMES)
    category: Name = Field(description="the name of a category")
    price: Minor = Field(description=PRICE)
    description: Text = Field(default="", description="a text of at most 500 letters")
    photo: Address | None = Field(
        default=None, description="an address that begins with http:// or https://"
    )
    diet: Mark | None = Field(default=None, description=MARK)
    suitable_for: Suits = Field(default=[], description=DIETS)
    allergens: Allergens = Field(default=[], description=ALLERGENS)
    meal_periods: Names = Field(default=[], description="a list of meal periods")
    order_types: list[OrderType] = Field(
        default=[], description='a list of "take_away", "dine_in", "delivery"'
    )
    option_groups: Annotated[list[Id], Field(max_length=50)] = Field(
        default=[], description="a list of the ids of option groups"
    )
    tax_class: Word | None = Field(default=None, description="a word of 1 to 64 letters")
    prep_station: Word | None = Field(default=None, description="a word of 1 to 64 letters")
    stock: Annotated[int, Field(ge=0, le=1_000_000)] | None = Field(
        default=None, description="a whole number of pieces from 0 to 1000000, or null"
    )
    low_at: Annotated[int, Field(ge=0, le=1_000_000)] | None = Field(
        default=None, description="a whole number of pieces from 0 to 1000000, or null"
    )
    recipe: Annotated[dict[Id, Portion], Field(max_length=50)] = Field(
        default={}, description='what a piece takes of ingredients: {"milk": 0.15}'
    )
    available: bool | None = Field(default=None, description=TRUTH)
    unavailable_until: Instant | None = Field(default=None, description=UNTIL)


class MenuFile(Part):
    """A whole menu. `minor_units` is how many of them make one of the currency."""

    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = Field(
        description="three capitals such as INR"
    )
    minor_units: Literal[1, 100] = Field(default=100, description="1 or 100")
    meal_periods: list[Period] = []
    categories: list[Category] = []
    items: list[Item]
    option_groups: list[Group] = []
    ingredients: list[FileIngredient] = []
