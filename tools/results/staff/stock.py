"""Stock and what is sold out, in words."""

from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech, Word
from tools.kit.staff.record import StaffRecord, StockItem
from tools.results.moments import spoken_moment

_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffResult(Result):
    """What staff did or asked to know. `now` is the shop's clock."""

    now: datetime

    @property
    def record(self) -> StaffRecord:
        """What the function told beside the session."""
        return self.view.staff or StaffRecord()


def undo_row(say: Speech) -> Rows:
    """Takes back what was just done."""
    return ((Button(say("Undo"), Call("undo")),),)


@dataclass(frozen=True, slots=True, kw_only=True)
class StockChanged(StaffResult):
    """The stock of a dish after a change."""

    def text(self, say: Speech) -> str:
        """How many there are, and how many there were."""
        (item,) = self.record.items
        told = [self._change(say, item)]
        if not item.available and item.quantity:
            told.append(
                say('It is still marked sold out; say "{item} is back".', item=item.item_name)
            )
        return " ".join(told)

    def _change(self, say: Speech, item: StockItem) -> str:
        quantity, before = item.quantity or 0, self.record.before
        words: dict[str, Word] = {"item": item.item_name, "quantity": quantity}
        if before == quantity or self.view.replayed:
            return say("{item}: {quantity} in stock.", **words)
        if before is None and quantity:
            return say("{item}: {quantity} in stock now. It was not counted before.", **words)
        if before is None:
            return say("{item} is sold out now: none in stock.", **words)
        if not quantity:
            return say(
                "{item} is sold out now: none in stock, there were {before}.",
                **words,
                before=before,
            )
        return say("{item}: {quantity} in stock now, it was {before}.", **words, before=before)

    def buttons(self, say: Speech) -> Rows:
        """Take it back, unless it changed nothing: "undo" is for what did."""
        (item,) = self.record.items
        stays = self.record.before == item.quantity and not self.view.replayed
        return () if stays else undo_row(say)


@dataclass(frozen=True, slots=True, kw_only=True)
class StockShown(StaffResult):
    """How many there are of some dishes."""

    def text(self, say: Speech) -> str:
        """A dish a line."""
        if not self.record.items:
            return say(
                "No dish is counted and none is sold out. "
                'Say for example "set idly stock to 50" to count one.'
            )
        lines = [self._line(say, item) for item in self.record.items[:_MOST_SHOWN]]
        if more := len(self.record.items) - len(lines):
            lines.append(say("{more} more. Ask for a dish by its name.", more=more))
        return "\n".join(lines)

    def _line(self, say: Speech, item: StockItem) -> str:
        told = []
        if not item.available:
            told.append(sold_out(say, item, self.now))
        if item.quantity is None:
            told += [] if told else [say("{item} is not counted.", item=item.item_name)]
        elif item.quantity == 0:
            told.append(say("{item}: none in stock.", item=item.item_name))
        else:
            told.append(
                say("{item}: {quantity} in stock.", item=item.item_name, quantity=item.quantity)
            )
        if item.held:
            told.append(say("{held} of them are kept for open checkouts.", held=item.held))
        return " ".join(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldOut(StaffResult):
    """Dishes that were marked sold out."""

    def text(self, say: Speech) -> str:
        """Each with until when."""
        return " ".join(sold_out(say, item, self.now) for item in self.record.items)

    def buttons(self, say: Speech) -> Rows:
        """Take it back, unless it changed nothing."""
        return undo_row(say) if self.record.changed else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Back(StaffResult):
    """Dishes that are to be had again."""

    def text(self, say: Speech) -> str:
        """Each, with what still keeps it from being sold."""
        return " ".join(self._said(say, item) for item in self.record.items)

    def _said(self, say: Speech, item: StockItem) -> str:
        if item.quantity == 0:
            return say(
                "{item} is no longer marked sold out, but none is in stock: "
                'say for example "add 20 {item}".',
                item=item.item_name,
            )
        return say("{item} is back on sale.", item=item.item_name)

    def buttons(self, say: Speech) -> Rows:
        """Take it back, unless it changed nothing."""
        return undo_row(say) if self.record.changed else ()


def sold_out(say: Speech, item: StockItem, now: datetime) -> str:
    """Until when a dish is marked sold out."""
    if item.until is None:
        return say('{item} is sold out until you say "{item} is back".', item=item.item_name)
    when = spoken_moment(say, item.until, now)
    return say("{item} is sold out until {when}.", item=item.item_name, when=when)
