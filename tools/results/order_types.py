"""The ways to have an order, in words."""

from tools.kit.speech import Speech


def order_type_name(say: Speech, order_type: str) -> str:
    """ "take-away"."""
    known = {
        "take_away": say("take-away"),
        "dine_in": say("dine-in"),
        "delivery": say("delivery"),
    }
    return known.get(order_type, order_type.replace("_", " "))
