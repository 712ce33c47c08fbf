"""What is said beside a change and changes nothing: why, and a mere no."""

from collections.abc import Iterator

from bot.intent.rules.edit.edit_words import VERBS
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.words.small_words import TELLERS
from bot.intent.rules.words.tokens import Tokens

_DOES = VERBS | {"name", "number", "option", "kind", "add", "should", "should not", "no", "not"}
"""What a clause does, or does it with."""


def without_asides(found: list[Lex], tokens: Tokens) -> list[Lex]:
    """The words that count: no reasons, and no "no" that refuses nothing."""
    found = _without_reasons(found, tokens)
    return [
        one
        for place, one in enumerate(found)
        if not (_only_denies(found, place) or _denies_all(found, place))
    ]


def _without_reasons(found: list[Lex], tokens: Tokens) -> list[Lex]:
    """What counts without a clause that tells why: "I'm too tired for that, make the tea strong".

    It names nothing of the menu, and another one does.
    """
    told: list[Lex] = []
    for clause in _clauses(found):
        begin = clause[0].begin
        while begin and tokens[begin - 1].kind != "break":
            begin -= 1
        strange = any(one.role == "unknown" for one in clause)
        if strange and tokens[begin].word in TELLERS and not _DOES & {one.role for one in clause}:
            told += clause
    rest = [one for one in found if one not in told]
    return rest if any(one.span for one in rest) else found


def _clauses(found: list[Lex]) -> Iterator[list[Lex]]:
    clause: list[Lex] = []
    for one in found:
        if one.role != "break":
            clause.append(one)
        elif clause:
            yield clause
            clause = []
    if clause:
        yield clause


def _only_denies(found: list[Lex], place: int) -> bool:
    """Whether "no" refuses no thing: "no, make it large"."""
    if found[place].role != "no" or found[place].word != "no":
        return False
    follows = _right_behind(found, place)
    if (
        follows
        and follows[0] is found[place + 1]
        and follows[0].is_dish
        and not follows[0].is_option
    ):
        found[place].role = "remove"  # "no brownie"
        return False
    return not (follows and follows[0].is_option)


def _right_behind(found: list[Lex], place: int) -> list[Lex]:
    """What comes next, with nothing but small words of a name before it."""
    end = found[place].end
    for one in found[place + 1 :]:
        if one.begin != end:
            return []
        if one.role not in {"article", "the", "amount"}:
            return [one]
        end = one.end
    return []


def _denies_all(found: list[Lex], place: int) -> bool:
    """ "It is not, …": nothing is told to be otherwise by it."""
    follows = found[place + 1 : place + 2]
    return found[place].role == "not" and (not follows or follows[0].role == "break")
