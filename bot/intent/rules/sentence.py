"""One message without what rules find in any text: by which reader its calls are found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.intent.rules.asked.at_large import read_at_large
from bot.intent.rules.asked.field import mended, orders_none
from bot.intent.rules.asked.looking import read_looking
from bot.intent.rules.asked.question import read_question, read_wondering
from bot.intent.rules.asked.remarks import is_courtesy
from bot.intent.rules.asked.stranger import is_strange
from bot.intent.rules.clause.order import read_clause
from bot.intent.rules.edit.clause_change import read_clause_change
from bot.intent.rules.edit.read_edit import read_edit
from bot.intent.rules.edit.tweak import read_tweak
from bot.intent.rules.given.dietary import read_own_rules
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.order.read_order import (
    counts_dishes,
    names_several,
    read_doubtful_order,
    read_named_order,
)
from bot.intent.rules.talk.asides import (
    goes_without_saying,
    is_aside,
    is_for_someone,
    without_cleft,
)
from bot.intent.rules.talk.clauses import split_clauses
from bot.intent.rules.talk.pickup import read_pickup
from bot.intent.rules.talk.sayings import read_saying
from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import NO, POLITE
from tools.kit.call import Call, Json

_MOST_CALLS = 3
MANNERS = frozenset({"small_talk", "help"})
"""They are not answered beside anything else."""
_OKAY = (Call("small_talk", {"kind": "okay"}),)
_TAKEN_BACK = Call("small_talk", {"kind": "stop"})
"""Said last, it takes back what was said before it: "2 idly, no, forget it"."""
NOTHING = (Call("not_understood"),)
_CHECKOUT = (Call("checkout"),)


@dataclass(frozen=True, slots=True)
class Found:
    """The calls of a message. `at_large`: read by some of its words, not to the last one."""

    calls: tuple[Call, ...]
    at_large: bool = False


def parse_sentence(tokens: Tokens, words: MenuWords) -> Found:
    """The calls of the tokens: the first reading that accounts for all of them."""
    tokens = without_cleft(tokens)
    if whole := read_saying(tokens):
        return Found(tuple(_taken(whole, tokens, words)))
    if tokens and all(token.word in POLITE | NO for token in tokens if token.kind != "break"):
        return Found(_OKAY)
    if looking := read_own_rules(tokens) or read_looking(tokens, words):
        return Found((looking,))
    edited = read_edit(tokens, words)
    if edited and not _may_be_order(edited, tokens, words):
        return _done(edited, tokens, words)
    clauses = split_clauses(tokens)
    end = _end(tokens, clauses)
    body = tokens[: len(tokens) - len(end)] if end else tokens
    if not words.names_kind(body) and (ordered := read_named_order(body, words)):
        return Found((*ordered, *_CHECKOUT[: len(end)]))
    if edited:
        return _done(edited, tokens, words)
    if wondering := read_wondering(tokens, words):
        return Found((wondering,))
    return _by_clauses(tokens, clauses, words)


def _taken(whole: Call, tokens: Tokens, menu: MenuWords) -> Sequence[Call]:
    """ "Make that to go", where a dish can be had "to go", is about that dish."""
    edited = read_edit(tokens, menu) if whole.tool == "choose_order_type" else None
    return edited or [whole]


def _may_be_order(edited: Sequence[Call], tokens: Tokens, menu: MenuWords) -> bool:
    """Whether a change may as well be how a dish ordered with it shall be: "a tea, make it hot"."""
    updates = all(call.tool == "update_item" for call in edited)
    return edited[0].tool == "add_to_cart" or (updates and counts_dishes(tokens, menu))


def _end(tokens: Tokens, clauses: Sequence[Tokens]) -> Tokens:
    """The "that's all" after something else; nothing where it is not said."""
    last = clauses[-1:]
    ends = last and len(last[0]) < len(tokens) and (read_saying(last[0]),) == _CHECKOUT
    return last[0] if ends else ()


def _by_clauses(tokens: Tokens, clauses: Sequence[Tokens], words: MenuWords) -> Found:
    calls = _all_clauses(clauses, words)
    if not calls:
        return _at_large(tokens, words)
    return _done(calls, tokens, words)


def _done(
    calls: Sequence[Call], tokens: Tokens, words: MenuWords, *, at_large: bool = False
) -> Found:
    if not _may_be_done(calls, tokens, words):
        return Found((_not_understood(tokens, words),))
    if calls[-1] == _TAKEN_BACK:
        return Found((_TAKEN_BACK,))
    told = _joined(call for call in calls if call.tool not in MANNERS) or calls[:1]
    return Found(tuple(told) if 1 <= len(told) <= _MOST_CALLS else NOTHING, at_large)


def _all_clauses(clauses: Sequence[Tokens], words: MenuWords) -> list[Call] | None:
    """The calls of all clauses but those that are said along; None when one is not understood."""
    calls: list[Call] = []
    for clause in clauses:
        if len(clauses) > 1 and is_aside(clause) and not read_saying(clause):
            continue
        if calls and goes_without_saying(clause, calls[-1].tool):
            continue
        understood = _read(clause, words)
        strange = any(
            is_strange(call, clause, words) or orders_none(call, clause, words)
            for call in understood or ()
        )
        if understood is not None and not strange:
            calls += understood
        elif not (calls and is_for_someone(clause)) and not (
            len(clauses) > 1 and is_courtesy(clause, words)
        ):
            return None
    return calls


def _may_be_done(calls: Sequence[Call], tokens: Tokens, menu: MenuWords) -> bool:
    """ "2 or 3 idly" only the customer can tell; a time alone makes no order: "a taxi at 5"."""
    tools = {call.tool for call in calls}
    if "add_to_cart" in tools and any(token.word == "or" for token in tokens):
        return False
    return "choose_pickup_time" not in tools or _are_dishes(calls, menu)


def _are_dishes(calls: Iterable[Call], menu: MenuWords) -> bool:
    """Whether whatever is ordered by name has a word of the menu in its name."""
    lines = [line for call in calls if call.tool == "add_to_cart" for line in _lines(call)]
    items = [line.get("item") for line in lines if isinstance(line, dict)]
    return all(menu.knows_exactly(item.split()) for item in items if isinstance(item, str))


def _at_large(tokens: Tokens, words: MenuWords) -> Found:
    """A message that could not be read clause by clause: once more without its typing errors."""
    right = mended(tokens, words)
    if right != list(tokens) and (calls := _all_clauses(split_clauses(right), words)):
        return _done(calls, right, words, at_large=True)
    call = (
        read_at_large(right, words)
        or read_doubtful_order(tokens, words)
        or _not_understood(tokens, words)
    )
    return Found((call,), at_large=True)


def _not_understood(tokens: Tokens, menu: MenuWords) -> Call:
    """With the dish that was spoken of, so that the answer can show it."""
    about = menu.first_dish(tokens)
    return Call("not_understood", {"about": said(about)} if about else {})


def _read(clause: Tokens, menu: MenuWords) -> list[Call] | None:
    """The calls of a clause: the first reading that accounts for all of it."""
    if all(token.word in POLITE for token in clause):
        return []
    if several := read_edit(clause, menu):
        return several
    one = (
        read_saying(clause)
        or read_pickup(clause)
        or read_question(clause, menu)
        or read_tweak(clause, menu)
        or read_clause_change(clause, menu)
    )
    if one is not None:
        return [one]
    kind = menu.names_kind(clause)
    if not kind and (named := read_named_order(clause, menu)):
        return named
    order = None if names_several(clause, menu) else read_clause(clause, menu)
    return None if order is None else [order]


def _joined(calls: Iterable[Call]) -> list[Call]:
    """Orders one after the other are one order."""
    joined: list[Call] = []
    for call in calls:
        if joined and joined[-1].tool == call.tool == "add_to_cart":
            joined[-1] = Call(call.tool, {"lines": [*_lines(joined[-1]), *_lines(call)]})
        else:
            joined.append(call)
    return joined


def _lines(call: Call) -> list[Json]:
    lines = call.args["lines"]
    return lines if isinstance(lines, list) else []
