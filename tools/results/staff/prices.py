"""Prices in words: asked, and set."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech, Word
from tools.kit.staff.record import PriceChange, StaffRecord
from tools.results.staff.confirm import nothing
from tools.results.staff.stock import undo_row


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceSet(Result):
    """The price of a dish, new and old. `item` names the dish in buttons."""

    item: str

    @property
    def _price(self) -> PriceChange | None:
        return (self.view.staff or StaffRecord()).price

    def text(self, say: Speech) -> str:
        """What it costs now, or the question whether it shall."""
        change = self._price
        if change is None:
            return say("Done.")
        words: dict[str, Word] = {
            "item": change.item_name,
            "price": change.price,
            "was": change.was,
        }
        if change.was == change.price:
            return say("{item} is {price}.", **words)
        if not change.done:
            return say("Change the price of {item} from {was} to {price}?", **words)
        return say("{item} is {price} now, it was {was}. Open carts are told.", **words)

    def buttons(self, say: Speech) -> Rows:
        """Yes, for who is asked; or take it back."""
        change = self._price
        if change is None or change.was == change.price:
            return ()
        if change.done:
            return undo_row(say)
        args = {"item": self.item, "price": f"{change.price:.2f}", "was": f"{change.was:.2f}"}
        yes = say("Yes, {price}", price=change.price)
        return ((Button(yes, Call("set_price", {**args}), own=True), nothing(say)),)
