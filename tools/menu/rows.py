"""A packed table read like a list of values: each row is made when it is asked for."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar, Generic, TypeVar, overload

C = TypeVar("C")
R = TypeVar("R")


class Row(Generic[C]):
    """A row of a table: the table's columns, and the row's place in them.

    Its fields are properties. Rows are values: two are equal when all their fields are.
    """

    __slots__ = ("_columns", "_place")
    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(name for name, own in vars(cls).items() if isinstance(own, property))

    def __init__(self, columns: C, place: int) -> None:
        self._columns = columns
        self._place = place

    @property
    def place(self) -> int:
        """Where it is in the table."""
        return self._place

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        if self._columns is other._columns:
            return self._place == other._place
        return all(getattr(self, field) == getattr(other, field) for field in self._fields)

    def __hash__(self) -> int:
        return hash(getattr(self, self._fields[0]))

    def __repr__(self) -> str:
        said = ", ".join(f"{field}={getattr(self, field)!r}" for field in self._fields)
        return f"{type(self).__name__}({said})"


class Rows(Sequence[R]):
    """The rows of a table at these places; equal to any sequence of equal rows."""

    __slots__ = ("_make", "_places")

    def __init__(self, kind: Callable[[C, int], R], columns: C, places: range) -> None:
        self._make: Callable[[int], R] = partial(kind, columns)
        self._places = places

    @overload
    def __getitem__(self, place: int) -> R: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[R, ...]: ...

    def __getitem__(self, place: int | slice) -> R | tuple[R, ...]:
        if isinstance(place, slice):
            return tuple(map(self._make, self._places[place]))
        return self._make(self._places[place])

    def __iter__(self) -> Iterator[R]:
        return map(self._make, self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        same_length = len(self) == len(other)
        return same_length and all(mine == its for mine, its in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))
