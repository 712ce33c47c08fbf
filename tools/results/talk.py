"""Replies to words that change nothing."""

from dataclasses import dataclass

from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.results.buttons import cart_button, checkout_button, menu_button


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Result):
    """A sentence and the ways on."""

    def buttons(self, say: Speech) -> Rows:
        """The menu, and the cart when there is something in it."""
        if not self.view.lines:
            return ((menu_button(say),),)
        return ((menu_button(say), cart_button(say)), (checkout_button(say),))
