"""What the calls of a turn are called in the vocabulary of the cases."""

from collections.abc import Mapping, Sequence

from tools.kit.call import Call
from tools.kit.turn import Role

# Tools whose name differs. Every other tool is called there as it is here; set_dietary_rules and
# choose_pickup_time have no counterpart and keep their names.
_TOOLS: Mapping[str, str] = {
    "not_understood": "out_of_scope",
    "choose_order_type": "set_order_type",
    "choose_options": "search_menu",
    "replace_item": "update_item",
    "did_you_mean": "add_to_cart",
    "ask_for_bill": "view_cart",
    "view_tab": "view_cart",
}
# small_talk is seven intents there. Its kind may be the customer's own word.
_TALK: Mapping[str, str] = {
    "greeting": "greeting",
    "thanks": "thanks",
    "goodbye": "goodbye",
    "wait": "wait",
    "stop": "abort",
    "okay": "confirm",
    "yes": "confirm",
    "no": "deny",
}
# Said beside what a sentence is about: "hi, I'm allergic to nuts, one coffee please" is an order.
_BESIDE = frozenset({"small_talk", "set_dietary_rules"})

# What staff say like customers; their other intents are called staff_ and the tool.
_OF_ALL = frozenset({"not_understood", "help"})


def intent_of(calls: Sequence[Call], role: Role = "customer") -> str:
    """The intent of a turn: that of the first call that is not said beside another."""
    if role == "staff" and calls[0].tool not in _OF_ALL:
        return f"staff_{calls[0].tool}"
    about = next((call for call in calls if call.tool not in _BESIDE), calls[0])
    if about.tool == "small_talk":
        return _TALK.get(str(about.args.get("kind", "greeting")).casefold(), "smalltalk")
    return _TOOLS.get(about.tool, about.tool)
