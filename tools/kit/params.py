"""The parameter types tools share, with what a classifier must know about them.

`button_only`: no sentence fills it. `spoken_as`: said by that name; of a list one element a call.
A tool that takes one text takes it in `words`, so that all share one slot of the schema.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

BUTTON_ONLY = Field(json_schema_extra={"button_only": True})

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Item = Annotated[Words | None, Field(description="the customer's words; null = just mentioned")]
Items = Annotated[list[Words] | None, Field(json_schema_extra={"spoken_as": "item"})]
Said = Annotated[Words, Field(json_schema_extra={"spoken_as": "words"})]
MaybeSaid = Annotated[Words | None, Field(json_schema_extra={"spoken_as": "words"})]
Quantity = Annotated[int, Field(ge=1, le=99)]
Choices = Annotated[list[Words], Field(max_length=20)]
Note = Annotated[str | None, StringConstraints(strip_whitespace=True, max_length=200)]
Pieces = Annotated[int | None, Field(ge=1, le=99), BUTTON_ONLY]
OrderNo = Annotated[int | None, Field(ge=1, le=2**63 - 1)]
LineNo = Annotated[int | None, Field(ge=1, le=32767), BUTTON_ONLY]
Page = Annotated[int, Field(ge=1, le=2**31 - 1), BUTTON_ONLY]
Handle = Annotated[Words | None, BUTTON_ONLY]
Accept = Annotated[list[Words], Field(max_length=20), BUTTON_ONLY]
"""Conflicts with the customer's rules that he accepts: "allergen:peanut", "diet:jain"."""


class OrderLine(BaseModel):
    """One thing to order, in the customer's words. `#12` is a button's handle of an item."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    item: Item = None
    quantity: Quantity = 1
    options: Choices = Field(default_factory=list)
    without: Choices = Field(default_factory=list)
    note: Note = None
    accept: Accept = Field(default_factory=list)


Lines = Annotated[list[OrderLine], Field(min_length=1, max_length=20)]
Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4096), BUTTON_ONLY]
"""Where to bring an order, however it is written."""
Degrees = Annotated[str, StringConstraints(pattern=r"^-?\d{1,3}(\.\d{1,12})?$"), BUTTON_ONLY]
"""A latitude or longitude in decimal degrees."""
Sure = Annotated[bool, BUTTON_ONLY]
"""Whether the customer has been asked and agrees."""
OrderQuantity = Annotated[int | None, Field(ge=0, le=99), BUTTON_ONLY]
Total = Annotated[str | None, Field(pattern=r"^\d{1,12}\.\d\d$"), BUTTON_ONLY]
"""What the customer was told it comes to."""
Stars = Annotated[int | None, Field(ge=1, le=5), BUTTON_ONLY]
OpenWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4096), BUTTON_ONLY]
"""What somebody thinks, however he puts it."""
Phone = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), BUTTON_ONLY]
Waiting = Annotated[list[OrderLine] | None, Field(max_length=20), BUTTON_ONLY]
"""Lines a button keeps for the customer until he has answered something else."""
