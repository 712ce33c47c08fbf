"""The slash commands of the shop's rooms, and of the staff's terminal.

How each is written is in `tools/results/staff/usage.py`: a new one needs a line here and one there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.question_commands import QUESTION_COMMANDS
from bot.stock_commands import STOCK_COMMANDS
from bot.tab_commands import TAB_COMMANDS
from tools.kit.call import Call, Json
from tools.kit.speech import sentence


@dataclass(frozen=True, slots=True)
class Said:
    """What stands after a command. `about` is the user id of whom it is a reply to or mentions."""

    words: str = ""
    about: str | None = None


Read = Callable[[Said], Call | None]
"""The call of a command; None where it is not written like that: then its usage is told."""


@dataclass(frozen=True, slots=True)
class StaffCommand:
    """What a command's call is, and the words the menu of commands shows for it, in English."""

    read: Read
    description: str


def plain(tool: str, takes: str | None = None) -> Read:
    """A tool that takes what stands after the command as its argument `takes`, or nothing."""

    def read(said: Said) -> Call:
        return Call(tool, {takes: said.words} if takes and said.words else {})

    return read


def _words_to(read: Callable[[str], Call | None]) -> Read:
    """A command that needs only the words after it."""
    return lambda said: read(said.words)


def _bind(said: Said) -> Call:
    kind, _, rest = said.words.partition(" ")
    args: dict[str, Json] = {"kind": kind} if kind else {}
    if stations := [part.strip() for part in rest.split(",") if part.strip()]:
        args["stations"] = [*stations]
    return Call("bind_room", args)


def _staff(said: Said) -> Call | None:
    """ "", "add @ravi kitchen", "add kitchen" as a reply, "remove @ravi"."""
    if not said.words:
        return Call("list_staff")
    act, *words = said.words.split()
    who = next((word for word in words if word.startswith("@") or word.isdecimal()), said.about)
    rest = " ".join(word for word in words if not (word.startswith("@") or word.isdecimal()))
    if who is None or act.casefold() not in ("add", "remove"):
        return None
    if act.casefold() == "remove":
        return Call("remove_staff", {"who": who})
    return Call("add_staff", {"who": who, "role": rest})


def _log(said: Said) -> Call:
    about = said.words or said.about
    return Call("show_log", {"about": about} if about else {})


def _help(said: Said) -> Call:
    """ "", "stock", "/stock"."""
    name = said.words.removeprefix("/").casefold()
    return Call("show_usage", {"command": name}) if name else Call("help")


def _alerts(said: Said) -> Call | None:
    """ "", "order_paid off", "stock on"."""
    if not said.words:
        return Call("set_alerts")
    alerts, _, to = said.words.rpartition(" ")
    if not alerts or to.casefold() not in ("on", "off"):
        return None
    return Call("set_alerts", {"alerts": alerts, "to": to.casefold()})


STAFF_COMMANDS: Mapping[str, StaffCommand] = {
    "bind": StaffCommand(_bind, sentence("Make this topic a room of the shop")),
    "unbind": StaffCommand(plain("unbind_room"), sentence("This topic is no room any more")),
    "staff": StaffCommand(_staff, sentence("Who is on the staff; add and remove")),
    "invite": StaffCommand(plain("invite_staff", "role"), sentence("A code to join by")),
    "alerts": StaffCommand(_alerts, sentence("What this room is told of by itself")),
    "log": StaffCommand(_log, sentence("Who did what")),
    "undo": StaffCommand(plain("undo"), sentence("Take back what I did last")),
    "language": StaffCommand(
        plain("choose_language", "language"), sentence("What I am answered in")
    ),
    "help": StaffCommand(_help, sentence("What can be said here")),
    **{
        name: StaffCommand(_words_to(read), description)
        for name, (read, description) in (
            {**STOCK_COMMANDS, **TAB_COMMANDS, **QUESTION_COMMANDS}
        ).items()
    },
}


def staff_call_of(name: str, said: Said) -> Call | None:
    """The call of a command of the staff; None for an unknown one."""
    known = name.casefold()
    command = STAFF_COMMANDS.get(known)
    if command is None:
        return None
    return command.read(said) or Call("show_usage", {"command": known})
