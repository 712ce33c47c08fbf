"""How an order leaves the shop, in words."""

from tools.menu import words_of

_CALLED = {
    "take_away": (
        "take away",
        "takeaway",
        "take out",
        "takeout",
        "parcel",
        "pick up",
        "pickup",
        "to go",
        "collect",
        "carry out",
        "self pickup",
    ),
    "dine_in": ("dine in", "dinein", "eat in", "eat here", "for here", "here", "table"),
    "delivery": ("delivery", "deliver", "home delivery", "door delivery", "deliver it", "home"),
}
_TYPE_OF = {name: order_type for order_type, names in _CALLED.items() for name in names}


def order_type_of(words: str | None) -> str | None:
    """`take_away`, `dine_in` or `delivery`, by a name of it or a sentence that holds names of one.

    SQL refuses other words by what is offered.
    """
    if not words:
        return None
    said = " ".join(words_of(words))
    if said in _TYPE_OF:
        return _TYPE_OF[said]
    held = {order_type for name, order_type in _TYPE_OF.items() if f" {name} " in f" {said} "}
    return held.pop() if len(held) == 1 else said.replace(" ", "_")
