"""What an owner asks about the shop: the question, the time, the dish and how many of them."""

import re
from dataclasses import dataclass, replace

from tools.kit.staff.answer import Question
from tools.menu.normalise import words_of
from tools.resolve.staff.question_words import (
    ASKS_HOW_MUCH,
    MADE,
    SALES_OF,
    SMALL,
    SOLD,
    SUBJECTS,
)
from tools.resolve.staff.when_words import When, find_when

MOST_ITEMS = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words. `item` is the dish it is about, as it was said; `most` how many rows.

    `when` None: nothing was said of it. `versus` is what it shall be compared with.
    """

    question: Question
    when: When | None = None
    versus: When | None = None
    item: str = ""
    most: int | None = None


_COMPARED = re.compile(r" (?:vs|versus|v|against|compared (?:to|with)|compare (?:to|with)|than) ")
_TOP = re.compile(r"(?<![a-z0-9])(top|best|first) (\d{1,3})(?![a-z0-9])")
_BARE = re.compile(r"last|previous|past|before|the (?:last|previous) one|the one before")


def question_of(text: str) -> Asked | None:
    """The question of a sentence about figures; None where it is none.

    A word that is no part of a question is of a dish, and only what was sold is asked of dishes:
    whoever reads it sees to it that there is such a dish.
    """
    said = " ".join(words_of(text))
    said, _, other = _split(said)
    when, rest = find_when(said)
    versus = _versus(other, when)
    most = None
    if top := _TOP.search(rest):
        most = max(1, min(MOST_ITEMS, int(top[2])))
        rest = f"{rest[: top.start()]}top{rest[top.end() :]}"
    if other and versus is None:
        return None
    asked = _subject(rest, bool(when or versus))
    return replace(asked, when=when, versus=versus, most=most) if asked else None


def _split(said: str) -> tuple[str, str, str]:
    found = _COMPARED.search(said)
    if found is None:
        return said, "", ""
    return said[: found.start()], found[0], said[found.end() :]


def _versus(words: str, when: When | None) -> When | None:
    """ "last month"; or "last" alone, of what the time before it is."""
    if not words:
        return None
    if when is not None and _BARE.fullmatch(words):
        return replace(when, back=when.back + 1) if when.month is None else None
    versus, rest = find_when(words)
    return versus if versus and SMALL.issuperset(rest.split()) else None


def _subject(words: str, timed: bool) -> Asked | None:
    said = [word for word in words.split() if word not in SMALL]
    known, every = frozenset(said), frozenset(words.split())
    for question, subject, around in SUBJECTS:
        if every & subject and known <= subject | around and _is_asked(question, words, timed):
            return Asked(question)
    counts = every & ASKS_HOW_MUCH
    if known and known <= MADE and counts and (timed or "how" in counts):
        return Asked("revenue")
    dish = " ".join(word for word in said if word not in SOLD)
    if dish and (known & SALES_OF or (known & SOLD and "how" in counts)):
        return Asked("top_items", item=dish)
    return Asked("summary") if _greets(words) else None


def _greets(words: str) -> bool:
    """ "how are we doing", "how was the day"."""
    return bool(
        re.fullmatch(
            r"(?:so )?how (?:are|is|did|was|were) (?:we|it|the shop|business|the day)"
            r"(?: (?:doing|going|go|do|been))?",
            words,
        )
    )


def _is_asked(question: Question, words: str, timed: bool) -> bool:
    """Whether one word that has other uses too is used for this: "orders" alone is a list."""
    said = frozenset(words.split())
    match question:
        case "orders":
            return timed or bool(said & {"many", "number", "count"})
        case "time_to_ready":
            return bool(
                said & {"ready", "prep", "preparation", "kitchen", "average", "long", "take"}
            )
        case "unmatched_demand":
            return bool(said & {"dont", "didnt", "not", "unmet", "missing", "couldnt", "unmatched"}
                        or ("wanted" in said and len(said) <= 2))  # fmt: skip
        case "new_customers":
            return "order" not in said
        case "top_items":
            return bool(said - {"most"})
        case "cancellations":
            return timed or len(said & {"orders", "cancellations", "many", "reasons", "why"}) > 0
        case "refunds":
            return timed or "refunds" in said or "many" in said
        case _:
            return True
