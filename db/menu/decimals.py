"""Numbers of a file that are no whole ones, read and written without a float in between."""

from decimal import Decimal

from pydantic_core import PydanticCustomError


def decimal_of(value: object) -> object:
    """Of a number in JSON what is written there, and not what a float makes of it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(repr(value))
    if isinstance(value, Decimal):
        return value
    raise PydanticCustomError("no_number", "not a number")


def number_of(value: Decimal) -> int | float:
    """As JSON has it."""
    return int(value) if value == value.to_integral_value() else float(value)
