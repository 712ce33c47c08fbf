"""order_status: "where is my order"."""

from dataclasses import dataclass

from tools.kit.result import Card, OrderCard, Result, Rows
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.kit.view import Order
from tools.results.buttons import menu_button
from tools.results.lines import all_with_quantity

_UNDER_WAY = frozenset({"placed", "accepted", "preparing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersShown(Result):
    """The customer's orders, newest first."""

    def text(self, say: Speech) -> str:
        """An order a line; none is no error."""
        if not self.view.orders:
            return say('You have no orders yet. Say "menu" to see what we have.')
        told = [_order(say, order) for order in self.view.orders]
        if any(order.status in _UNDER_WAY for order in self.view.orders):
            told.append(say("To change or cancel an order, please call the shop."))
        return "\n".join(told)

    def buttons(self, say: Speech) -> Rows:
        """The way to the next order."""
        return ((menu_button(say),),)

    def card(self, say: Speech) -> Card | None:
        """The order, when it is just one."""
        orders = self.view.orders
        return OrderCard(orders[0], told=True) if len(orders) == 1 else None


@tool(says=("where is my order", "my orders", "what is the status of order 12"))
async def order_status(turn: Turn, order_no: int | None = None) -> OrdersShown:
    """Tell how the customer's orders stand."""
    return OrdersShown(view=await turn.call("order_status", order_no))


def _order(say: Speech, order: Order) -> str:
    """ "Order #12: placed, 2x Idly, 2x Masala Dosa — ₹240, pay cash." """
    return say(
        "Order #{number}: {status}, {lines} — {total}, {payment}.",
        number=str(order.order_no),
        status=_status(say, order.status),
        lines=all_with_quantity(say, order.lines),
        total=order.total,
        payment=_payment(say, order.payment_method),
    )


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
