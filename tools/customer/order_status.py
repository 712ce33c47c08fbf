"""order_status: "where is my order"."""

from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call
from tools.kit.params import OrderNo
from tools.kit.result import Button, Card, OrderCard, Result, Rows
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.kit.view import Order
from tools.results.buttons import menu_button
from tools.results.lines import all_with_quantity
from tools.results.ticket import ticket_head

_UNDER_WAY = frozenset({"placed", "accepted", "preparing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersShown(Result):
    """The customer's orders, newest first."""

    now: datetime

    def text(self, say: Speech) -> str:
        """An order a line; none is no error."""
        if not self.view.orders:
            return say('You have no orders yet. Say "menu" to see what we have.')
        told = [_order(say, order, self.now) for order in self.view.orders]
        if any(order.status in _UNDER_WAY for order in self.view.orders):
            told.append(say("To change or cancel an order, please call the shop."))
        return "\n".join(told)

    def buttons(self, say: Speech) -> Rows:
        """The ways to the next order."""
        if not self.view.orders:
            return ((menu_button(say),),)
        newest = Call("reorder", {"order_no": self.view.orders[0].order_no})
        return ((Button(say("Order again"), newest), menu_button(say)),)

    def card(self, say: Speech) -> Card | None:
        """The order, when it is just one."""
        orders = self.view.orders
        return OrderCard(orders[0], told=True) if len(orders) == 1 else None


@tool(says=("where is my order", "my orders", "what is the status of order 12"))
async def order_status(turn: Turn, order_no: OrderNo = None) -> OrdersShown:
    """Tell how the customer's orders stand."""
    return OrdersShown(view=await turn.call("order_status", order_no), now=turn.now)


def _order(say: Speech, order: Order, now: datetime) -> str:
    """ "Order #12: placed, 2x Idly, 2x Masala Dosa — ₹240, pay cash." and what heads it."""
    told = say(
        "Order #{number}: {status}, {lines} — {total}, {payment}.",
        number=str(order.order_no),
        status=_status(say, order.status),
        lines=all_with_quantity(say, order.lines),
        total=order.total,
        payment=_payment(say, order.payment_method),
    )
    return "\n".join([told, *ticket_head(say, order, now)])


def _status(say: Speech, status: str) -> str:
    known = {
        "placed": say("placed"),
        "accepted": say("accepted"),
        "preparing": say("being prepared"),
        "ready": say("ready"),
        "completed": say("completed"),
        "cancelled": say("cancelled"),
    }
    return known.get(status, status.replace("_", " "))


def _payment(say: Speech, method: str) -> str:
    known = {"cash": say("pay cash"), "card": say("pay by card"), "upi": say("pay by UPI")}
    return known.get(method, method)
