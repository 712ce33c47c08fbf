"""The calls that buttons of the staff make. Two letters each; a pair keeps its meaning for ever."""

from collections.abc import Mapping

from bot.channels.telegram.fields import flag, many, money, number, uuid, word_list, words
from bot.channels.telegram.shape import ORDER_LINE, Shape

STAFF_SHAPES: Mapping[str, Shape] = {
    "ac": Shape("accept_order", {"order": uuid, "minutes": number, "order_no": number}),
    "ak": Shape("ask_shop", {"asked": words, "item": words}),
    "al": Shape("set_alerts", {"alerts": words, "to": words}),
    "as": Shape("add_staff", {"who": words, "role": words, "sure": flag}),
    "at": Shape("add_to_table", {"table": words, "lines": many(ORDER_LINE, ";"), "guest": words}),
    "br": Shape("bind_room", {"kind": words, "sure": flag, "stations": word_list}),
    "bt": Shape("bill_tab", {"table": words}),
    "cc": Shape(
        "cancel_for_customer",
        {"order": uuid, "reason": words, "order_no": number, "in_words": flag},
    ),
    "co": Shape("complete_order", {"order": uuid, "order_no": number}),
    "cp": Shape(
        "confirm_payment",
        {"order": uuid, "order_no": number, "method": words, "amount": money, "sure": flag},
    ),
    "cs": Shape("check_stock", {"item": words}),
    "ct": Shape("close_tab", {"table": words}),
    "iv": Shape("invite_staff", {"role": words, "sure": flag}),
    "lm": Shape("set_low_mark", {"item": words, "low": words}),
    "lo": Shape("check_orders", {"order": uuid, "order_no": number}),
    "ls": Shape("list_staff", {}),
    "ma": Shape("mark_available", {"items": word_list}),
    "mr": Shape("mark_ready", {"order": uuid, "minutes": number, "order_no": number}),
    "mt": Shape("merge_tabs", {"table": words, "into": words}),
    "mu": Shape("mark_unavailable", {"items": word_list, "when": words}),
    "nm": Shape("never_mind", {}),
    "pb": Shape(
        "pay_bill",
        {"table": words, "bill": number, "method": words, "amount": money, "sure": flag},
    ),
    "pr": Shape("set_price", {"item": words, "price": money, "was": money}),
    "rj": Shape(
        "reject_order", {"order": uuid, "reason": words, "order_no": number, "in_words": flag}
    ),
    "rp": Shape(
        "refund_payment",
        {"order": uuid, "amount": money, "order_no": number, "most": money, "sure": flag},
    ),
    "rs": Shape("remove_staff", {"who": words, "sure": flag}),
    "rt": Shape("remove_from_table", {"table": words, "item": words, "quantity": number}),
    "sh": Shape("show_tab", {"table": words}),
    "sl": Shape("show_log", {"about": words}),
    "so": Shape("send_out", {"order": uuid, "order_no": number}),
    "sp": Shape("split_tab", {"table": words, "how": words, "parts": number}),
    "st": Shape("start_order", {"order": uuid, "minutes": number, "order_no": number}),
    "su": Shape("show_usage", {"command": words}),
    "tt": Shape("transfer_tab", {"table": words, "to": words}),
    "ub": Shape("unbind_room", {"sure": flag}),
    "un": Shape("undo", {}),
    "us": Shape("update_stock", {"item": words, "pieces": number, "how": words, "amount": words}),
}
