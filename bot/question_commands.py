"""The slash commands that ask about the shop: a question, and what it is about in plain words.

How each is written is in `tools/results/staff/question_usage.py`.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial

from tools.kit.call import Call
from tools.kit.speech import sentence
from tools.resolve.staff.question import question_of

# "/top march 10": ten dishes; a day of March is written "10th", or stands in front of it.
_HOW_MANY = re.compile(
    r"(?<!last )(?<!past )(?<![\w-])(\d{1,2})(?![\w-])(?! (?:days?|weeks?|months?|hours?))"
)
LONGEST = 200


def _ask(lead: str, words: str) -> Call | None:
    """The call, where what stands after the command is a time or a comparison."""
    asked = f"{lead} {words}".strip()
    known = len(asked) <= LONGEST and question_of(asked)
    return Call("ask_shop", {"asked": asked}) if known else None


def _top(words: str) -> Call | None:
    """ "", "10", "march 10", "5 last week"."""
    number = _HOW_MANY.search(words)
    if number is None:
        return _ask("top items", words)
    rest = f"{words[: number.start()]} {words[number.end() :]}"
    return _ask(f"top {number[1]} items", " ".join(rest.split()))


QUESTION_COMMANDS: Mapping[str, tuple[Callable[[str], Call | None], str]] = {
    "revenue": (partial(_ask, "revenue"), sentence("What we took")),
    "orders": (partial(_ask, "how many orders"), sentence("How many orders there were")),
    "top": (_top, sentence("What is sold most")),
    "new_customers": (partial(_ask, "new customers"), sentence("Who is new, who came back")),
    "times": (partial(_ask, "time to ready"), sentence("How long orders take")),
    "wanted": (partial(_ask, "unmet wishes"), sentence("What was asked for in vain")),
    "cancelled": (partial(_ask, "cancellations"), sentence("What came to nothing, and why")),
    "refunds": (partial(_ask, "refunds"), sentence("What went back")),
    "summary": (partial(_ask, "summary"), sentence("The day in a few lines")),
}
