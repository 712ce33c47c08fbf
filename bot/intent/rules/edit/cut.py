"""An edit cut at its verbs: "remove the idly | and make the coffee large"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.intent.rules.edit.lex import Lex

_VERBS = frozenset(
    {
        "remove",
        "replace",
        "change",
        "make",
        "more",
        "less",
        "add",
        "meant",
        "keep",
        "just",
    }
)
_SETS = frozenset({"make", "change"})
_BETWEEN = frozenset({"break", "join", "small"})
_LEADS = _BETWEEN | {"instead"}


def cut(lexes: Sequence[Lex]) -> Iterator[tuple[str, list[Lex]]]:
    """Each verb, "" for none, with its words. A verb right before another leads to it."""
    verb, words = "", list[Lex]()
    for one in lexes:
        if one.role == "restart":
            yield one.role, []
        elif next_verb := _goes_on(verb, words, one, lexes):
            yield verb, trim(words)
            verb, words = next_verb, [] if one.role == "join" else [one]
        elif _is_last(verb, words, one, lexes):
            verb = "remove"
        elif one.role not in _VERBS or _states(one, words):
            words.append(_as_said(one))
        elif not _only_leads(words):
            yield verb, trim(words)
            verb, words = one.role, []
        else:
            verb, words = _led(verb, words, one)
    if said := trim(words):
        yield verb, said


def _as_said(one: Lex) -> Lex:
    """A verb that states: "all items need 3"."""
    return replace(one, role="should") if one.role in _VERBS else one


def _led(verb: str, words: Sequence[Lex], one: Lex) -> tuple[str, list[Lex]]:
    """ "I want to | cancel", "replace and give me"; "rather" goes with the verb behind it."""
    if verb in {"remove", "replace"} and one.role == "add":
        return verb, [*words]
    return one.role, [each for each in words if each.word == "rather"]


def _only_leads(words: Sequence[Lex]) -> bool:
    """Whether nothing is said yet but what leads to a verb: "I want to …"."""
    return all(each.role in _LEADS or each.word == "to" for each in words)


def trim(words: Sequence[Lex]) -> list[Lex]:
    """The words without what only stands between: commas, "and"."""
    begin, end = 0, len(words)
    while begin < end and words[end - 1].role in _BETWEEN:
        end -= 1
    while begin < end and words[begin].role in _BETWEEN:
        begin += 1
    return [*words[begin:end]]


def _goes_on(verb: str, words: Sequence[Lex], one: Lex, lexes: Sequence[Lex]) -> str:
    """The verb of what begins here without saying one; none where nothing begins."""
    if verb == "remove" and words and _begins_order(words[-1], one):
        return "add"
    if one.role == "join" and verb in _SETS and _is_set(words) and _again(lexes, one):
        return verb
    again = one.role == "join" and _is_done(words) and _again(lexes, one)
    return (verb or "add") if again else ""


def _is_last(verb: str, words: Sequence[Lex], one: Lex, lexes: Sequence[Lex]) -> bool:
    """ "Fries I don't want", "vada vendam": what it is about stands before it."""
    behind = (each for each in lexes if each.begin > one.begin)
    takes_back = one.role == "refused" or one.word in {"never", "nevermind"}
    counted = takes_back and any(each.role == "number" for each in words)
    alone = one.role in {"remove", "refused"} and not verb and bool(words) and not counted
    return alone and all(each.role in _BETWEEN for each in behind)


def _is_done(words: Sequence[Lex]) -> bool:
    """Whether it is said what comes to which dish: "oat milk for the mocha"."""
    links = [at for at, one in enumerate(words) if one.role in {"by", "from"} and at]
    after = words[links[-1] + 1 :] if links else ()
    return bool(after) and after[-1].is_dish and any(one.is_option for one in words[: links[-1]])


def _is_set(words: Sequence[Lex]) -> bool:
    """Whether it is said of a dish how many or how: "the idly 2", "the coffee to large"."""
    if not words or not (words[-1].role == "number" or words[-1].is_option):
        return False
    before = next((one for one in reversed(words[:-1]) if one.role != "by"), None)
    return before is not None and before.is_dish and not before.is_option


def _again(lexes: Sequence[Lex], join: Lex) -> bool:
    """Whether the same is said of another dish: "… and almond milk for the latte"."""
    rest = [one for one in lexes if one.begin > join.begin]
    begun = next((at for at, one in enumerate(rest) if one.role in _VERBS), len(rest))
    return _is_done(rest[:begun]) or _is_set(rest[:begun])


def _begins_order(before: Lex, one: Lex) -> bool:
    """ "Remove the idly, a vada", "… and another vada": what comes is no more to be removed."""
    return one.role == "another" or (before.role == "break" and one.role == "article")


def _states(one: Lex, words: Sequence[Lex]) -> bool:
    """ "All items need 3": behind what it is about, "need" says how that shall be."""
    about = bool(words) and words[-1].role not in _BETWEEN and words[-1].end == one.begin
    return one.word in {"need", "needs"} and about
