"""A line of a cart, as cases want it and predictions tell it: the ids of the menu file."""

from pydantic import BaseModel, ConfigDict

from tools.kit.view import CartLine


class Record(BaseModel):
    """A part of a file. Fields nothing here needs are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Choice(Record):
    """An option of a line; `any_of` in its place: each of them would be right.

    A `count` of None is once.
    """

    group: str
    option: str | None = None
    any_of: tuple[str, ...] | None = None
    amount: str | None = None
    count: int | None = None


class Line(Record):
    """So many of an item, with options and without things."""

    item_id: str
    quantity: int
    options: tuple[Choice, ...] = ()
    without: tuple[Choice, ...] = ()


def line_of(line: CartLine) -> Line:
    """A line of the cart as PostgreSQL has it. Name, price and note are not compared."""
    return Line(
        item_id=line.item_id,
        quantity=line.quantity,
        options=tuple(
            Choice(
                group=each.group_id,
                option=each.option_id,
                amount=each.amount,
                count=each.count if each.count > 1 else None,
            )
            for each in line.options
        ),
        without=tuple(Choice(group=each.group_id, option=each.option_id) for each in line.without),
    )
