"""apply_coupon: "promo code SAVE10", "I have a coupon"."""

from dataclasses import dataclass

from tools.kit.params import Said
from tools.kit.result import Awaited, Rows
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.buttons import cart_button, checkout_button, ways_on
from tools.results.coupons import coupon_refused
from tools.results.payment import PaymentAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponGiven(PaymentAsked):
    """What a code takes off, or why it does not; then the quote, where there is one."""

    def text(self, say: Speech) -> str:
        """ "SAVE10 takes ₹24 off." and the new quote."""
        view = self.view
        told, quoted = "", bool(view.quote or view.checkout)
        taken = view.discount
        if taken is not None and taken.amount and quoted:
            told = say("{code} takes {amount} off.", code=taken.code, amount=taken.amount)
        elif taken is not None and taken.amount:
            told = say(
                "{code} takes {amount} off when you check out.",
                code=taken.code,
                amount=taken.amount,
            )
        elif taken is not None:
            told = say("{code} is kept for your order.", code=taken.code)
        elif view.coupon is not None and not view.quote:
            # What is quoted anew tells it itself.
            told = coupon_refused(say, view.coupon)
        elif self._asks_which:
            told = say('Which promo code do you have? Say for example "code SAVE10".')
        asked = PaymentAsked.text(self, say) if quoted else ""
        return "\n".join(filter(None, [told, asked]))

    def awaits(self) -> Awaited | None:
        """The code, where none was given; else what the quote awaits."""
        return "code" if self._asks_which else PaymentAsked.awaits(self)

    @property
    def _asks_which(self) -> bool:
        view = self.view
        return not (view.discount or view.coupon or view.quote or view.replayed)

    def buttons(self, say: Speech) -> Rows:
        """The ways to pay what is quoted; else the way on."""
        if self.view.quote or self.view.checkout:
            return PaymentAsked.buttons(self, say)
        if not self.view.lines:
            return ways_on(say, self.view)
        return ((cart_button(say), checkout_button(say)),)


@tool()
async def apply_coupon(turn: Turn, code: Said = "") -> CouponGiven:
    """Use a promo code; without one, ask for it."""
    view = await turn.call("apply_coupon", code) if code else await turn.call("record_turn")
    return CouponGiven(view=view, now=turn.now)
