"""The cases: what is said to the bot, and what should come of it. One JSON object a line."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, ValidationError, model_validator

from bot.evaluate.lines import Line, Record
from tools.kit.turn import Role

MOST_PROBLEMS = 20


class CasesError(ValueError):
    """Cases that cannot be run. The text names every file and line, and what is wrong there."""


class Context(Record):
    """What was there before: a cart."""

    cart: tuple[Line, ...] = ()


class Slots(Record):
    """What an order holds, where the case is one."""

    lines: tuple[Line, ...] | None = None


class Said(Record):
    """A turn of a dialog. `cart_after` is None where it does not matter."""

    user: str
    cart_after: tuple[Line, ...] | None = None


class Case(Record):
    """A sentence (`text`) or a dialog (`turns`), on a menu.

    `cart_effect` none: nothing may get into the cart, and nothing be ordered.
    """

    id: str = Field(min_length=1)
    menu: str
    eval_menu: str | None = None
    text: str | None = None
    turns: tuple[Said, ...] = ()
    source: str = ""
    tags: tuple[str, ...] = ()
    role: Role = "customer"
    context: Context = Context()
    slots: Slots = Slots()
    expected_cart: tuple[Line, ...] | None = None
    cart_effect: Literal["add", "edit", "none", "context"] | None = None
    intent: str | None = None
    accept_intents: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.text is None) == (not self.turns):
            raise ValueError("a case has a text, or turns")
        return self

    @property
    def runs_on(self) -> str:
        """The menu to load."""
        return self.eval_menu or self.menu

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said, turn by turn."""
        return tuple(turn.user for turn in self.turns) if self.text is None else (self.text,)

    @property
    def wanted(self) -> tuple[tuple[Line, ...] | None, ...]:
        """The cart there should be after each turn; None where it does not matter."""
        if self.turns:
            return tuple(turn.cart_after for turn in self.turns)
        if self.expected_cart is not None:
            return (self.expected_cart,)
        return (self.context.cart if self.cart_effect == "none" else self.slots.lines,)


def read_cases(paths: Sequence[Path]) -> list[Case]:
    """Every case of the files. Raises CasesError with all that is wrong, OSError if unreadable."""
    cases: dict[str, Case] = {}
    problems: list[str] = []
    for path in paths:
        for number, line in _lines(path):
            try:
                case = Case.model_validate_json(line)
            except ValidationError as error:
                problems.append(f"{path}:{number}: {_first(error)}")
                continue
            if case.id in cases:
                problems.append(f"{path}:{number}: there was a case {case.id!r} before")
            cases[case.id] = case
    if problems:
        raise CasesError("\n  ".join([_heading(len(problems)), *problems[:MOST_PROBLEMS]]))
    if not cases:
        raise CasesError(f"{', '.join(map(str, paths))}: no case in it")
    return list(cases.values())


def spread(cases: Sequence[Case], limit: int | None) -> list[Case]:
    """At most `limit` of them, evenly from beginning to end, so that every file has its share."""
    if limit is None or limit >= len(cases):
        return list(cases)
    return [cases[place * len(cases) // limit] for place in range(limit)]


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield number, line.strip()


def _heading(problems: int) -> str:
    lines = "1 line" if problems == 1 else f"{problems} lines"
    more = f"; the first {MOST_PROBLEMS}" if problems > MOST_PROBLEMS else ""
    return f"{lines} of the cases cannot be used{more}:"


def _first(error: ValidationError) -> str:
    problem = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in problem["loc"])
    # A JSON object is one line here, and which one has been said.
    message = (
        problem["msg"].removeprefix("Value error, ").replace(" at line 1 column", " at column")
    )
    return f"{place}: {message}" if place else message
