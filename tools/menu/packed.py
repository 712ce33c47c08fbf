"""Columns of a table in a few bytes a value. A value becomes a Python object when it is read.

A menu has thousands of short strings, and each would cost some fifty bytes on top of its letters.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence, Set
from itertools import accumulate, chain
from typing import Generic, TypeVar

V = TypeVar("V", bound=Hashable)
# PostgreSQL has no text with a NUL in it.
END = "\0"


def fitting(numbers: Sequence[int]) -> Sequence[int]:
    """Whole numbers from 0, in the smallest size of 1, 2 or 4 bytes that holds them all."""
    most = max(numbers, default=0)
    return bytes(numbers) if most < 1 << 8 else array("H" if most < 1 << 16 else "I", numbers)


class Texts:
    """Strings, each ended by a NUL, in one run of UTF-8.

    `_starts` are the bytes where they begin, and the end.
    """

    __slots__ = ("_run", "_starts")

    def __init__(self, texts: Sequence[str]) -> None:
        self._run = END.join((*texts, "")).encode()
        starts = _starts(map(len, texts))
        if starts[-1] != len(self._run):
            starts = _starts(len(text.encode()) for text in texts)
        self._starts = fitting(starts)

    def __getitem__(self, place: int) -> str:
        return self._run[self._starts[place] : self._starts[place + 1] - 1].decode()

    def places_with(self, word: str) -> list[int]:
        """Where the strings are that have a word of small letters, or its plural, in any case."""
        small, written = self._run.lower(), word.encode()
        if written not in small:
            return []
        found = re.finditer(rb"\b" + re.escape(written) + rb"s?\b", small)
        places = (bisect_right(self._starts, hit.start()) - 1 for hit in found)
        return list(dict.fromkeys(places))

    def place_of(self, text: str) -> int | None:
        """Where the string stands first; None: nowhere."""
        end = END.encode()
        start = (end + self._run).find(end + text.encode() + end)
        return self._run[:start].count(end) if start >= 0 else None


def _starts(lengths: Iterable[int]) -> list[int]:
    """Where texts of these lengths begin when each is ended by a NUL, and the end."""
    return [*accumulate((length + 1 for length in lengths), initial=0)]


class Lists:
    """Lists of strings: each is one text, with a NUL after every string of it."""

    __slots__ = ("_lists",)

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        self._lists = Texts(["".join([part + END for part in parts]) for parts in lists])

    def __getitem__(self, place: int) -> tuple[str, ...]:
        return tuple(self._lists[place].split(END)[:-1])


class Numbers:
    """Lists of whole numbers, one after the other; `_ends` are where they begin, and the end."""

    __slots__ = ("_ends", "_numbers")

    def __init__(self, lists: Sequence[Sequence[int]]) -> None:
        self._numbers = fitting([*chain.from_iterable(lists)])
        self._ends = fitting([*accumulate(map(len, lists), initial=0)])

    def __getitem__(self, place: int) -> Sequence[int]:
        return self._numbers[self._ends[place] : self._ends[place + 1]]


class Coded(Generic[V]):
    """Values of which there are few: each once, and for each row the number of its value."""

    __slots__ = ("_codes", "_values")

    def __init__(self, values: Iterable[V]) -> None:
        rows = list(values)
        self._values = tuple(dict.fromkeys(rows))
        numbers = {value: number for number, value in enumerate(self._values)}
        self._codes = fitting(list(map(numbers.__getitem__, rows)))

    def __getitem__(self, place: int) -> V:
        return self._values[self._codes[place]]

    def places_of(self, values: Set[V]) -> list[int]:
        """Where one of these values stands."""
        wanted = {code for code, value in enumerate(self._values) if value in values}
        return [place for place, code in enumerate(self._codes) if code in wanted]
