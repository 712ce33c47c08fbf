"""The call of a sentence about what a table has and pays."""

import re
from collections.abc import Callable

from bot.intent.rules.staff.table import Mention, mentions_in
from bot.intent.rules.staff.tabs.about import ASKS_BILL, CLOSE, MERGE, MOVE, SPLIT, About
from bot.intent.rules.staff.tabs.bill import billed, paid, split
from bot.intent.rules.staff.tabs.serving import closed, moved, of_all, shown, taken_off
from bot.intent.rules.staff.words import asks, denies
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call

_DOINGS = MOVE | MERGE | SPLIT | ASKS_BILL | CLOSE | word_set("show and print")
_SHORT = re.compile(r"t\d{1,3}")
_READERS: tuple[Callable[[About], Call | None], ...] = (
    moved,
    split,
    paid,
    billed,
    closed,
    shown,
    taken_off,
)


def read_tabs(tokens: Tokens) -> tuple[Call, ...]:
    """The call of a sentence about what a table has and pays; none of one that only orders."""
    if denies(tokens):
        return ()
    found = _mentions(tokens)
    outside = [
        token
        for at, token in enumerate(tokens)
        if not any(one.start <= at < one.end for one in found)
    ]
    about = About(tuple(one.name for one in found), tuple(outside), asks(tokens))
    if not found:
        return of_all(about)
    for read in _READERS:
        if call := read(about):
            return (call,)
    return ()


def _mentions(tokens: Tokens) -> list[Mention]:
    """The tables, "T4" right after what is done with it too."""
    found = {one.start: one for one in mentions_in(tokens)}
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].word in _DOINGS and _SHORT.fullmatch(token.word):
            found[at] = Mention(at, at + 1, token.word[1:])
    return [found[start] for start in sorted(found)]
