"""The slash commands about tables. How each is written is in `tools/results/staff/tab_usage.py`."""

from collections.abc import Callable

from tools.kit.call import Call, Json
from tools.kit.speech import sentence
from tools.kit.staff.params import sum_of

_METHODS = ("cash", "card", "upi")


def _tables(words: str) -> Call:
    """ "", "4"."""
    return Call("show_tab", {"table": words} if words else {})


def _bill(words: str) -> Call | None:
    """ "4"."""
    return Call("bill_tab", {"table": words}) if words else None


def _move(words: str) -> Call | None:
    """ "4 7"."""
    tables = words.split()
    return Call("transfer_tab", {"table": tables[0], "to": tables[1]}) if len(tables) == 2 else None


def _merge(words: str) -> Call | None:
    """ "4 5"."""
    tables = words.split()
    return Call("merge_tabs", {"table": tables[0], "into": tables[1]}) if len(tables) == 2 else None


def _split(words: str) -> Call | None:
    """ "4 3", "4 guest", "4 line", "4"."""
    table, _, how = words.partition(" ")
    if not table:
        return None
    if how.isdecimal():
        if not 2 <= int(how) <= 20:
            return None
        return Call("split_tab", {"table": table, "how": "equal", "parts": int(how)})
    if how and how not in ("guest", "line"):
        return None
    return Call("split_tab", {"table": table, **({"how": how} if how else {})})


def _pay(words: str) -> Call | None:
    """ "4 cash", "4 upi 200", "4"."""
    table, *rest = words.casefold().split() or [""]
    args: dict[str, Json] = {"table": table}
    for word in rest:
        if word in _METHODS:
            args["method"] = word
        elif (amount := sum_of(word)) is not None:
            args["amount"] = amount
        else:
            return None
    return Call("pay_bill", args) if table else None


def _close(words: str) -> Call | None:
    """ "4"."""
    return Call("close_tab", {"table": words}) if words else None


TAB_COMMANDS: dict[str, tuple[Callable[[str], Call | None], str]] = {
    "tables": (_tables, sentence("What is open, and what a table has")),
    "bill": (_bill, sentence("The bill of a table")),
    "move": (_move, sentence("Move a table")),
    "merge": (_merge, sentence("One bill for two tables")),
    "split": (_split, sentence("Split a bill")),
    "pay": (_pay, sentence("Book what a table has paid")),
    "close": (_close, sentence("Close a table")),
}
