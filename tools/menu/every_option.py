"""The names of all options of a menu in one index, so that a sentence is looked through once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from tools.menu.model import OptionGroup
from tools.menu.names import Names


class EveryOption:
    """`names` owns options by their places among all; they are told apart by group here."""

    __slots__ = ("_places", "names")

    def __init__(self, groups: Sequence[OptionGroup]) -> None:
        self.names = Names(group.names_of(option) for group in groups for option in group.options)
        self._places = [(group.id, at) for group in groups for at in range(len(group.options))]

    def by_group(self, owners: Iterable[int]) -> Mapping[str, tuple[int, ...]]:
        """Owners as places in each of their groups."""
        places = sorted(map(self._places.__getitem__, owners), key=lambda place: place[0])
        return dict(_gathered(places))


def _gathered(places: Sequence[tuple[str, int]]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for group, its in groupby(places, key=lambda place: place[0]):
        yield group, tuple(at for _, at in its)
