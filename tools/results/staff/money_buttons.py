"""Buttons that book money of an order. Each names the sum, so that pressing it once confirms it.

They carry that sum too: where another is open by now nothing is booked.
"""

from collections.abc import Mapping
from decimal import Decimal

from tools.kit.call import Call, Json
from tools.kit.result import Button
from tools.kit.speech import Speech
from tools.kit.view import Order
from tools.results.refunds import tender_name

METHODS = ("cash", "card", "upi")


def money_buttons(say: Speech, order: Order) -> Mapping[str, Button]:
    """By act: what is to be paid next, and all that has to go back; as far as there is any."""
    buttons = {}
    opened = [one for one in order.payments if one.status in ("due", "pending")]
    if opened:
        due = opened[-1]
        label = say("Paid {amount} {how}", amount=due.amount, how=tender_name(say, due.method))
        call = paid_call(order.order_id.hex, due.amount, due.method)
        buttons["confirm_payment"] = Button(label, call)
    back = sum((one.to_refund for one in order.payments), Decimal(0))
    if back:
        call = refunded_call(order.order_id.hex, back, back)
        buttons["refund_payment"] = Button(say("Refunded {amount}", amount=back), call)
    return buttons


def paid_call(order: str, amount: Decimal, method: str | None) -> Call:
    """Books that so much is paid; `order` is the hex of its id."""
    args: dict[str, Json] = {"order": order, "amount": f"{amount:.2f}", "sure": True}
    return Call("confirm_payment", args | ({"method": method} if method in METHODS else {}))


def refunded_call(order: str, amount: Decimal, most: Decimal) -> Call:
    """Books that so much has gone back of what has to, `most`."""
    sums: dict[str, Json] = {"amount": f"{amount:.2f}", "most": f"{most:.2f}"}
    return Call("refund_payment", {"order": order, **sums, "sure": True})
