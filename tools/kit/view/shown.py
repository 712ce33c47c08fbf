"""The page of dishes a search has put before the customer."""

from tools.kit.row import Row
from tools.kit.view.line import Refusal


class ShownDish(Row):
    """A dish of the page shown. `position` is what "the second one" refers to."""

    position: int
    item_no: int
    refusal: Refusal | None = None


class Shown(Row):
    """The page of dishes a search has put before the customer.

    `count` is how many dishes there are in all; `left_out` were not counted, for his rules.
    """

    dishes: tuple[ShownDish, ...]
    page: int
    count: int
    left_out: int = 0
