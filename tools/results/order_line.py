"""A placed order in a line."""

from tools.kit.speech import Speech
from tools.kit.statuses import status_name
from tools.kit.view import Order
from tools.results.lines import all_with_quantity
from tools.results.refunds import payment_state


def order_line(say: Speech, order: Order) -> str:
    """ "Order #12: accepted, 2x Idly — ₹80, pay cash." """
    return say(
        "Order #{number}: {status}, {lines} — {total}, {payment}.",
        number=str(order.order_no),
        status=status_name(say, order.status),
        lines=all_with_quantity(say, order.lines),
        total=order.total,
        payment=payment_state(say, order),
    )
