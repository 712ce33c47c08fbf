"""Acts with a contrast in them: "instead of", "not", "should be"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.intent.rules.edit.about import is_same_kind, target_in, tell_of
from bot.intent.rules.edit.acts import Act
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.stretch import Stretch


def read_instead_of(stretch: Stretch, at: int) -> Act | None:
    """ "A tea instead of the coffee", "instead of the coffee, a tea"."""
    new, old = _sides(stretch, at)
    before = stretch.phrase(old)
    if before is None or before.empty or _orders_more(stretch, new, old):
        return None
    if not new:
        return Act("replace", before, None, instead=True)
    if stretch.verb == "remove":
        gone = stretch.phrase(new)
        return Act("remove", gone, instead=True) if gone and before.points else None
    about, new = _led_by(stretch, new)
    act, target = stretch.act("replace", old, new), stretch.phrase(about)
    if act is None or act.new is None or target is None:
        return None
    orders = stretch.verb in {"", "add"} and any(one.word == "with" for one in new)
    if orders and before.how and not before.dish and act.new.dish:
        return None  # "a latte with oat milk instead of whole milk" is an order
    return tell_of(act, target)


def read_not(stretch: Stretch, at: int) -> Act | None:
    """ "3 idly not 2", "not the coffee, a tea"."""
    new, old = _sides(stretch, at)
    if not new:
        denied = stretch.phrase(old)
        only_how = denied and denied.options and not denied.dish
        return Act("remove", denied) if only_how and not stretch.verb else None
    if stated := next((at for at, one in enumerate(new) if one.role == "should"), 0):
        act = stretch.act("change", new[:stated], new[stated + 1 :])
        return act if act and stretch.phrase(old) else None
    act = stretch.act("replace", old, new)
    same = act and act.old and act.new and is_same_kind(act.old, act.new)
    return act if same else None


def read_stated(stretch: Stretch, at: int) -> Act | None:
    """ "The crust should be thin": before it what it is about, behind it how that shall be."""
    stated = stretch.lexes[at]
    denied = [replace(stated, role="no")] if stated.role == "should not" else []
    return stretch.act("change", stretch.lexes[:at], [*denied, *stretch.lexes[at + 1 :]])


def _orders_more(stretch: Stretch, new: Sequence[Lex], old: Sequence[Lex]) -> bool:
    """ "A latte with oat milk instead of whole milk and a tea": the tea is ordered, too."""
    pairs = pairwise(one.role for one in old)
    more = ("join", "article") in pairs and old[0].is_option and not old[0].is_dish
    return more and any(one.is_dish for one in new)


def _sides(stretch: Stretch, at: int) -> tuple[Sequence[Lex], Sequence[Lex]]:
    """What comes and what goes, on either side of a word; behind it up to a comma."""
    new, old = stretch.lexes[:at], stretch.lexes[at + 1 :]
    if new:
        return new, old
    end = next((place for place, one in enumerate(old) if one.role == "break"), len(old))
    return old[end + 1 :], old[:end]


def _led_by(stretch: Stretch, new: Sequence[Lex]) -> tuple[Sequence[Lex], Sequence[Lex]]:
    """ "The order to a tea": what it is about, and what comes."""
    if stretch.verb in {"replace", "change"}:
        return stretch.split(new) or ((), new)
    return target_in(new) if stretch.verb == "make" else ((), new)
