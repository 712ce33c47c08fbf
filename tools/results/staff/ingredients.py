"""Ingredients in words: how much there is, and which dishes that takes off or brings back."""

from dataclasses import dataclass
from decimal import Decimal

from tools.kit.result import Rows
from tools.kit.speech import Speech
from tools.results.staff.stock import StaffResult, amount_of, undo_row


@dataclass(frozen=True, slots=True, kw_only=True)
class IngredientChanged(StaffResult):
    """How much of an ingredient there is after a change."""

    def text(self, say: Speech) -> str:
        """How much there is, how much there was, and what that means for the dishes."""
        (one,) = self.record.ingredients
        had = one.quantity if self.view.replayed else self.record.had or Decimal(0)
        now = amount_of(one)
        if had == one.quantity:
            told = say("{item}: {left} in stock.", item=one.name, left=now)
        else:
            told = say(
                "{item}: {left} in stock now, it was {before}.",
                item=one.name,
                left=now,
                before=amount_of(one, had),
            )
        off = [dish.item_name for dish in one.dishes if one.quantity < dish.amount]
        back = [dish.item_name for dish in one.dishes if had < dish.amount <= one.quantity]
        if off:
            told += " " + say("That takes {dishes} off the menu.", dishes=say.join(off))
        if back:
            told += " " + say("That brings {dishes} back.", dishes=say.join(back))
        return told

    def buttons(self, say: Speech) -> Rows:
        """Take it back, unless it changed nothing."""
        (one,) = self.record.ingredients
        return undo_row(say) if self.view.replayed or self.record.had != one.quantity else ()
