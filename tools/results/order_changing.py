"""A placed order its customer changes: which line, what it would come to, and that it is so."""

from dataclasses import dataclass
from decimal import Decimal

from tools.kit.call import Call, Json
from tools.kit.enclosure import Enclosure
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import CartLine, Order, OrderChange
from tools.results.bill import bill
from tools.results.buttons import menu_button, status_button
from tools.results.lines import described, with_quantity
from tools.results.order_buttons import cancel_button
from tools.results.order_placed import pay_code
from tools.results.refunds import payment_state

MINUS = "\N{MINUS SIGN}"
MOST = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderChanging(Result):
    """Nothing is changed before the customer has seen the new total and agreed."""

    quantity: int | None = None

    def text(self, say: Speech) -> str:
        """ "Order #12 would come to ₹160 then (now ₹240). Shall I change it?" """
        orders, change = self.view.orders, self.view.change
        if not orders:
            return say('You have no order that can be changed. Say "menu" to see what we have.')
        if len(orders) > 1:
            return say("Which order shall I change?")
        (order,) = orders
        number = str(order.order_no)
        if change is None and self.view.ask_lines:
            return say("Which one do you mean?")
        if change is None:
            head = say("What shall I change of order #{number}?", number=number)
            return "\n".join([head, *bill(say, order.lines, order.charges)])
        if change.made:
            return self._made(say, order)
        told = _told(say, change)
        ask = say(
            "Order #{number} then comes to {total} (now {was}). Shall I change it?",
            number=number,
            total=change.total,
            was=change.total_was,
        )
        return "\n".join([told, *_money(say, order, change), ask])

    def buttons(self, say: Speech) -> Rows:
        """An order or a line each; yes or no; then the way on."""
        orders, change = self.view.orders, self.view.change
        if len(orders) > 1:
            return tuple((_which(say, order),) for order in orders)
        if not orders:
            return ((menu_button(say), status_button(say)),)
        (order,) = orders
        if change is not None and not change.made:
            keep = Call("order_status", {"order_no": order.order_no})
            return (
                (Button(say("Yes, change it"), _call(order, change, change.total)),),
                (Button(say("No, leave it"), keep),),
            )
        if change is None and self.view.ask_lines and self.quantity is not None:
            lines = [line for line in order.lines if line.line_no in self.view.ask_lines]
            return tuple(
                (Button(with_quantity(say, line), _set(order, line, self.quantity)),)
                for line in lines
            )
        rows = [row for line in order.lines for row in _line_rows(say, order, line)]
        return (*rows, (cancel_button(say, order), status_button(say)))

    def enclosure(self, say: Speech) -> Enclosure | None:
        """A code for the new sum, where it is paid by phone: the old one asks for the old."""
        change = self.view.change
        return pay_code(say, self.view.orders[0]) if change and change.made else None

    def if_yes(self) -> Call | None:
        """Change it."""
        change = self.view.change
        if change is None or change.made:
            return None
        return _call(self.view.orders[0], change, change.total)

    def if_no(self) -> Call | None:
        """Leave it, and show how it stands."""
        change = self.view.change
        if change is None or change.made:
            return None
        return Call("order_status", {"order_no": self.view.orders[0].order_no})

    def _made(self, say: Speech, order: Order) -> str:
        head = say("Order #{number} now is:", number=str(order.order_no))
        total = say("Total: {total}", total=order.total)
        state = payment_state(say, order)
        told = [head, *bill(say, order.lines, order.charges), f"{total}, {state}."]
        back = order.paid - order.total
        if back > 0:
            told.append(say("{amount} goes back to you.", amount=back))
        return "\n".join(told)


def _told(say: Speech, change: OrderChange) -> str:
    if change.quantity == 0:
        return say("{item} would be taken out.", item=change.item_name)
    return say(
        "{item}: {quantity} instead of {was}.",
        item=change.item_name,
        quantity=change.quantity,
        was=change.was,
    )


def _money(say: Speech, order: Order, change: OrderChange) -> list[str]:
    """What goes back of what is paid, or what is to pay on top of it."""
    rest = change.total - order.paid
    if not order.paid or rest == 0:
        return []
    if rest < 0:
        return [say("{amount} goes back to you.", amount=-rest)]
    return [say("{amount} is to be paid on top.", amount=rest)]


def _line_rows(say: Speech, order: Order, line: CartLine) -> Rows:
    fewer = Button(f"{MINUS} {described(say, line)}", _set(order, line, line.quantity - 1))
    more = Button("+", _set(order, line, line.quantity + 1))
    return ((fewer, more) if line.quantity < MOST else (fewer,),)


def _set(order: Order, line: CartLine, quantity: int) -> Call:
    args: dict[str, Json] = {"line": line.line_no, "quantity": quantity}
    return Call("change_order", {"order": order.order_id.hex, **args})


def _call(order: Order, change: OrderChange, total: Decimal) -> Call:
    args: dict[str, Json] = {"line": change.line_no, "quantity": change.quantity}
    return Call("change_order", {"order": order.order_id.hex, **args, "total": f"{total:.2f}"})


def _which(say: Speech, order: Order) -> Button:
    label = f"{say('Order #{number}', number=order.order_no)} — {say.money(order.total)}"
    return Button(label, Call("change_order", {"order": order.order_id.hex}))
