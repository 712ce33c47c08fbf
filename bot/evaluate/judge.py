"""What is right and what is wrong with a prediction."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.evaluate.carts import Defaults, amiss
from bot.evaluate.cases import Case
from bot.evaluate.lines import Line
from bot.evaluate.predictions import Prediction

CartState = Literal["right", "wrong", "idle"]


class Family(StrEnum):
    """What a case is about."""

    ORDER = "orders"
    EDIT = "cart edits"
    DIALOG = "dialogs"
    OUT_OF_SCOPE = "out of scope"
    OTHER = "other intents"


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with what came of it.

    `cart` is wrong where the bot made of it what was not wanted, idle where it left it as it was
    though something was; None where the cart does not matter. `worst` is the turn that is furthest
    from what was wanted, by `amiss` pieces; of a dialog, the first that is not right.
    """

    case: Case
    prediction: Prediction
    family: Family
    cart: CartState | None
    intent: bool | None
    worst: int = 0
    amiss: int = 0

    @property
    def broken(self) -> str | None:
        """What the program broke with, where it did."""
        return next((turn.error for turn in self.prediction.turns if turn.error), None)


def judge(case: Case, prediction: Prediction, defaults: Defaults) -> Judged:
    """Compare what came of a case with what should have; `defaults` are its menu's."""
    family = _family(case)
    intent = None
    if case.accept_intents and not case.turns:
        intent = prediction.turns[0].intent in case.accept_intents
    before: tuple[Line, ...] = case.context.cart
    cart: CartState | None = None
    for place, (wanted, turn) in enumerate(zip(case.wanted, prediction.turns, strict=True)):
        if wanted is not None:
            cart = "right"
            off = amiss(wanted, turn.cart, defaults)
            off += case.cart_effect == "none" and turn.order_placed
            if off:
                idle = not turn.order_placed and not amiss(before, turn.cart, defaults)
                cart = "idle" if idle else "wrong"
                return Judged(case, prediction, family, cart, intent, place, off)
        before = turn.cart
    return Judged(case, prediction, family, cart, intent)


def _family(case: Case) -> Family:
    if case.turns:
        return Family.DIALOG
    if case.expected_cart is not None:
        return Family.EDIT
    if case.cart_effect == "none":
        return Family.OUT_OF_SCOPE if case.intent == "out_of_scope" else Family.OTHER
    return Family.OTHER if case.slots.lines is None else Family.ORDER
