"""What tables want: "table 4 needs a Coke", "coke for Asha at table 4"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Token, Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call, Json

Order = Callable[[str], tuple[Call, ...]]

_TABLE = word_set("table tables tbl")
_NUMBERED = word_set("no number num .")
_LEADS = word_set("for to at on of from by")
_WANTS = word_set(
    "s needs need wants want would like likes d asks asked asking for orders ordered ordering order"
    " gets get is has have having takes take will are wanted says said"
)
_IS = word_set("is are s d will")
"""What is so of a table need be no wish: "table 4 is loud"."""
_NOBODY = word_set(
    "the a an me us him her them all everyone everybody now later today tonight tomorrow here there"
    " two kids kid child children baby guest guests customer customers free sharing share take"
    " takeaway away parcel lunch dinner breakfast starters starter dessert main mains and or no"
    " with without extra more one it that this table tables"
)
_NAME = re.compile(r"[a-z]?\d{1,4}[a-z]?")
_SHORT = re.compile(r"t\d{1,3}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A table's name, and where it is said."""

    start: int
    end: int
    name: str


def read_tables(tokens: Tokens, order: Order) -> tuple[Call, ...]:
    """A call for each table: what is left of its part of the sentence is an order, and no more."""
    mentions = mentions_in(tokens)
    if not mentions:
        return ()
    if mentions[0].start == 0:
        bounds = [*(one.start for one in mentions), len(tokens)]
    else:
        bounds = [0, *(one.end for one in mentions[:-1]), len(tokens)]
    calls = [
        _served(tokens[start:end], one, start, order)
        for one, (start, end) in zip(mentions, pairwise(bounds), strict=True)
    ]
    known = [call for call in calls if call is not None]
    return tuple(known) if len(known) == len(calls) else ()


def _served(tokens: Tokens, table: Mention, offset: int, order: Order) -> Call | None:
    before = [*tokens[: table.start - offset]]
    after = [*tokens[table.end - offset :]]
    while before and _leads(before[-1]):
        before.pop()
    wants = False
    while after and (after[0].kind == "break" or after[0].word in _WANTS):
        word = after.pop(0)
        wants |= word.kind == "word" and word.word not in _IS
    while before and not after and (before[0].kind == "break" or before[0].word == "and"):
        before.pop(0)
    while after and (after[-1].kind == "break" or after[-1].word == "and"):
        after.pop()
    dishes, guest = _for_whom([*before, *after], order)
    wish = " ".join(token.text for token in dishes)
    # Who wants something wants a dish, one the menu does not have too.
    for words in (wish, f"add {wish}") if wants else (wish,):
        calls = order(words)
        if len(calls) == 1 and calls[0].tool == "add_to_cart":
            return Call("add_to_table", {"table": table.name, **calls[0].args, **guest})
    return None


def _for_whom(tokens: Tokens, order: Order) -> tuple[Tokens, dict[str, Json]]:
    """What is wanted, and for which guest: "a coke | for Asha", "for Asha | a coke"."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].word != "for":
            continue
        if at == 0:
            ends = [end for end, one in enumerate(tokens) if one.kind == "break"][:1] or [2]
        else:
            ends = [len(tokens)]
        name, rest = tokens[at + 1 : ends[0]], [*tokens[:at], *tokens[ends[0] :]]
        if rest and _is_name(name) and not _is_dish(name, order):
            whom = " ".join(one.text for one in name)
            return rest, {"guest": whom.title() if whom.islower() else whom}
    return tokens, {}


def _is_name(tokens: Tokens) -> bool:
    return 1 <= len(tokens) <= 2 and all(
        one.kind == "word" and one.word.isalpha() and one.word not in _NOBODY for one in tokens
    )


def _is_dish(tokens: Tokens, order: Order) -> bool:
    calls = order(" ".join(one.text for one in tokens))
    return any(call.tool == "add_to_cart" for call in calls)


def _leads(token: Token) -> bool:
    return token.kind == "break" or token.word in _LEADS


def mentions_in(tokens: Tokens) -> list[Mention]:
    """The tables that are named, by "table" and a name or, where one leads to it, by "T4"."""
    found: list[Mention] = []
    for at, token in enumerate(tokens):
        if token.word in _TABLE:
            name = at + 1
            while name < len(tokens) and tokens[name].word in _NUMBERED:
                name += 1
            if called := called_at(tokens, name):
                found.append(Mention(at, name + called[1], called[0]))
        elif _SHORT.fullmatch(token.word) and (at == 0 or _leads(tokens[at - 1])):
            found.append(Mention(at, at + 1, token.word[1:]))
    return found


def called_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The name that begins at a token, and its length: "4", "four", "A4"."""
    if at >= len(tokens):
        return None
    if _NAME.fullmatch(tokens[at].word):
        return tokens[at].word, 1
    number = read_number(tokens, at)
    return (str(number.value), number.length) if number else None
