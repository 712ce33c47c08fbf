"""Parameter types of the staff's tools."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from tools.kit.params import BUTTON_ONLY

Minutes = Annotated[
    int | None, Field(ge=0, le=2**31 - 1, json_schema_extra={"spoken_as": "quantity"})
]
"""In how many minutes an order is ready; which are possible SQL judges."""
MaybePieces = Annotated[int | None, Field(json_schema_extra={"spoken_as": "quantity"})]
"""Of stock: from 0 to a million, which SQL judges."""
Amount = Annotated[str | None, Field(pattern=r"^\d{1,10}(\.\d{1,3})?$"), BUTTON_ONLY]
"""Of an ingredient, where it is no whole number."""
Sum = Annotated[str | None, Field(pattern=r"^\d{1,9}(\.\d{1,2})?$")]
"""Money as it was said: "50", "49.50"."""

_SUM = re.compile(r"\d{1,7}(\.\d{1,2})?")


def sum_of(said: str) -> str | None:
    """ "200.00" of "200"; None of what is no sum of money, of 0, and of ten million and more."""
    return f"{Decimal(said):.2f}" if _SUM.fullmatch(said) and Decimal(said) else None
