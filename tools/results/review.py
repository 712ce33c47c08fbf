"""What a customer thinks of an order: asked by buttons, thanked for, and why."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Awaited, Button, Result, Rows
from tools.kit.speech import Speech

STARS = (1, 2, 3, 4, 5)
STAR = "\N{BLACK STAR}"
GOOD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated(Result):
    """The stars an order has been given, or the question for them. `said`: and why, just now."""

    said: bool

    def text(self, say: Speech) -> str:
        """Thanks, and asks why where nothing was said."""
        review = self.view.review
        if review is None or review.stars is None:
            return say("How many stars would you give order #{number}?", number=self._number)
        given = say(
            "{stars} of 5 stars for order #{number}.", stars=review.stars, number=self._number
        )
        if self.said:
            return say("Thank you, the shop gets to read that. {given}", given=given)
        if review.stars >= GOOD:
            return say("Thank you! {given} Want to say why?", given=given)
        return say("Sorry it was not better. {given} Want to say why?", given=given)

    def buttons(self, say: Speech) -> Rows:
        """The stars, or a way not to say why."""
        review = self.view.review
        if review is None:
            return ()
        if review.stars is None:
            return (star_buttons(review.order_id.hex),)
        if self.said:
            return ()
        return ((Button(say("No, that's all"), _NO),),)

    def awaits(self) -> Awaited | None:
        """Why, in any words."""
        return "why" if self.if_no() else None

    def if_no(self) -> Call | None:
        """He does not say why."""
        review = self.view.review
        return _NO if review is not None and review.stars is not None and not self.said else None

    @property
    def _number(self) -> str:
        return str(self.view.review.order_no) if self.view.review else ""


_NO = Call("small_talk", {"kind": "okay"})


def star_buttons(order: str) -> tuple[Button, ...]:
    """One to five stars for the order with that handle."""
    return tuple(
        Button(f"{number} {STAR}", Call("rate_order", {"order": order, "stars": number}))
        for number in STARS
    )
