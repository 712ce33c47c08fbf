"""A read-only mapping of keys to numbers, in eight bytes a key."""

from array import array
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence

# An entry is 40 bits of a key's hash, salted anew by every process, above 24 bits of its number.
_NUMBERS = 1 << 24
_HASH = (1 << 64) - _NUMBERS


class Index:
    """Keys, each with the numbers it leads to. Numbers are from 0 to 16 million.

    Kept of a key is its hash alone. That an unknown word has the hash of one of a menu's thousand
    is a chance of 1 to 10^9.
    """

    __slots__ = ("_entries",)

    def __init__(self, keys: Iterable[Hashable], numbers: Iterable[int]) -> None:
        """`numbers` holds one number for each key; a key may come again, with another number."""
        pairs = zip(keys, numbers, strict=True)
        self._entries = array("Q", sorted([hash(key) & _HASH | number for key, number in pairs]))

    def __getitem__(self, key: Hashable) -> Sequence[int]:
        """The numbers of a key, the lowest first; none for a key that is not there."""
        first = hash(key) & _HASH
        entries = self._entries
        begin = bisect_left(entries, first)
        if begin == len(entries) or entries[begin] - first >= _NUMBERS:
            return ()  # as for most of what is asked for
        end = bisect_left(entries, first + _NUMBERS, begin)
        return [entry - first for entry in entries[begin:end]]
