"""What a table has, in words for who serves it."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.kit.staff.record import StaffRecord
from tools.kit.view import Tab
from tools.results.buttons import in_rows
from tools.results.lines import priced, with_quantity
from tools.results.staff.stock import undo_row
from tools.results.tab import by_guest, charged, comes_to, together


@dataclass(frozen=True, slots=True, kw_only=True)
class TableServed(Result):
    """What was ordered for a table, and what it comes to."""

    table: str

    def text(self, say: Speech) -> str:
        """ "Added 1x Coke to table 4. It has 2x Idly (₹80), 1x Coke (₹40). Total: ₹120." """
        told = _has(say, self.view.tab)
        if not self.view.changed:
            return say("Table {table}: {told}", table=self.table, told=told)
        added = say(
            "Added {lines} to table {table}.",
            lines=say.join([with_quantity(say, line, line.delta) for line in self.view.changed]),
            table=self.table,
        )
        return f"{added} {told}"

    def buttons(self, say: Speech) -> Rows:
        """Take it back."""
        return undo_row(say)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOff(Result):
    """What was taken off a table, and what it has left. `item` is the dish as it was called."""

    table: str
    item: str

    def text(self, say: Speech) -> str:
        """ "Took 1x Coke off table 4. It has 2x Idly (₹80). Total: ₹80." """
        taken = (self.view.staff or StaffRecord()).taken
        told = _has(say, self.view.tab)
        if taken is None:
            return say("Table {table}: {told}", table=self.table, told=told)
        off = say(
            "Took {quantity}x {item} off table {table}.",
            quantity=taken,
            item=self.item,
            table=self.table,
        )
        return f"{off} {told}"

    def buttons(self, say: Speech) -> Rows:
        """Put it back."""
        return undo_row(say)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShown(Result):
    """What a table has; without one, all that have something open."""

    def text(self, say: Speech) -> str:
        """Who asked for what, and what it comes to; or a table a line."""
        tab = self.view.tab
        if tab is not None:
            return "\n".join([*by_guest(say, tab), *charged(say, tab), comes_to(say, tab)])
        if not self.view.tabs:
            return say("No table has anything open.")
        return "\n".join(
            say("Table {table}: {told}", table=tab.table, told=comes_to(say, tab))
            for tab in self.view.tabs
        )

    def buttons(self, say: Speech) -> Rows:
        """The bill, or the tables."""
        if self.view.tab is not None:
            call = Call("bill_tab", {"table": self.view.tab.table})
            return ((Button(say("Bill"), call),),)
        return in_rows(
            [
                Button(
                    say("Table {number}", number=tab.table), Call("show_tab", {"table": tab.table})
                )
                for tab in self.view.tabs[:24]
            ],
            4,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMoved(Result):
    """A tab that is at another table now. `merged`: it is part of the one that was there."""

    table: str
    merged: bool = False

    def text(self, say: Speech) -> str:
        """ "Table 4 is at table 7 now. Total: ₹120." """
        tab = self.view.tab
        to = tab.table if tab else ""
        words = {"table": self.table, "to": to}
        if self.merged:
            moved = say("Table {table} is on the bill of table {to} now.", **words)
        else:
            moved = say("Table {table} is at table {to} now.", **words)
        return f"{moved} {_has(say, tab)}"

    def buttons(self, say: Speech) -> Rows:
        """Move it back."""
        return undo_row(say)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableClosed(Result):
    """A table that is free again."""

    table: str

    def text(self, say: Speech) -> str:
        """That it is."""
        return say("Table {table} is closed.", table=self.table)


def _has(say: Speech, tab: Tab | None) -> str:
    """ "It has 2x Idly (₹80). Total: ₹80." """
    if tab is None or not tab.lines:
        return say("It has nothing.")
    lines = ", ".join(priced(say, line) for line in together(tab.lines))
    return " ".join([say("It has {lines}.", lines=lines), *charged(say, tab), comes_to(say, tab)])
