"""The values of a shop file: what each may hold, and how a sentence says what it takes.

Amounts are in hundredths of the currency; per cents are numbers such as 2.5.
"""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

from db.menu.decimals import decimal_of, number_of
from db.menu.format import MOST, Instant
from db.menu.letters import lines, one_line


def _findable(area: str) -> str:
    if not any(letter.isalnum() for letter in area):
        raise PydanticCustomError("no_area", "no word")
    return area


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


OneLine = AfterValidator(one_line)
TaxClassName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64), OneLine
]
TaxName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), OneLine
]
FeeName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), OneLine
]
ZoneName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), OneLine
]
LegalName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), OneLine
]
TaxNumber = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64), OneLine
]
ShopAddress = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    AfterValidator(lines),
]
Area = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80),
    OneLine,
    AfterValidator(_findable),
]
Prefix = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9/-]{0,12}$")]
UpiId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{2,255}@[A-Za-z0-9.-]{2,64}$")]
TableNo = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,12}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9_-]{2,32}$")]
Amount = Annotated[int, Field(ge=0, le=MOST * 100)]
Fees = Annotated[int, Field(ge=0, le=10_000_000)]
Off = Annotated[int, Field(ge=1, le=MOST * 100)]
Rate = Annotated[
    Decimal,
    BeforeValidator(decimal_of),
    Field(ge=0, le=100, max_digits=7, decimal_places=4),
    PlainSerializer(number_of, return_type=int | float),
]
FeeRate = Annotated[
    Decimal,
    BeforeValidator(decimal_of),
    Field(ge=0, le=100, decimal_places=2),
    PlainSerializer(number_of, return_type=int | float),
]
OffRate = Annotated[
    Decimal,
    BeforeValidator(decimal_of),
    Field(gt=0, le=100, max_digits=7, decimal_places=4),
    PlainSerializer(number_of, return_type=int | float),
]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
At = Annotated[Instant, AfterValidator(_utc)]
Way = Literal["cash", "card", "upi", "telegram"]
CancelUntil = Literal["never", "placed", "accepted", "preparing", "ready"]

LINE = "one line of 1 to {} letters"
AMOUNT = f"a whole number of hundredths from 0 to {MOST * 100}: 4000 is 40.00"
FEE = "a whole number of hundredths from 0 to 10000000: 4000 is 40.00"
OFF = f"a whole number of hundredths from 1 to {MOST * 100}: 4000 is 40.00"
PER_CENT = "a number of per cent from 0 to 100 with at most {} decimals, such as 2.5"
TYPE = 'one of "take_away", "dine_in", "delivery"'
TYPES = 'a list of "take_away", "dine_in", "delivery"; an empty one means all'
MINUTES = "a whole number of minutes from 0 to 1440"
