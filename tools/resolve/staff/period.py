"""The period a report is about."""

from collections.abc import Mapping

from tools.kit.speech import Speech
from tools.menu import words_of
from tools.menu.normalise import vocabulary

PERIODS = ("today", "yesterday", "week", "last_week", "month", "last_month")
_LAST = vocabulary("last previous past")
OTHER_TIMES = vocabulary(
    "year years quarter hour hours morning afternoon evening since monday tuesday wednesday"
    " thursday friday saturday sunday weekend january february march april may june july august"
    " september october november december days weeks months"
)
"""Times there is no report about."""


def period_of(words: str) -> str | None:
    """One of PERIODS; today where none is said. None: a period there is no report about."""
    said = {*words_of(words.replace("'s", ""))}
    last = "last_" if said & _LAST else ""
    if said & OTHER_TIMES or any(word.isdecimal() for word in said):
        return None
    if "yesterday" in said:
        return "yesterday"
    if said & {"week", "weekly"}:
        return f"{last}week"
    if said & {"month", "monthly"}:
        return f"{last}month"
    return None if last else "today"


def period_names(say: Speech) -> Mapping[str, str]:
    """What the periods are called."""
    return {
        "today": say("Today"),
        "yesterday": say("Yesterday"),
        "week": say("This week"),
        "last_week": say("Last week"),
        "month": say("This month"),
        "last_month": say("Last month"),
    }
