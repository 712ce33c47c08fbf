"""Buttons about one order. They carry its id: a number is used again the next day."""

from tools.kit.call import Call
from tools.kit.result import Button
from tools.kit.speech import Speech
from tools.kit.view import Order


def cancel_button(say: Speech, order: Order, *, sure: bool = False) -> Button:
    """Asks whether to cancel it; a sure one does."""
    if sure:
        return Button(
            say("Yes, cancel it"), Call("cancel_order", {"order": order.order_id.hex, "sure": True})
        )
    return Button(say("Cancel the order"), Call("cancel_order", {"order": order.order_id.hex}))


def change_button(say: Speech, order: Order) -> Button:
    """Shows its lines with what can be changed of them."""
    return Button(say("Change it"), Call("change_order", {"order": order.order_id.hex}))


def receipt_button(say: Speech, order: Order) -> Button:
    """Hands out its receipt."""
    return Button(say("Receipt"), Call("issue_receipt", {"order": order.order_id.hex}))


def ways_on_with(say: Speech, order: Order) -> tuple[Button, ...]:
    """What can be done about an order now."""
    ways = [change_button(say, order), cancel_button(say, order)] if order.may_change else []
    if order.has_receipt:
        ways.append(receipt_button(say, order))
    return tuple(ways)
