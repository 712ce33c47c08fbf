"""Which calls a button can make, and the letter each is known by."""

from collections.abc import Mapping

from bot.channels.telegram.fields import (
    NotForButtons,
    flag,
    many,
    number,
    tag_list,
    uuid,
    word_list,
    words,
)
from bot.channels.telegram.shape import ORDER_LINE, Shape
from bot.channels.telegram.staff_payload import STAFF_SHAPES
from tools.kit.call import Call

# A letter that has been used keeps its meaning: old messages keep their buttons. New arguments
# of a tool come after the old ones.
SHAPES: Mapping[str, Shape] = {
    "a": Shape("add_to_cart", {"lines": many(ORDER_LINE, ";")}),
    "b": Shape("apply_coupon", {"code": words}),
    "c": Shape("checkout", {"order_type": words}),
    "d": Shape("set_dietary_rules", {"rules": words}),
    "e": Shape("clear_cart", {}),
    "f": Shape("choose_table", {"table": words}),
    "g": Shape("small_talk", {"kind": words}),
    "h": Shape("help", {}),
    "i": Shape("payment_help", {}),
    "j": Shape("choose_language", {"language": words}),
    "k": Shape("keep_dietary_rules", {}),
    "l": Shape("choose_pickup_time", {"when": words, "lines": many(ORDER_LINE, ";")}),
    "m": Shape("search_menu", {"query": words, "category": words, "page": number}),
    "n": Shape("remove_coupon", {}),
    "o": Shape(
        "choose_options", {"item": words, "options": word_list, "line": number, "at": words}
    ),
    "p": Shape("choose_payment", {"method": words, "checkout": uuid}),
    "q": Shape("set_quantity", {"quantity": number, "line": number, "item": words}),
    "r": Shape("remove_from_cart", {"line": number, "quantity": number, "items": word_list}),
    "s": Shape("order_status", {"order_no": number}),
    "t": Shape("choose_order_type", {"order_type": words}),
    "u": Shape(
        "update_item",
        {
            "line": number,
            "options": word_list,
            "without": word_list,
            "note": words,
            "item": words,
            "accept": tag_list,
            "quantity": number,
        },
    ),
    "v": Shape("view_cart", {}),
    "w": Shape(
        "replace_item",
        {
            "new": words,
            "line": number,
            "quantity": number,
            "options": word_list,
            "without": word_list,
            "note": words,
            "item": words,
            "accept": tag_list,
            "pieces": number,
        },
    ),
    "x": Shape("accept_conflict", {"line": number}),
    "y": Shape("reorder", {"order_no": number}),
    "z": Shape("confirm_address", {}),
    "A": Shape("give_address", {"address": words}),
    "C": Shape("cancel_order", {"order": uuid, "sure": flag, "order_no": number}),
    "H": Shape(
        "change_order",
        {
            "order": uuid,
            "line": number,
            "quantity": number,
            "total": words,
            "order_no": number,
            "item": words,
        },
    ),
    "R": Shape("issue_receipt", {"order": uuid, "order_no": number}),
    "V": Shape("rate_order", {"order": uuid, "stars": number, "words": words}),
    "N": Shape("give_phone", {"phone": words}),
    "B": Shape("ask_for_bill", {}),
    "T": Shape("view_tab", {}),
    "S": Shape("share_location", {"latitude": words, "longitude": words}),
    **STAFF_SHAPES,
}
LETTERS: Mapping[str, str] = {shape.tool: letter for letter, shape in SHAPES.items()}


def write(call: Call) -> str:
    """The call as compact text. Raises NotForButtons."""
    letter = LETTERS.get(call.tool)
    if letter is None:
        raise NotForButtons(f"{call.tool} has no letter")
    return f"{letter}.{SHAPES[letter].arguments.write(dict(call.args))}".rstrip(".")


def read(text: str) -> Call:
    """The call in a text of `write`. Raises ValueError when there is none."""
    letter, _, arguments = text.partition(".")
    shape = SHAPES.get(letter)
    if shape is None:
        raise ValueError("no tool has this letter")
    args = shape.arguments.read(arguments)
    return Call(shape.tool, args if isinstance(args, dict) else {})
