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
from tools.results.notices import how_it_goes
from tools.results.order_buttons import ways_on_with
from tools.results.order_line import order_line

_MOST_WITH_BUTTONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersShown(Result):
    """The customer's orders, newest first."""

    now: datetime

    def text(self, say: Speech) -> str:
        """Each order in a line or a few; none is no error."""
        if not self.view.orders:
            return say('You have no orders yet. Say "menu" to see what we have.')
        return "\n".join(_order(say, order, self.now) for order in self.view.orders)

    def buttons(self, say: Speech) -> Rows:
        """What can be done about the orders now, and the ways to the next one."""
        if not self.view.orders:
            return ((menu_button(say),),)
        orders = self.view.orders
        ways = [(order, ways_on_with(say, order)) for order in orders]
        open_ways = [(order, row) for order, row in ways if row][:_MOST_WITH_BUTTONS]
        rows = [
            tuple(_numbered(order, one) for one in row) if len(orders) > 1 else row
            for order, row in open_ways
        ]
        again = Call("reorder", {"order_no": orders[0].order_no})
        return (*rows, (Button(say("Order again"), again), menu_button(say)))

    def if_cancel(self) -> Call | None:
        """The only one that can be cancelled."""
        may = [order for order in self.view.orders if order.may_change]
        return Call("cancel_order", {"order": may[0].order_id.hex}) if len(may) == 1 else None

    def card(self, say: Speech) -> Card | None:
        """The order, when it is just one."""
        orders = self.view.orders
        return OrderCard(orders[0], told=True) if len(orders) == 1 else None


@tool(says=("where is my order", "my orders", "what is the status of order 12"))
async def order_status(turn: Turn, order_no: OrderNo = None) -> OrdersShown:
    """Tell how the customer's orders stand."""
    return OrdersShown(view=await turn.call("order_status", order_no), now=turn.now)


def _order(say: Speech, order: Order, now: datetime) -> str:
    """The order, and how it goes."""
    return "\n".join((order_line(say, order), *how_it_goes(say, order, now)))


def _numbered(order: Order, button: Button) -> Button:
    """ "Cancel the order #12", where several are shown."""
    return Button(f"{button.label} #{order.order_no}", button.call)
