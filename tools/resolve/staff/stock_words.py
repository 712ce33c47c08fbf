"""How a stock is to change: to a number, up or down by it."""

from typing import Literal

from tools.menu import words_of
from tools.menu.normalise import vocabulary

Change = Literal["set", "add", "take"]

_ADD = vocabulary(
    "add added adding plus more another receive received arrived came come delivered got bought"
    " made cooked prepared put increase raise restock restocked extra up"
)
_TAKE = vocabulary(
    "take took taken remove removed minus subtract deduct reduce reduced decrease lower sold sell"
    " used use wasted waste spoiled spoilt spilled dropped broke broken burnt burned threw thrown"
    " discard discarded less ship shipped sent gave expired down lost"
)
_ENDS = vocabulary("to at left remaining")
_SET = vocabulary(
    "set update make change to is are at have has only exactly left now total count stock"
    " stocks inventory quantity qty remaining"
)


def change_of(words: str) -> Change | None:
    """What the words say; how many it is to be weighs more than the way there: "reduce to 5",
    "got 5 left".

    None: they say nothing of it.
    """
    said = {*words_of(words)}
    if said & _ENDS and "by" not in said and not said & {"add", "added"}:
        return "set"
    if said & _TAKE:
        return "take"
    if said & _ADD:
        return "add"
    return "set" if said & _SET else None
