"""A change that was taken back, in words."""

from dataclasses import dataclass

from tools.kit.result import Result
from tools.kit.speech import Speech, Word
from tools.kit.staff.record import StaffRecord, Undone
from tools.kit.statuses import status_name


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack(Result):
    """What is again as it was."""

    def text(self, say: Speech) -> str:
        """Each thing, with the value it has again."""
        undone = (self.view.staff or StaffRecord()).undone
        if not undone:
            return say("That is undone.")
        return say("Undone. {how}", how=" ".join(_as_it_was(say, one) for one in undone))


def _as_it_was(say: Speech, one: Undone) -> str:
    words: dict[str, Word] = {"item": one.item, "quantity": one.before.quantity or 0}
    if one.order_no is not None and one.before.status is not None:
        status = status_name(say, one.before.status)
        return say("Order #{number} is {status} again.", number=str(one.order_no), status=status)
    if one.table is not None and not one.before.quantity:
        return say("{item} is off table {table}.", **words, table=one.table)
    if one.table is not None:
        return say("Table {table} has {quantity}x {item} again.", **words, table=one.table)
    if one.before.is_available is not None:
        if one.before.is_available:
            return say("{item} is on sale again.", **words)
        return say("{item} is marked sold out again.", **words)
    if one.before.quantity is None:
        return say("{item} is not counted again.", **words)
    return say("{item}: {quantity} in stock again.", **words)
