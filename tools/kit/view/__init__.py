"""What every SQL function of a turn returns: the session as it stands after the call."""

from tools.kit.view.checkout import Checkout, PaymentWay, Way
from tools.kit.view.line import (
    CartLine,
    ChangedLine,
    ChosenOption,
    Conflict,
    ConflictingLine,
    Dietary,
    Refusal,
    RemovedThing,
)
from tools.kit.view.order import Order, OrderChange, Receipt, Review, Step
from tools.kit.view.payment import Payee, Payment, Tender
from tools.kit.view.quote import (
    Charge,
    CouponRefusal,
    Difference,
    Discount,
    Fee,
    Quote,
    QuoteProblem,
    Tax,
)
from tools.kit.view.session import SessionView, Spent
from tools.kit.view.shown import Shown, ShownDish
from tools.kit.view.tab import Tab, TabBill, TabLine, TabRound

__all__ = [
    "CartLine",
    "ChangedLine",
    "Charge",
    "Checkout",
    "ChosenOption",
    "Conflict",
    "ConflictingLine",
    "CouponRefusal",
    "Dietary",
    "Difference",
    "Discount",
    "Fee",
    "Order",
    "OrderChange",
    "Payee",
    "Payment",
    "PaymentWay",
    "Quote",
    "QuoteProblem",
    "Receipt",
    "Refusal",
    "RemovedThing",
    "Review",
    "SessionView",
    "Shown",
    "ShownDish",
    "Spent",
    "Step",
    "Tab",
    "TabBill",
    "TabLine",
    "TabRound",
    "Tax",
    "Tender",
    "Way",
]
