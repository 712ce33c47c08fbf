"""What is found in a menu or shop file: problems, which refuse it, and notes, which do not."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Place: TypeAlias = tuple[str | int, ...]
"""The way to a value: ("items", 12, "price"). The file itself is ()."""

OTHER = "{other}"
PRINTED = 200
NAMED_BY = ("id", "code", "class", "order_type", "table_no")
MANY = 200


class MenuFileError(ValueError):
    """A menu or shop file that was refused whole.

    `problems` lists everything wrong with it, each with its place; the text has the first 200.
    """

    def __init__(self, path: Path, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        count = f"{len(self.problems)} problem{'' if len(self.problems) == 1 else 's'}"
        lines = [f"  {line}" for line in self.problems[:PRINTED]]
        if len(self.problems) > PRINTED:
            lines.append(f"  … and {len(self.problems) - PRINTED} more")
        super().__init__("\n".join((f"{path}: {count}, so it cannot be imported", *lines)))


@dataclass(slots=True)
class Findings:
    """Collects problems and notes by their places."""

    _problems: dict[Place, list[tuple[str, Place]]] = field(default_factory=dict)
    _notes: dict[Place, list[tuple[str, Place]]] = field(default_factory=dict)

    def problem(self, place: Place, text: str, other: Place = ()) -> None:
        """Something the file must not hold; `{other}` in the text stands for another place."""
        self._problems.setdefault(place, []).append((text, other))

    def has_problem(self, place: Place) -> bool:
        """Whether something is wrong at that very place."""
        return place in self._problems

    def note(self, place: Place, text: str) -> None:
        """Something its writer may want to know."""
        self._notes.setdefault(place, []).append((text, ()))

    def problems(self, where: Callable[[Place], str]) -> tuple[str, ...]:
        """The problems in the order of their places, each with its place in words."""
        return _in_words(self._problems, where)

    def notes(self, where: Callable[[Place], str]) -> tuple[str, ...]:
        """The notes in the order of their places."""
        return _in_words(self._notes, where)

    def __bool__(self) -> bool:
        return bool(self._problems)


def _in_words(
    found: dict[Place, list[tuple[str, Place]]], where: Callable[[Place], str]
) -> tuple[str, ...]:
    return tuple(
        f"{where(place)}: {text.replace(OTHER, where(other)) if other else text}"
        for place in sorted(found, key=_order)
        for text, other in found[place]
    )


def _order(place: Place) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, part, "") if isinstance(part, int) else (1, 0, part) for part in place)


def json_place(document: Json, place: Place) -> str:
    """A place of a JSON document in words: items[12] "masala_dosa", price."""
    words: list[str] = []
    for part in place:
        if isinstance(part, str):
            words.append(part)
            document = document.get(part) if isinstance(document, dict) else None
        else:
            words[-1] += f"[{part}]"
            document = document[part] if isinstance(document, list) else None
            name = _name(document) if isinstance(document, dict) else None
            if isinstance(name, str):
                words[-1] += f" {shown(name)}"
    return ", ".join(words) or "file"


def _name(entry: dict[str, Json]) -> Json:
    return next((entry[key] for key in NAMED_BY if key in entry), None)


def shown(value: object) -> str:
    """A value of the file as it can be printed: short, and nothing in it moves the cursor."""
    if isinstance(value, dict):
        return "an object" if value else "an empty object"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    text = json.dumps(value, ensure_ascii=False, default=str)
    if len(text) > 60:
        text = f"{text[:48]}…{text[-1] if isinstance(value, str) else ''} ({len(text)} letters)"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.75) -> str | None:
    """The known word that `word` looks like a misspelling of, if there is one.

    Among very many it is not looked for: a large file may be wrong all over.
    """
    return _nearest(word.casefold(), tuple(islice(known, MANY)), cutoff)


@lru_cache(10_000)
def _nearest(word: str, known: tuple[str, ...], cutoff: float) -> str | None:
    found = get_close_matches(word, known, 1, cutoff) if len(known) < MANY else []
    return found[0] if found else None
