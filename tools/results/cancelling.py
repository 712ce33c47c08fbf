"""An order its customer wants to cancel: asked once more, with what goes back; then done."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import Order
from tools.results.bill import bill
from tools.results.buttons import menu_button, status_button
from tools.results.order_buttons import cancel_button
from tools.results.refunds import refunds


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelling(Result):
    """Which order, whether really, or that it is cancelled. Without an order it was the cart."""

    def text(self, say: Speech) -> str:
        """ "Shall I cancel order #12? …", "Order #12 is cancelled. …" """
        orders = self.view.orders
        if not orders:
            return say("Your cart is empty now. What would you like to order?")
        if len(orders) > 1:
            return say("Which order shall I cancel?")
        (order,) = orders
        number = str(order.order_no)
        if not order.may_change:
            done = say("Order #{number} is cancelled.", number=number)
            return "\n".join([done, *_money(say, order)])
        return "\n".join(
            [
                say("Shall I cancel order #{number}?", number=number),
                *bill(say, order.lines, order.charges),
                say("Total: {total}", total=order.total),
                *_money(say, order),
            ]
        )

    def buttons(self, say: Speech) -> Rows:
        """Yes or no; an order each where several may be meant, and the cart beside them."""
        orders = self.view.orders
        cart = Button(say("Only empty my cart"), Call("clear_cart"))
        beside = ((cart,),) if self.view.lines else ()
        if len(orders) > 1:
            return (*((_named(say, order),) for order in orders), *beside)
        if self.asked is None:
            return ((menu_button(say), status_button(say)),)
        keep = Button(say("No, keep it"), Call("order_status", {"order_no": self.asked.order_no}))
        return ((cancel_button(say, self.asked, sure=True), keep), *beside)

    def if_yes(self) -> Call | None:
        """Cancel it."""
        if self.asked is None:
            return None
        return Call("cancel_order", {"order": self.asked.order_id.hex, "sure": True})

    def if_no(self) -> Call | None:
        """Keep it, and show how it stands."""
        return Call("order_status", {"order_no": self.asked.order_no}) if self.asked else None

    @property
    def asked(self) -> Order | None:
        """The one order that is asked about."""
        orders = self.view.orders
        return orders[0] if len(orders) == 1 and orders[0].may_change else None


def _money(say: Speech, order: Order) -> list[str]:
    return [*refunds(say, order)] or [say("Nothing has been paid, so nothing goes back.")]


def _named(say: Speech, order: Order) -> Button:
    label = f"{say('Order #{number}', number=order.order_no)} — {say.money(order.total)}"
    return Button(label, cancel_button(say, order).call)
