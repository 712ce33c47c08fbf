"""What becomes of the money of an order, in words."""

from collections.abc import Iterator

from tools.kit.speech import Speech
from tools.kit.view import Order, Payment

_HELD = ("paid", "refund_due")


def refunds(say: Speech, order: Order) -> Iterator[str]:
    """Of an order that will not be: what goes back, tender by tender."""
    for one in order.payments:
        if one.status in (*_HELD, "refunded"):
            yield _refund(say, one)


def payment_state(say: Speech, order: Order) -> str:
    """ "paid", "pay cash", "nothing to pay"; of an order that was changed, what is still open."""
    if order.status in ("rejected", "cancelled"):
        return say("nothing to pay")
    owed = order.total - order.paid
    if owed <= 0:
        return say("paid")
    if order.paid:
        return say("{amount} still to pay", amount=owed)
    known = {
        "cash": say("pay cash"),
        "card": say("pay by card"),
        "upi": say("pay by UPI"),
        "telegram": say("pay by card"),
        "tab": say("on the table's bill"),
    }
    return known.get(order.payment_method, order.payment_method)


def tender_name(say: Speech, method: str) -> str:
    """ "by UPI", "in cash"."""
    known = {
        "cash": say("in cash"),
        "card": say("by card"),
        "upi": say("by UPI"),
        "telegram": say("by card in Telegram"),
        "counter": say("at the counter"),
    }
    return known.get(method, method)


def _refund(say: Speech, payment: Payment) -> str:
    how = tender_name(say, payment.method)
    if payment.status in _HELD:
        return say(
            "{amount} paid {how} goes back to you.",
            amount=payment.amount - payment.refunded,
            how=how,
        )
    return say("{amount} paid {how} has gone back to you.", amount=payment.refunded, how=how)
