"""An open question."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Awaited, Button


@dataclass(frozen=True, slots=True)
class Open:
    """What was asked: the answers as buttons, what a plain yes, no or "cancel it" would mean, and
    any words.

    `shown` are buttons that answer nothing, but whose label, written out, no rule reads so.
    `lists`: dishes were listed, which places refer to; `cart` are the dishes of the cart.
    """

    buttons: tuple[Button, ...]
    shown: tuple[Button, ...]
    yes: Call | None
    no: Call | None
    cancel: Call | None
    awaits: Awaited | None
    lists: bool
    cart: tuple[str, ...]
