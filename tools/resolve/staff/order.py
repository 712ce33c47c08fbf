"""The order staff mean: by its number or, from a button, by its id."""

from uuid import UUID

from tools.kit.order_errors import OrderNotFound
from tools.kit.staff.order_errors import NoSuchOrder, WhichOrder
from tools.resolve.order_ref import order_id


def order_meant(order_no: int | None, handle: str | None) -> tuple[int | None, UUID | None]:
    """What a function for staff is told of it. Raises WhichOrder, NoSuchOrder."""
    if order_no is None and handle is None:
        raise WhichOrder
    return order_or_all(order_no, handle)


def order_or_all(order_no: int | None, handle: str | None) -> tuple[int | None, UUID | None]:
    """As `order_meant`; nothing where no order is meant. Raises NoSuchOrder."""
    try:
        return order_no, order_id(handle)
    except OrderNotFound:
        raise NoSuchOrder from None
