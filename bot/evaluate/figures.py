"""What share of the cases came out right, by menu, by kind and by source."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.evaluate.judge import Family, Judged

AVERAGE = "average"
TRAP = "item_word_trap"
"""The tag of a sentence that names a dish and orders nothing."""


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many cases, how many came out right, and of how many the cart was made wrong."""

    cases: int
    right: float
    wrong: float = 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The shares of one run, those of the menus with their average.

    A kind of which there was no case is not in it.
    """

    menus: dict[str, Share]
    kinds: dict[str, Share]
    harms: dict[str, Share]
    sources: dict[str, Share]


def figures_of(judged: Sequence[Judged]) -> Figures:
    """Count what was judged. Of `harms`, the share to look at is that of the wrong ones."""
    family: dict[Family, list[Judged]] = defaultdict(list)
    for each in judged:
        family[each.family].append(each)
    orders, off_topic = family[Family.ORDER], family[Family.OUT_OF_SCOPE]
    menus = _by(orders, lambda each: each.case.runs_on)
    average = _average(menus)
    kinds = {
        "cart edits": _carts(family[Family.EDIT]),
        "dialogs": _carts(family[Family.DIALOG]),
        "intents accepted": _intents(judged),
    }
    harms = {
        "orders": _carts(orders),
        "off topic": _carts(off_topic),
        "off topic with a dish": _carts(
            [each for each in judged if TRAP in each.case.tags and each.case.cart_effect == "none"]
        ),
    }
    return Figures(
        menus=menus | ({AVERAGE: average} if average else {}),
        kinds={name: share for name, share in kinds.items() if share},
        harms={name: share for name, share in harms.items() if share},
        sources=_by([each for each in judged if each.case.source], lambda each: each.case.source),
    )


def _by(judged: Iterable[Judged], name: Callable[[Judged], str]) -> dict[str, Share]:
    named: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        named[name(each)].append(each)
    shares = {key: _understood(cases) for key, cases in sorted(named.items())}
    return {key: share for key, share in shares.items() if share}


def _understood(judged: Sequence[Judged]) -> Share | None:
    """A cart to be changed has to be right; else nothing may happen and the intent has to fit."""
    known = [each for each in judged if each.cart is not None or each.intent is not None]
    right = sum(each.cart in (None, "right") and not _missed(each) for each in known)
    wrong = sum(each.cart == "wrong" for each in known)
    return _share(len(known), right, wrong)


def _missed(judged: Judged) -> bool:
    tells = judged.family in (Family.OUT_OF_SCOPE, Family.OTHER)
    return tells and judged.intent is False


def _carts(judged: Sequence[Judged]) -> Share | None:
    known = [each.cart for each in judged if each.cart is not None]
    return _share(len(known), known.count("right"), known.count("wrong"))


def _intents(judged: Sequence[Judged]) -> Share | None:
    known = [each.intent for each in judged if each.intent is not None]
    return _share(len(known), sum(known), 0)


def _share(cases: int, right: int, wrong: int) -> Share | None:
    return Share(cases, right / cases, wrong / cases) if cases else None


def _average(shares: dict[str, Share]) -> Share | None:
    """Every menu counts the same, however many cases it has."""
    if not shares:
        return None
    every = shares.values()
    return Share(
        sum(each.cases for each in every),
        sum(each.right for each in every) / len(every),
        sum(each.wrong for each in every) / len(every),
    )
