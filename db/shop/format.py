"""The format of a shop file: what a shop charges and how it can be ordered from, part by part.

A field's description ends the sentence "it takes …", which is said of every value that will not do.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from db.menu.format import ID, TRUTH, UNTIL, Id, OrderType, Part
from db.shop.values import (
    AMOUNT,
    FEE,
    LINE,
    MINUTES,
    OFF,
    PER_CENT,
    TYPE,
    TYPES,
    Amount,
    Area,
    At,
    CancelUntil,
    Code,
    FeeName,
    FeeRate,
    Fees,
    Latitude,
    LegalName,
    Longitude,
    Off,
    OffRate,
    Prefix,
    Rate,
    ShopAddress,
    TableNo,
    TaxClassName,
    TaxName,
    TaxNumber,
    UpiId,
    Way,
    ZoneName,
)


class TaxPart(Part):
    """One tax of a class."""

    name: TaxName = Field(description=LINE.format(40))
    rate: Rate = Field(description=PER_CENT.format(4))


class TaxClass(Part):
    """What a tax class consists of: GST of 5 % is CGST 2.5 and SGST 2.5. Exempt is a rate of 0."""

    tax_class: TaxClassName = Field(alias="class", description=LINE.format(64))
    parts: Annotated[list[TaxPart], Field(min_length=1, max_length=20)] = Field(
        description='a list of 1 to 20 taxes such as {"name": "CGST", "rate": 2.5}'
    )


class Money(Part):
    """How prices become a total. `tax_class` is that of dishes and fees that name none."""

    prices_include_tax: bool = Field(default=True, description=TRUTH)
    rounding: Annotated[int, Field(ge=0, le=100_000)] = Field(
        default=0,
        description="a whole number of hundredths from 0 to 100000: 100 rounds to whole ones",
    )
    tax_class: TaxClassName | None = Field(default=None, description=LINE.format(64))
    taxes: list[TaxClass] = Field(default=[])


class Fee(Part):
    """A fee: `flat` of the order, `per_piece`, or `percent` of the dishes; exactly one of them."""

    id: Id = Field(description=ID)
    name: FeeName = Field(description=LINE.format(60))
    flat: Fees | None = Field(default=None, description=FEE)
    per_piece: Fees | None = Field(default=None, description=FEE)
    percent: FeeRate | None = Field(default=None, description=PER_CENT.format(2))
    order_types: list[OrderType] = Field(default=[], description=TYPES)
    tax_class: TaxClassName | None = Field(default=None, description=LINE.format(64))
    free_from: Amount | None = Field(default=None, description=AMOUNT)


class OfferedType(Part):
    """A way to have an order. The `usual` one is meant where a customer says nothing."""

    order_type: OrderType = Field(description=TYPE)
    minimum_order: Amount = Field(default=0, description=AMOUNT)
    usual: bool = Field(default=False, description=TRUTH)


class Payments(Part):
    """How an order can be paid, in the order in which it is offered."""

    ways: Annotated[list[Way], Field(min_length=1)] = Field(
        description='a list of "cash", "card", "upi", "telegram", at least one'
    )
    upi_id: UpiId | None = Field(default=None, description="a UPI id such as tiffin.room@okaxis")


class DiningTable(Part):
    """A table people eat at."""

    table_no: TableNo = Field(description='a text of 1 to 12 of A-Z a-z 0-9 -, such as "4"')
    seats: Annotated[int, Field(ge=1, le=100)] | None = Field(
        default=None, description="a whole number from 1 to 100"
    )


class Zone(Part):
    """Where the shop delivers: a circle, pin codes and localities, or both; the first that fits.

    `minutes` is how long the way takes, on top of prep_minutes.
    """

    id: Id = Field(description=ID)
    name: ZoneName = Field(description=LINE.format(80))
    latitude: Latitude | None = Field(default=None, description="a number from -90 to 90")
    longitude: Longitude | None = Field(default=None, description="a number from -180 to 180")
    radius_m: Annotated[int, Field(ge=1, le=200_000)] | None = Field(
        default=None, description="a whole number of metres from 1 to 200000"
    )
    areas: Annotated[list[Area], Field(max_length=500)] = Field(
        default=[], description='a list of pin codes and localities such as "600017", "T Nagar"'
    )
    fee: Fees = Field(description=FEE)
    free_from: Amount | None = Field(default=None, description=AMOUNT)
    minimum_order: Amount = Field(default=0, description=AMOUNT)
    minutes: Annotated[int, Field(ge=0, le=1440)] = Field(default=30, description=MINUTES)


class Slots(Part):
    """Orders for later are taken in slots so many `minutes` long, `capacity` of them a slot."""

    minutes: Annotated[int, Field(ge=5, le=240)] = Field(
        description="a whole number of minutes from 5 to 240"
    )
    capacity: Annotated[int, Field(ge=1, le=10_000)] = Field(
        description="a whole number of orders from 1 to 10000"
    )


class Coupon(Part):
    """A promo code: `amount` off, `percent` off up to `most`, or the dish `free_item`.

    Exactly one of the three. How often it was redeemed is the database's to count.
    """

    code: Code = Field(description="2 to 32 of A-Z 0-9 _ -")
    amount: Off | None = Field(default=None, description=OFF)
    percent: OffRate | None = Field(
        default=None, description="a number of per cent above 0, at most 100, such as 12.5"
    )
    most: Off | None = Field(default=None, description=OFF)
    free_item: Id | None = Field(default=None, description="the id of a dish")
    minimum_order: Amount = Field(default=0, description=AMOUNT)
    order_types: list[OrderType] = Field(default=[], description=TYPES)
    valid_from: At | None = Field(default=None, description=UNTIL)
    valid_until: At | None = Field(default=None, description=UNTIL)
    total_limit: Annotated[int, Field(ge=1, le=100_000_000)] | None = Field(
        default=None, description="a whole number from 1 to 100000000, or null"
    )
    customer_limit: Annotated[int, Field(ge=1, le=1_000_000)] | None = Field(
        default=None, description="a whole number from 1 to 1000000, or null"
    )


class Receipts(Part):
    """What stands on receipts. Their numbers are counted behind the prefix."""

    legal_name: LegalName | None = Field(default=None, description=LINE.format(200))
    address: ShopAddress | None = Field(default=None, description="a text of 1 to 500 letters")
    tax_number: TaxNumber | None = Field(default=None, description=LINE.format(64))
    prefix: Prefix = Field(default="", description="at most 12 of A-Z a-z 0-9 / -")


class ShopFile(Part):
    """A shop's rules. A file may leave parts out; `model_fields_set` tells those it has."""

    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = Field(
        description="three capitals such as INR"
    )
    minor_units: Literal[100] = Field(default=100, description="100: 4000 is 40.00")
    money: Money = Money()
    fees: list[Fee] = Field(default=[])
    order_types: list[OfferedType] = Field(default=[])
    payments: Payments = Payments(ways=["cash", "card", "upi"])
    tables: list[DiningTable] = Field(default=[])
    zones: list[Zone] = Field(default=[])
    slots: Slots | None = None
    coupons: list[Coupon] = Field(default=[])
    receipts: Receipts = Receipts()
    prep_minutes: Annotated[int, Field(ge=0, le=1440)] = Field(default=20, description=MINUTES)
    accept_minutes: Annotated[int, Field(ge=1, le=120)] | None = Field(
        default=5, description="a whole number of minutes from 1 to 120, or null: never"
    )
    cancel_until: CancelUntil = Field(
        default="placed",
        description='one of "never", "placed", "accepted", "preparing", "ready"',
    )
