"""A saying: a sentence known by its words, in any order, with nothing left over."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.intent.rules.vocabulary import word_set
from tools.kit.call import Call, Json

_SMALL = word_set(
    "a an the my your our i id ill im me us we you is it its of now do would will can could like"
    " want so have let lets be here please pls plz kindly ok okay yes yeah sure well just um uh sir"
    " madam hi hello hey bro anna boss and then"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A call meant by a word of each set in `needs`, if every word is in `known`."""

    call: Call
    needs: tuple[frozenset[str], ...]
    known: frozenset[str]

    def fits(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words is this saying."""
        return words <= self.known and not any(need.isdisjoint(words) for need in self.needs)


def saying(
    tool: str,
    *needs: str,
    may: str = "",
    terse: bool = False,
    args: Mapping[str, Json] | None = None,
) -> Saying:
    """A saying from words written in a row. A terse one has no small words around it."""
    small = frozenset[str]() if terse else _SMALL
    needed = tuple(word_set(need) for need in needs)
    return Saying(Call(tool, args or {}), needed, small.union(may.split(), *needed))
