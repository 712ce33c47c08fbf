"""The rule parser as a classifier: no network, no model, the same answer every time."""

from collections.abc import Iterable, Sequence

from bot.intent.clean import clean
from bot.intent.reading import Reading
from bot.intent.rules.aside import read_aside
from bot.intent.rules.asides import goes_without_saying, is_aside, is_for_someone
from bot.intent.rules.change import read_change
from bot.intent.rules.clauses import split_clauses
from bot.intent.rules.dietary import find_statement, in_order, read_own_rules
from bot.intent.rules.looking import read_looking, read_partly_known, read_unknown
from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.note import read_note
from bot.intent.rules.order import read_order
from bot.intent.rules.pickup import read_pickup
from bot.intent.rules.quantity import read_quantity
from bot.intent.rules.question import read_inquiry, read_question, read_wondering
from bot.intent.rules.read_order import names_several, read_named_order
from bot.intent.rules.remarks import is_courtesy, read_remark
from bot.intent.rules.removal import read_removal
from bot.intent.rules.sayings import read_saying
from bot.intent.rules.stranger import is_strange
from bot.intent.rules.swap import read_swap
from bot.intent.rules.tokens import Tokens, said, tokenize
from bot.intent.rules.tweak import read_tweak
from bot.intent.rules.vocabulary import NO, POLITE
from tools.kit.call import Call, Json
from tools.kit.turn import Role
from tools.menu import Menu

_MOST_CALLS = 3
_MANNERS = frozenset({"small_talk", "help"})
_OKAY = (Call("small_talk", {"kind": "okay"}),)
_NOT_UNDERSTOOD = (Call("not_understood"),)


class RuleParser:
    """Understands ordering, and says so when it does not understand.

    One unclear clause spoils the message: half an order carried out is worse than a question.
    """

    async def read(self, text: str, menu: Menu, role: Role) -> Reading:
        """The calls the sentence means. The rules know customers' sentences only."""
        calls = parse(text, menu) if role == "customer" else _NOT_UNDERSTOOD
        return Reading(calls, "rules")


def parse(text: str, menu: Menu) -> tuple[Call, ...]:
    """One to three calls, or not_understood; those that others are judged by come first."""
    tokens = tokenize(clean(text))
    stated = find_statement(tokens)
    if stated is None:
        note = read_note(clean(text), MenuWords(menu))
        if note:
            return (note,)

        def read(part: str) -> tuple[Call, ...]:
            return in_order(_parse(tokenize(part), menu))

        return read_aside(clean(text), MenuWords(menu), read) or read(clean(text))
    others = _parse(stated.rest, menu) if stated.rest else ()
    return in_order((stated.call, *(call for call in others if call.tool not in _MANNERS)))


def _parse(tokens: Tokens, menu: Menu) -> tuple[Call, ...]:
    if whole := read_saying(tokens):
        return (whole,)
    if tokens and all(token.word in POLITE | NO for token in tokens if token.kind != "break"):
        return _OKAY
    words = MenuWords(menu)
    if looking := read_own_rules(tokens) or read_looking(tokens, menu):
        return (looking,)
    plain = not (_is_edit(tokens, words) or words.names_kind(tokens))
    if plain and (ordered := read_named_order(tokens, menu)):
        return tuple(ordered)
    if wondering := read_wondering(tokens, words):
        return (wondering,)
    return _by_clauses(tokens, words)


def _is_edit(tokens: Tokens, menu: MenuWords) -> bool:
    """Whether it is no plain order: something goes, or it ends with "that's all"."""
    last = split_clauses(tokens)[-1:]
    ends = last and len(last[0]) < len(tokens) and read_saying(last[0]) == Call("checkout")
    return bool(ends or read_removal(tokens, menu) or read_swap(tokens, menu))


def _by_clauses(tokens: Tokens, words: MenuWords) -> tuple[Call, ...]:
    calls = _all_clauses(split_clauses(tokens), words)
    if not calls:
        return (_at_large(tokens, words),)
    if not _may_be_done(calls, tokens, words):
        return (_not_understood(tokens, words),)
    told = _joined(call for call in calls if call.tool not in _MANNERS) or calls[:1]
    return tuple(told) if 1 <= len(told) <= _MOST_CALLS else _NOT_UNDERSTOOD


def _all_clauses(clauses: Sequence[Tokens], words: MenuWords) -> list[Call] | None:
    """The calls of all clauses but those that are said along; None when one is not understood."""
    calls: list[Call] = []
    for clause in clauses:
        if len(clauses) > 1 and is_aside(clause) and not read_saying(clause):
            continue
        if calls and goes_without_saying(clause, calls[-1].tool):
            continue
        understood = _read(clause, words)
        strange = any(is_strange(call, clause, words) for call in understood or ())
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


def _at_large(tokens: Tokens, menu: MenuWords) -> Call:
    """What a message is about that could not be read clause by clause: nothing is done by it."""
    return (
        read_inquiry(tokens, menu)
        or read_remark(tokens, menu)
        or read_partly_known(tokens, menu)
        or read_unknown(tokens)
        or _not_understood(tokens, menu)
    )


def _not_understood(tokens: Tokens, menu: MenuWords) -> Call:
    """With the dish that was spoken of, so that the answer can show it."""
    about = menu.first_dish(tokens)
    return Call("not_understood", {"about": said(about)} if about else {})


def _read(clause: Tokens, menu: MenuWords) -> list[Call] | None:
    """The calls of a clause: the first reading that accounts for all of it."""
    if all(token.word in POLITE for token in clause):
        return []
    if several := read_removal(clause, menu) or read_swap(clause, menu):
        return several
    one = (
        read_saying(clause)
        or read_pickup(clause)
        or read_question(clause, menu)
        or read_quantity(clause, menu)
        or read_tweak(clause, menu)
        or read_change(clause, menu)
    )
    if one is not None:
        return [one]
    kind = menu.names_kind(clause)
    if not kind and (named := read_named_order(clause, menu.menu)):
        return named
    order = None if names_several(clause, menu.menu) else read_order(clause, menu)
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
