"""The slash commands, the same in every channel that has them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.speech import sentence

# What a link or a code on a table opens the bot with: t.me/<bot>?start=table-4
_TABLE_CODE = re.compile(r"table-([A-Za-z0-9-]{1,12})")
# And what a one-time code for staff opens it with: t.me/<bot>?start=join-<code>
_JOIN_CODE = re.compile(r"join-([A-Za-z0-9_-]{1,48})")


@dataclass(frozen=True, slots=True)
class Command:
    """A command's call, and the words a channel's command menu shows for it.

    `takes` is the argument of the call that words after the command are: "/language hi".
    """

    call: Call
    description: str
    takes: str | None = None

    def with_words(self, words: str) -> Call:
        """The call, with what was typed after the command where it takes that."""
        if not (self.takes and words):
            return self.call
        return Call(self.call.tool, {**self.call.args, self.takes: words})


COMMANDS: Mapping[str, Command] = {
    "start": Command(Call("small_talk", {"kind": "greeting"}), sentence("Say hello")),
    "menu": Command(Call("search_menu"), sentence("Show the menu")),
    "cart": Command(Call("view_cart"), sentence("Show my cart")),
    "checkout": Command(Call("checkout"), sentence("Order what is in my cart")),
    "orders": Command(Call("order_status"), sentence("Show my orders")),
    "again": Command(Call("reorder"), sentence("Same as last time")),
    "diet": Command(Call("set_dietary_rules"), sentence("What I may not eat")),
    "later": Command(Call("choose_pickup_time"), sentence("Order for later")),
    "table": Command(Call("choose_table"), sentence("I am at a table"), takes="table"),
    "bill": Command(Call("ask_for_bill"), sentence("The bill of my table")),
    "address": Command(Call("give_address"), sentence("Where to deliver"), takes="address"),
    "coupon": Command(Call("apply_coupon"), sentence("Use a promo code"), takes="code"),
    "cancel": Command(Call("cancel_order"), sentence("Cancel my order")),
    "receipt": Command(Call("issue_receipt"), sentence("My receipt")),
    "paysupport": Command(Call("payment_help"), sentence("Help with a payment")),
    "language": Command(
        Call("choose_language"), sentence("Choose your language"), takes="language"
    ),
    "help": Command(Call("help"), sentence("What I can do")),
}


def call_of(name: str, words: str) -> Call | None:
    """The call of a command and the words after it; None for an unknown one."""
    command = COMMANDS.get(name.casefold())
    if name.casefold() == "join":
        # It is for whom it was told to, so no menu of commands shows it.
        return Call("join_staff", {"code": words.strip()})
    if command is None:
        return None
    scanned = _TABLE_CODE.fullmatch(words.strip()) if name.casefold() == "start" else None
    if scanned:
        return Call("choose_table", {"table": scanned[1]})
    invited = _JOIN_CODE.fullmatch(words.strip()) if name.casefold() == "start" else None
    if invited:
        return Call("join_staff", {"code": invited[1]})
    return command.with_words(words.strip())
