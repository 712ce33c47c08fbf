"""The slash commands, the same in every channel that has them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tools.kit.call import Call


@dataclass(frozen=True, slots=True)
class Command:
    """A command's call, and the words a channel's command menu shows for it."""

    call: Call
    description: str


COMMANDS: Mapping[str, Command] = {
    "start": Command(Call("small_talk", {"kind": "greeting"}), "Say hello"),
    "menu": Command(Call("search_menu"), "Show the menu"),
    "cart": Command(Call("view_cart"), "Show my cart"),
    "checkout": Command(Call("checkout"), "Order what is in my cart"),
    "orders": Command(Call("order_status"), "Show my orders"),
    "again": Command(Call("reorder"), "Same as last time"),
    "diet": Command(Call("set_dietary_rules"), "What I may not eat"),
    "later": Command(Call("choose_pickup_time"), "Order for later"),
    "help": Command(Call("help"), "What I can do"),
}
