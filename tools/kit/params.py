"""The parameter types tools share, with what a classifier must know about them.

`button_only`: no sentence fills it. `spoken_as`: a list said one element a call, by that name.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

BUTTON_ONLY = Field(json_schema_extra={"button_only": True})

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Item = Annotated[Words | None, Field(description="the customer's words; null = just mentioned")]
Items = Annotated[list[Words] | None, Field(json_schema_extra={"spoken_as": "item"})]
Quantity = Annotated[int, Field(ge=1, le=99)]
Choices = Annotated[list[Words], Field(max_length=20)]
Note = Annotated[str | None, StringConstraints(strip_whitespace=True, max_length=200)]
LineNo = Annotated[int | None, Field(ge=1, le=32767), BUTTON_ONLY]
Page = Annotated[int, Field(ge=1), BUTTON_ONLY]
Handle = Annotated[Words | None, BUTTON_ONLY]


class OrderLine(BaseModel):
    """One thing to order, in the customer's words. `#12` is a button's handle of an item."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    item: Item = None
    quantity: Quantity = 1
    options: Choices = Field(default_factory=list)
    without: Choices = Field(default_factory=list)
    note: Note = None
