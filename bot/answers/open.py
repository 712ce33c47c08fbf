"""An open question."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Awaited, Button


@dataclass(frozen=True, slots=True)
class Open:
    """What was asked: the answers as buttons, what a plain yes, no or "cancel it" would mean, and
    any words; `words` is a call that they complete until `until`, and the argument they are.

    `shown` are buttons that answer nothing, but whose label, written out, no rule reads so.
    `lists`: dishes were listed, which places refer to; `cart` are the dishes of the cart.
    """

    buttons: tuple[Button, ...]
    shown: tuple[Button, ...]
    yes: Call | None
    no: Call | None
    cancel: Call | None
    awaits: Awaited | None
    words: tuple[Call, str] | None
    until: float
    lists: bool
    cart: tuple[str, ...]
