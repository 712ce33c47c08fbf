"""Parameter types of the staff's tools."""

from typing import Annotated

from pydantic import Field

Minutes = Annotated[
    int | None, Field(ge=0, le=2**31 - 1, json_schema_extra={"spoken_as": "quantity"})
]
"""In how many minutes an order is ready; which are possible SQL judges."""
Sum = Annotated[str | None, Field(pattern=r"^\d{1,9}(\.\d{1,2})?$")]
"""Money as it was said: "50", "49.50"."""
