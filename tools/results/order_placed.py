"""An order that was placed, and how it is paid."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from tools.kit.call import Call
from tools.kit.enclosure import Enclosure, PayCode
from tools.kit.result import Card, OrderCard, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import Order, Payment
from tools.results.bill import ready
from tools.results.buttons import menu_button, status_button
from tools.results.tab import bill_button, tab_button
from tools.results.ticket import ticket_head


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPlaced(Result):
    """The order, placed once however often it was confirmed."""

    order: Order
    now: datetime

    def text(self, say: Speech) -> str:
        """ "Order placed successfully! Order #12 - Total: ₹240. …" and what heads the ticket."""
        told = [
            say(
                "Order placed successfully! Order #{number} - Total: {total}. {how_to_pay} "
                "Thank you!",
                number=str(self.order.order_no),
                total=self.order.total,
                how_to_pay=how_to_pay(say, self.order),
            ),
            *ticket_head(say, self.order, self.now),
        ]
        return "\n".join(told)

    def buttons(self, say: Speech) -> Rows:
        """What one does after ordering."""
        if self.order.payment_method == "tab":
            return ((menu_button(say), tab_button(say)), (bill_button(say),))
        return ((status_button(say), menu_button(say)),)

    def card(self, say: Speech) -> Card | None:
        """The order with its lines."""
        return OrderCard(self.order, ready=self._ready(say))

    def if_cancel(self) -> Call | None:
        """This very order, which is asked about once more."""
        return Call("cancel_order", {"order": self.order.order_id.hex})

    def enclosure(self, say: Speech) -> Enclosure | None:
        """The code to pay by UPI, while that is open."""
        return pay_code(say, self.order)

    def _ready(self, say: Speech) -> str:
        """When it will be ready; a time the customer has named needs no telling."""
        if self.order.pickup_at is not None:
            return ""
        return ready(say, self.order.ready_at, self.now, self.order.order_type)


def pay_code(say: Speech, order: Order) -> PayCode | None:
    """The UPI link of what an order still asks for; None where it asks for nothing that way."""
    asked = _by_phone(order)
    if asked is None or asked.pay_to is None:
        return None
    words = {
        "pa": asked.pay_to.upi_id,
        "pn": asked.pay_to.name,
        "am": f"{asked.amount:.2f}",
        "cu": "INR",
        "tn": asked.reference or "",
    }
    link = "upi://pay?" + "&".join(f"{key}={quote(word, '@')}" for key, word in words.items())
    caption = say("{total}, reference {reference}", total=asked.amount, reference=words["tn"])
    return PayCode(link, caption)


def how_to_pay(say: Speech, order: Order) -> str:
    """ "Please pay cash when you pick up."; of a paid order, that it is."""
    if any(one.status == "paid" for one in order.payments):
        return say("It is paid.")
    if (asked := _by_phone(order)) is not None:
        return say(
            "Please pay {total} by UPI with the code; the reference is {reference}.",
            total=asked.amount,
            reference=asked.reference or "",
        )
    return _at_the_counter(say, order)


def _at_the_counter(say: Speech, order: Order) -> str:
    """Of an order that is paid when it is there."""
    match order.payment_method, order.order_type:
        case "tab", _:
            return say("It is on your table's bill.")
        case "cash", "take_away":
            return say("Please pay cash when you pick up.")
        case "card", "take_away":
            return say("Please pay by card when you pick up.")
        case "upi", "take_away":
            return say("Please pay by UPI when you pick up.")
        case "cash", "delivery":
            return say("Please pay cash when it arrives.")
        case "cash", _:
            return say("Please pay cash at the counter.")
        case "card", _:
            return say("Please pay by card at the counter.")
        case _:
            return say("Please pay by UPI at the counter.")


def _by_phone(order: Order) -> Payment | None:
    """The tender by UPI that waits for the customer's phone."""
    asked = (one for one in order.payments if one.pay_to is not None)
    return next(asked, None)
