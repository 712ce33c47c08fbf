"""Refusals about tables and what they have."""

from collections.abc import Mapping
from decimal import Decimal

from tools.kit.call import Call
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech, Word, sentence
from tools.kit.staff.errors import StaffRefusal

_MONEY = ("left", "was")


class NoTab(StaffRefusal):
    """Table {table} has nothing open."""

    sqlstate = "OC082"


class NothingToPay(StaffRefusal):
    """Nothing is left to pay of that at table {table}. Nothing was booked."""

    sqlstate = "OC083"


class TabChanged(StaffRefusal):
    """Table {table} has changed: {left} is left to pay now, and not {was}. Nothing was booked."""

    sqlstate = "OC084"

    def told(self, say: Speech) -> dict[str, Word]:
        """The words, sums as money."""
        return _with_money(StaffRefusal.told(self, say))

    def buttons(self, say: Speech) -> Rows:
        """The bill as it is now."""
        return _bill(self, say)


class TabUnpaid(StaffRefusal):
    """{left} is left to pay at table {table}. Nothing was changed."""

    sqlstate = "OC085"

    def told(self, say: Speech) -> dict[str, Word]:
        """The words, sums as money."""
        return _with_money(StaffRefusal.told(self, say))

    def buttons(self, say: Speech) -> Rows:
        """The bill."""
        return _bill(self, say)


class TableTaken(StaffRefusal):
    """Table {to} has a tab of its own, so I moved nothing. Shall I put table {table} to it?"""

    sqlstate = "OC086"

    def buttons(self, say: Speech) -> Rows:
        """Make one of both."""
        tables = {"table": self.words["table"], "into": self.words["to"]}
        yes = Call("merge_tabs", {name: str(word) for name, word in tables.items()})
        return ((Button(say("Yes, one tab for both"), yes, own=True),),)


class TableTakenSince(StaffRefusal):
    """Others have table {table} by now, so I left everything as it is."""

    sqlstate = "OC087"


class NotOnTable(StaffRefusal):
    """Only {number} of {item} can be taken off table {table}. Nothing was changed."""

    sqlstate = "OC088"

    def text(self, say: Speech) -> str:
        """Where there is none of it, that."""
        if str(self.words["number"]) != "0":
            return StaffRefusal.text(self, say)
        return say("There is no {item} that can be taken off table {table}.", **self.words)


_WHY_NOT: Mapping[str, str] = {
    "dishes": sentence("{items} can't be had any more, so order #{number} stays off."),
    "coupon": sentence("The code {items} is used up by now, so order #{number} stays off."),
    "slot": sentence("The slot of order #{number} is full by now, so it stays off."),
    "over": sentence("Order #{number} is over, so it stays as it is."),
    "sum": sentence("Order #{number} would cost something else by now, so it stays as it is."),
    "paid": sentence("A bill of table {table} is paid, so its bills stay as they are."),
    "closed": sentence("Table {table} is closed by now, so what was paid there stays."),
}


class CannotTakeBack(StaffRefusal):
    """That cannot be taken back any more. Nothing was changed."""

    sqlstate = "OC089"

    def text(self, say: Speech) -> str:
        """What is missing for it."""
        why = _WHY_NOT.get(str(self.words.get("why")))
        return say(why, **self.words) if why else StaffRefusal.text(self, say)


def _with_money(words: dict[str, Word]) -> dict[str, Word]:
    return {
        name: Decimal(word) if name in _MONEY and isinstance(word, str) else word
        for name, word in words.items()
    }


def _bill(refusal: StaffRefusal, say: Speech) -> Rows:
    call = Call("bill_tab", {"table": str(refusal.words["table"])})
    return ((Button(say("The bill as it is now"), call),),)
