"""Which order a button means: an id, which stays the same when tomorrow's numbers begin anew."""

from uuid import UUID

from tools.kit.order_errors import OrderNotFound


def order_id(handle: str | None) -> UUID | None:
    """The id in a button's handle, if it has one. Raises OrderNotFound when it is none."""
    try:
        return UUID(hex=handle) if handle else None
    except ValueError:
        raise OrderNotFound from None
