"""An old order put in the cart again, as far as it can be had today."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.results.alerts import against
from tools.results.buttons import in_rows, menu_button
from tools.results.cart import CartChanged
from tools.results.differences import difference, repriced, way_on
from tools.results.lines import with_quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Reordered(CartChanged):
    """What was added at today's prices, what is different, and what was left out and why.

    `anyway` add what was left out for the customer's rules.
    """

    order_no: int
    anyway: Sequence[Button] = ()

    def text(self, say: Speech) -> str:
        """All of it; a repetition only shows the cart."""
        view = self.view
        told = []
        if view.changed:
            added = say.join([with_quantity(say, line, line.delta) for line in view.changed])
            told.append(
                say("Added from order #{number}: {lines}.", number=str(self.order_no), lines=added)
            )
        elif view.differences or view.conflicts:
            told.append(say("Nothing of order #{number} was added.", number=str(self.order_no)))
        else:
            return CartChanged.text(self, say)
        told += [difference(say, one) for one in view.differences if one.line_no is not None]
        dearer = {one.line_no for one in view.differences if one.kind == "price"}
        told += [
            say("Left out: {why}", why=difference(say, one))
            for one in view.differences
            if one.line_no is None
        ]
        told += [
            say("Left out: {why}", why=against(say, one.item_name, one.conflicts))
            for one in view.conflicts
        ]
        told += repriced(say, (one for one in view.changed if one.line_no not in dearer))
        if view.lines:
            told.append(self.total(say))
        return " ".join(told)

    def buttons(self, say: Speech) -> Rows:
        """What was left out for the rules, all the same; another time; then the way on."""
        rows = CartChanged.buttons(self, say) if self.view.lines else ((menu_button(say),),)
        left_out = [one for one in self.view.differences if one.line_no is None]
        return (*in_rows(self.anyway, 1), *way_on(say, left_out), *rows)
