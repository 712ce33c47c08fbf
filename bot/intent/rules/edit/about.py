"""What a change is about: a pointer, a dish, all of them; and what may be said of it."""

from collections.abc import Sequence

from bot.intent.rules.edit.acts import Act
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.phrase import Phrase

TARGETS = frozenset({"to", "in", "on", "into", "for", "with"})
_OF_ALL = frozenset({"of", "the", "that", "it", "order", "thing", "my"})
_BEGIN_VALUE = frozenset({"article", "number", "no"})
Parts = tuple[Sequence[Lex], Sequence[Lex]]


def target_in(lexes: Sequence[Lex]) -> Parts:
    """What a change is about, and the rest: a pointer, or a dish with what leads to it."""
    for at, one in enumerate(lexes):
        rest = lexes[at + 1 :]
        follows = rest[0].role if rest else ""
        if one.role == "number" and follows == "of":
            continue
        if length := _length(one, rest):
            return lexes[: at + length], lexes[at + length :]
        if one.role in _BEGIN_VALUE and follows != "every":
            break
    return (), lexes


def _length(one: Lex, rest: Sequence[Lex]) -> int:
    """How many words from this one on end what it is about; 0 where it leads on."""
    if one.role == "ordinal":
        return 2 if rest and rest[0].word in {"one", "ones"} else 1
    if one.role == "it" or (one.role == "that" and not _determines(rest)):
        return 1
    if any(each.is_dish for each in rest):
        return int(one.is_dish and not one.is_option)
    if one.role == "every":
        behind = (at for at, each in enumerate(rest) if each.role not in _OF_ALL)
        return 1 + next(behind, len(rest))
    return int(one.is_dish or one.role in {"order", "heading"})


def _determines(rest: Sequence[Lex]) -> bool:
    """Whether "that" leads to a dish: "that coffee", not "that a coffee"."""
    first = next((one for one in rest if not one.is_option or one.is_dish), None)
    return first is not None and first.is_dish and not first.is_option


def is_for(act: Act, word: str) -> bool:
    """Whether options come to something: "cheese to the dosa", "with that", "on all of them"."""
    old, new = act.old, act.new
    if old is None or new is None or old.how or not new.how or new.dish:
        return False
    return old.points or bool(word != "with" and (old.dish or old.every))


def is_same_kind(old: Phrase, new: Phrase) -> bool:
    """Whether one can be said in place of the other."""
    counts = old.number is not None and new.number is not None
    only_how = old.options and new.options and not old.dish and not new.dish
    return bool((old.dish and new.dish) or only_how or counts)


def tell_of(act: Act, target: Phrase) -> Act:
    """The act on the dish it names: "the coffee from small to large"."""
    if target.dish or target.place or target.every:
        if act.old and act.old.options and not act.old.dish:
            target.without = [*target.without, *act.old.options]
            act.old = target
        elif act.old is None or not act.old.dish:
            act.old = target
    return act
