"""How the commands of rooms are written. Which call each makes is in bot/staff_commands.py."""

from collections.abc import Mapping
from dataclasses import dataclass

from tools.kit.result import Result
from tools.kit.speech import Speech, sentence
from tools.results.staff.question_usage import QUESTION_USAGE
from tools.results.staff.stock_usage import STOCK_USAGE
from tools.results.staff.tab_usage import TAB_USAGE

USAGE: Mapping[str, str] = {
    "bind": sentence(
        "/bind kitchen — makes this topic, or this group, the kitchen. Rooms: kitchen, counter, "
        "inventory, riders, owner. /bind kitchen Dosa, Idly & Vada: a kitchen that cooks "
        "only these categories of the menu."
    ),
    "unbind": sentence("/unbind — this topic is no room any more."),
    "staff": sentence(
        "/staff — who is on the staff. /staff add @name kitchen gives a role, in place of the one "
        "they had; as a reply to a message of theirs it needs no name. Roles: owner, manager, "
        "kitchen, counter, waiter, inventory, rider. /staff remove @name takes it away."
    ),
    "invite": sentence(
        "/invite kitchen — a code by which one person can join as that within 24 hours."
    ),
    "alerts": sentence(
        "/alerts — what this room is told of by itself, with buttons to change it. /alerts stock "
        "on, /alerts order_paid off: without buttons."
    ),
    "log": sentence("/log — who did what last. /log @name: what they did; /log idly: about idly."),
    "undo": sentence("/undo — takes back the last thing you did."),
    "language": sentence("/language hi — what you are answered in: en, hi or ta."),
    "help": sentence("/help — what can be said here. /help stock: how a command is written."),
    **STOCK_USAGE,
    **TAB_USAGE,
    **QUESTION_USAGE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageShown(Result):
    """How a command is written, or, for one there is not, all of them."""

    command: str

    def text(self, say: Speech) -> str:
        """A command a line."""
        if self.command in USAGE:
            return say(USAGE[self.command])
        lines = [say(one) for one in USAGE.values()]
        if self.command:
            unknown = say("There is no command /{name} here. There are:", name=self.command)
            lines.insert(0, unknown)
        return "\n".join(lines)
