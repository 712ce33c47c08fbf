"""Buttons that stand under many replies."""

from collections.abc import Sequence

from tools.kit.call import Call
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.view import SessionView


def menu_button(say: Speech) -> Button:
    """Shows the menu."""
    return Button(say("Menu"), Call("search_menu"))


def cart_button(say: Speech) -> Button:
    """Shows the cart."""
    return Button(say("View cart"), Call("view_cart"))


def checkout_button(say: Speech) -> Button:
    """Starts to check out."""
    return Button(say("Checkout"), Call("checkout"))


def status_button(say: Speech) -> Button:
    """Shows the customer's orders."""
    return Button(say("My orders"), Call("order_status"))


def ways_on(say: Speech, view: SessionView | None) -> Rows:
    """To the menu and the cart, for somebody who never types; an empty cart is no place to go."""
    if view is not None and not view.lines:
        return ((menu_button(say),),)
    return ((menu_button(say), cart_button(say)),)


def in_rows(buttons: Sequence[Button], width: int = 2) -> Rows:
    """The buttons in rows of `width`."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
