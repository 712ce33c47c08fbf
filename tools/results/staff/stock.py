"""Stock and what is sold out, in words."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech, Word
from tools.kit.staff.measures import plain
from tools.kit.staff.record import Ingredient, StaffRecord, StockItem
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
    """Takes back what was just done, by whom it was done: another's undo is of something else."""
    return ((Button(say("Undo"), Call("undo"), own=True),),)


def amount_of(ingredient: Ingredient, quantity: Decimal | None = None) -> str:
    """ "3 l"; of what there is, unless said otherwise."""
    return f"{plain(ingredient.quantity if quantity is None else quantity)} {ingredient.unit}"


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
    """How many there are of some dishes, and how much of some ingredients."""

    def text(self, say: Speech) -> str:
        """A dish a line, then the ingredients."""
        if not self.record.items and not self.record.ingredients:
            return say(
                "No dish is counted and none is sold out. "
                'Say for example "set idly stock to 50" to count one.'
            )
        lines = [self._line(say, item) for item in self.record.items[:_MOST_SHOWN]]
        if more := len(self.record.items) - len(lines):
            lines.append(say("{more} more. Ask for a dish by its name.", more=more))
        return "\n".join(lines + [_ingredient(say, one) for one in self.record.ingredients])

    def _line(self, say: Speech, item: StockItem) -> str:
        told = []
        if not item.available:
            told.append(sold_out(say, item, self.now))
        if item.quantity is not None:
            told.append(_counted(say, item))
        elif item.makes is None and not told:
            told.append(say("{item} is not counted.", item=item.item_name))
        if item.makes is not None:
            told.append(
                say("{item}: its ingredients make {makes}.", item=item.item_name, makes=item.makes)
            )
        if item.held:
            told.append(say("{held} of them are kept for open checkouts.", held=item.held))
        return " ".join(told)


def _counted(say: Speech, item: StockItem) -> str:
    """How many there are, and whether that is few."""
    words: dict[str, Word] = {"item": item.item_name, "quantity": item.quantity or 0}
    if not item.quantity:
        return say("{item}: none in stock.", **words)
    if item.quantity < (item.low_at or 0):
        return say("⚠ {item}: only {quantity} in stock.", **words)
    return say("{item}: {quantity} in stock.", **words)


def _ingredient(say: Speech, one: Ingredient) -> str:
    """How much there is, whether that is little, and the dishes it is too little for."""
    if one.quantity < (one.low_at or 0):
        told = say("⚠ {item}: only {left} in stock.", item=one.name, left=amount_of(one))
    else:
        told = say("{item}: {left} in stock.", item=one.name, left=amount_of(one))
    if off := [dish.item_name for dish in one.dishes if one.quantity < dish.amount]:
        told += " " + say("Too little for {dishes}.", dishes=say.join(off))
    return told


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
