"""A change that was taken back, in words."""

from dataclasses import dataclass
from decimal import Decimal

from tools.kit.result import Result
from tools.kit.speech import Speech, Word, sentence
from tools.kit.staff.names import room_name
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
        told = dict.fromkeys(_as_it_was(say, one) for one in undone)
        return say("Undone. {how}", how=" ".join(told))


_OF_STAFF = ("add_staff", "remove_staff", "bind_room", "unbind_room", "invite_staff")


_OF_MONEY = {
    "confirm_payment": sentence("{amount} of order #{number} is still to be paid."),
    "refund_payment": sentence("{amount} of order #{number} has still to go back."),
}


_OF_TABLES = {
    "bill_tab": sentence("The bills of table {table} are as they were."),
    "pay_bill": sentence("{amount} of table {table} is still to be paid."),
    "transfer_tab": sentence("It is at table {table} again."),
    "merge_tabs": sentence("Table {table} has a bill of its own again."),
    "split_tab": sentence("The bills of table {table} are as they were."),
    "close_tab": sentence("Table {table} is open again."),
}


def _as_it_was(say: Speech, one: Undone) -> str:
    if one.action in _OF_MONEY:
        return say(_OF_MONEY[one.action], number=str(one.order_no), amount=one.amount or Decimal(0))
    if one.order_no is not None and one.before.status is not None:
        status = status_name(say, one.before.status)
        return say("Order #{number} is {status} again.", number=str(one.order_no), status=status)
    if one.action == "set_alerts":
        return say("This room is told again of what it was told of before.")
    if one.action in _OF_STAFF:
        return _of_staff(say, one)
    return _of_the_menu(say, one) if one.table is None else _of_a_table(say, one, one.table)


def _of_a_table(say: Speech, one: Undone, table: str) -> str:
    words: dict[str, Word] = {"item": one.item, "quantity": one.before.quantity or 0}
    if one.action in _OF_TABLES:
        return say(_OF_TABLES[one.action], table=table, amount=one.amount or Decimal(0))
    if one.before.is_open:
        return say("Table {table} is open again.", table=table)
    if not one.before.quantity:
        return say("{item} is off table {table}.", **words, table=table)
    return say("Table {table} has {quantity}x {item} again.", **words, table=table)


def _of_the_menu(say: Speech, one: Undone) -> str:
    words: dict[str, Word] = {"item": one.item, "quantity": one.before.quantity or 0}
    if one.before.price is not None:
        return say("{item} is {price} again.", **words, price=one.before.price)
    if one.before.stock is not None:
        return say("{item}: {left} in stock again.", **words, left=one.before.stock)
    if one.action == "set_low_mark":
        if one.before.low_at is None:
            return say("Nobody is warned when {item} runs low any more.", **words)
        return say("{item} runs low below {low} again.", **words, low=one.before.low_at)
    if one.before.is_available is not None:
        if one.before.is_available:
            return say("{item} is on sale again.", **words)
        return say("{item} is marked sold out again.", **words)
    if one.before.quantity is None:
        return say("{item} is not counted again.", **words)
    return say("{item}: {quantity} in stock again.", **words)


def _of_staff(say: Speech, one: Undone) -> str:
    before = one.before
    if one.action == "invite_staff":
        return say("The code opens nothing any more.")
    if one.action in ("bind_room", "unbind_room"):
        if before.kind is None:
            return say("This is no room any more.")
        return say("This is {room} again.", room=room_name(say, before.kind))
    if before.role is None:
        return say("{person} is not on the staff any more.", person=one.item)
    return say("{person} is {role} again.", person=one.item, role=before.role)
