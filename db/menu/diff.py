"""What an import would change of a shop's menu, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias, TypeVar

from db.menu.format import Category, FileIngredient, FileOption, Group, Item, MenuFile, Period
from db.menu.problems import shown

Thing: TypeAlias = Item | Category | Period | Group | FileOption | FileIngredient
T = TypeVar("T", Group, FileIngredient)
Kind: TypeAlias = Literal["added", "changed", "removed"]

SIGNS: Mapping[Kind, str] = {"added": "+", "changed": "~", "removed": "-"}
PRICES = ("price", "price_delta")
AMOUNTS = (*PRICES, "flat", "per_piece", "amount", "most", "fee", "free_from", "minimum_order",
           "rounding")  # fmt: skip
LISTED = 100


@dataclass(frozen=True, slots=True)
class Field:
    """A field that changes, with what it was and what it will be."""

    name: str
    was: object
    now: object

    def __str__(self) -> str:
        if self.name in AMOUNTS:
            return f"{self.name} {_money(self.was)} -> {_money(self.now)}"
        if isinstance(self.was, list | dict) or isinstance(self.now, list | dict):
            return self.name
        return f"{self.name} {shown(self.was)} -> {shown(self.now)}"


@dataclass(frozen=True, slots=True)
class Change:
    """A part that comes, goes, or is not what it was. It may have no name, or be the only one."""

    kind: Kind
    what: str
    key: str
    name: str
    fields: tuple[Field, ...] = ()

    def __str__(self) -> str:
        fields = ", ".join(map(str, self.fields))
        name = f"{self.name} ({self.key})" if self.name else self.key
        words = " ".join(filter(None, (SIGNS[self.kind], self.what, name)))
        return f"{words}: {fields}" if fields else words


@dataclass(frozen=True, slots=True)
class Diff:
    """Everything an import changes; false when that is nothing."""

    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def of(self, kind: Kind) -> list[Change]:
        """The changes of one kind."""
        return [change for change in self.changes if change.kind == kind]

    @property
    def prices(self) -> int:
        """How many parts get another price."""
        return sum(
            any(field.name in PRICES for field in change.fields) for change in self.of("changed")
        )

    def lines(self) -> Iterator[str]:
        """The changes for people: what comes, what changes, what goes, and how much in all."""
        for kind in SIGNS:
            changes = self.of(kind)
            yield from map(str, islice(changes, LISTED))
            if len(changes) > LISTED:
                yield f"{SIGNS[kind]} … and {len(changes) - LISTED} more {kind}"
        yield self.summary

    @property
    def summary(self) -> str:
        """How much changes: 2 added, 5 changed (3 prices), 1 removed."""
        prices = f" ({self.prices} price{'' if self.prices == 1 else 's'})" if self.prices else ""
        return (
            f"{len(self.of('added'))} added, {len(self.of('changed'))} changed{prices}, "
            f"{len(self.of('removed'))} removed"
        )

    def same_as(self, other: "Diff | None") -> bool:
        """Whether it leads to the same menu; pieces sold meanwhile make no difference."""
        return other is not None and self._ends() == other._ends()

    def _ends(self) -> list[tuple[str, ...]]:
        return [
            (c.kind, c.what, c.key, *(f"{f.name} {f.now}" for f in c.fields if f.name != "stock"))
            for c in self.changes
        ]


def diff(old: MenuFile, new: MenuFile) -> Diff:
    """What has to change for `old` to become `new`."""
    return Diff(
        (
            *_compare("meal period", old.meal_periods, new.meal_periods),
            *_compare("category", old.categories, new.categories),
            *_compare("group", _sorted(old.option_groups), _sorted(new.option_groups), "options"),
            *_options(old, new),
            *_compare("ingredient", _sorted(old.ingredients), _sorted(new.ingredients)),
            *_compare("dish", old.items, new.items),
        )
    )


def _options(old: MenuFile, new: MenuFile) -> Iterator[Change]:
    was = {group.id: group.options for group in old.option_groups}
    for group in _sorted(new.option_groups):
        if group.id in was:
            yield from _compare(f"option of {group.id}", was[group.id], group.options)


def _compare(
    what: str, old: Sequence[Thing], new: Sequence[Thing], *apart: str
) -> Iterator[Change]:
    """The changes of one list; the fields in `apart` are compared elsewhere."""
    before = {thing.id: thing for thing in old}
    after = {thing.id: thing for thing in new}
    for key, thing in after.items():
        if key not in before:
            yield Change("added", what, key, thing.name)
        elif fields := tuple(_fields(before[key], thing, apart)):
            yield Change("changed", what, key, thing.name, fields)
    if _in_both(before, after) != _in_both(after, before):
        yield Change("changed", f"{what} order", "all", "of the list")
    for key, thing in before.items():
        if key not in after:
            yield Change("removed", what, key, thing.name)


def _fields(was: Thing, now: Thing, apart: Iterable[str]) -> Iterator[Field]:
    for name in type(was).model_fields:
        if name not in apart and getattr(was, name) != getattr(now, name):
            yield Field(name, getattr(was, name), getattr(now, name))


def _in_both(one: Mapping[str, Thing], other: Mapping[str, Thing]) -> list[str]:
    return [key for key in one if key in other]


def _sorted(things: Iterable[T]) -> list[T]:
    return sorted(things, key=lambda thing: thing.id)


def _money(minor: object) -> str:
    if not isinstance(minor, int):
        return "none"
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02}"
