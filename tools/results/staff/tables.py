"""What a table has, in words."""

from dataclasses import dataclass

from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.results.lines import priced, with_quantity
from tools.results.staff.stock import undo_row


@dataclass(frozen=True, slots=True, kw_only=True)
class TableServed(Result):
    """What was added to a table, and what it comes to."""

    table: str

    def text(self, say: Speech) -> str:
        """ "Added 1x Coke to table 4. It has 2x Idly (₹80), 1x Coke (₹40). Total: ₹120." """
        view = self.view
        told = say(
            "It has {lines}. Total: {total}.",
            lines=", ".join(priced(say, line) for line in view.lines),
            total=view.total,
        )
        if not view.changed:
            return say("Table {table}: {told}", table=self.table, told=told)
        added = say(
            "Added {lines} to table {table}.",
            lines=say.join([with_quantity(say, line, line.delta) for line in view.changed]),
            table=self.table,
        )
        return f"{added} {told}"

    def buttons(self, say: Speech) -> Rows:
        """Take it back."""
        return undo_row(say)
