"""remove_coupon: "without the code", the button "Without SAVE10"."""

from dataclasses import dataclass

from tools.kit.result import Rows
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.buttons import cart_button, checkout_button
from tools.results.payment import PaymentAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponRemoved(PaymentAsked):
    """No code counts any more; what was quoted is quoted without it."""

    def text(self, say: Speech) -> str:
        """That, and the new quote."""
        told = say("Your order is without a promo code now.")
        return f"{told}\n{PaymentAsked.text(self, say)}" if self.view.quote else told

    def buttons(self, say: Speech) -> Rows:
        """The way on."""
        if self.view.quote:
            return PaymentAsked.buttons(self, say)
        return ((cart_button(say), checkout_button(say)),)


@tool()
async def remove_coupon(turn: Turn) -> CouponRemoved:
    """Take the promo code back."""
    return CouponRemoved(view=await turn.call("remove_coupon"), now=turn.now)
