"""What is done in an edit, act by act: what each is about and what shall come of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.phrase import Phrase

Kind = Literal[
    "remove",
    "replace",
    "change",
    "more",
    "less",
    "add",
    "keep",
    "just",
    "own",
    "clear",
    "nothing",
]


@dataclass(slots=True)
class Act:
    """`old` is what it is about, None: what was last mentioned. `new` is what shall come of it.

    `lexes` are the words of what comes; `instead`: that word was said; `led`: a verb leads to it.
    """

    kind: Kind
    old: Phrase | None = None
    new: Phrase | None = None
    instead: bool = False
    lexes: Sequence[Lex] = field(default_factory=tuple)
    led: bool = True

    @property
    def goes(self) -> bool:
        """Whether it takes something out, and nothing comes in its place yet."""
        return self.kind in {"remove", "replace"} and self.old is not None and self.new is None

    @property
    def comes(self) -> bool:
        """Whether it brings a dish or a number."""
        return self.new is not None and (bool(self.new.dish) or not self.new.how)

    @property
    def only_points(self) -> bool:
        """Whether it is about "it"."""
        return self.old is not None and self.old.points and not self.old.dish


def together(acts: Iterable[Act]) -> Iterator[Act]:
    """Acts of which one says more of the other as one: "remove the idly | a vada instead"."""
    waiting: Act | None = None
    for act in acts:
        if waiting is None:
            waiting = act
        elif merged := _merged(waiting, act):
            waiting = merged
        else:
            yield waiting
            waiting = act
    if waiting is not None:
        yield waiting


def _merged(first: Act, then: Act) -> Act | None:
    found = (rule(first, then) for rule in _RULES)
    return next((act for act in found if act), None)


def _nothing(first: Act, then: Act) -> Act | None:
    """ "I want to change my order | …"."""
    if "nothing" not in {first.kind, then.kind}:
        return None
    return first if then.kind == "nothing" else then


def _again(first: Act, then: Act) -> Act | None:
    """ "I don't need the tea | cancel it", "I added tea | remove it"."""
    if then.kind != "remove" or not then.only_points or then.new is not None:
        return None
    if first.kind == "add" and first.new:
        return Act("remove", first.new)
    return first if first.goes else None


def _kept(first: Act, then: Act) -> Act | None:
    """What stays is no change: "cancel 2 | and keep one", "… | and bring the rest"."""
    if first.kind != "remove":
        return None
    if then.kind == "keep" and then.old:
        counted = not then.old.dish and then.old.number is not None
        return first if counted or then.old.rest else None
    rest = then.kind == "add" and then.new is not None and then.new.rest and first.goes
    return first if rest or then.kind == "just" else None


def _left(first: Act, then: Act) -> Act | None:
    """ "Keep the coke | cancel the rest": all goes but that."""
    for keeps, goes in ((first, then), (then, first)):
        kept = keeps.old if keeps.kind == "keep" else keeps.new
        rest = goes.kind == "remove" and goes.old is not None and goes.old.rest
        if rest and keeps.kind in {"keep", "add", "just"} and kept is not None and kept.dish:
            return Act("remove", Phrase(every=True, but=[kept.bare]))
    return None


def _instead(first: Act, then: Act) -> Act | None:
    """ "Cancel the coffee | I want a tea instead", "… | and replace it with a tea"."""
    if not first.goes or not (then.old is None or then.only_points):
        return None
    if then.kind == "replace" and then.new is None:
        return Act("replace", first.old, instead=True)
    swaps = first.kind == "replace" or then.kind in {"replace", "change"}
    if then.comes and (swaps or then.instead or first.instead):
        return Act("replace", first.old, then.new, lexes=then.lexes)
    return None


_RULES: tuple[Callable[[Act, Act], Act | None], ...] = (_again, _nothing, _kept, _left, _instead)
