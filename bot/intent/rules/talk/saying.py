"""A saying: a sentence known by its words, in any order, with few or none left over."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.intent.rules.words.small_words import SMALL_WORDS
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call, Json

_SMALL = word_set(
    "a an the my your our i id ill im me us we you is it its of now do would will can could like"
    " want so have let lets be here please pls plz kindly ok okay yes yeah sure well just um uh sir"
    " madam hi hello hey bro anna boss and then actually"
)

_CARRY_NOTHING = SMALL_WORDS | word_set(
    "a an and buddy didnt doesnt get give go going how know mate need or tell want wanted what"
    " with yo"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A call meant by a word of each set in `needs`, if all but `spare` words are in `known`.

    A word of `never` makes it another sentence.
    """

    call: Call
    needs: tuple[frozenset[str], ...]
    known: frozenset[str]
    spare: int = 0
    never: frozenset[str] = frozenset()

    def fits(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words is this saying."""
        if any(need.isdisjoint(words) for need in self.needs) or not words.isdisjoint(self.never):
            return False
        return len(words - self.known) <= self.spare


class Sayings:
    """Sayings in order. Found by their first need, so that a sentence is not held against all."""

    def __init__(self, sayings: Iterable[Saying]) -> None:
        self._sayings = tuple(sayings)
        self._begun: dict[str, list[int]] = {}
        for place, each in enumerate(self._sayings):
            for word in each.needs[0]:
                self._begun.setdefault(word, []).append(place)

    def __iter__(self) -> Iterator[Saying]:
        return iter(self._sayings)

    def fitting(self, words: frozenset[str]) -> Iterator[Saying]:
        """Those that a sentence of these words is, the first first."""
        places = {place for word in words for place in self._begun.get(word, ())}
        every = (self._sayings[place] for place in sorted(places))
        return (each for each in every if each.fits(words))


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
    return Saying(Call(tool, args or {}), needed, small.union(word_set(may), *needed))


def remark(
    tool: str,
    *needs: str,
    may: str = "",
    spare: int = 0,
    never: str = "",
    args: Mapping[str, Json] | None = None,
) -> Saying:
    """A saying among words that carry nothing but for `never`, and `spare` nobody foresaw."""
    needed = tuple(word_set(need) for need in needs)
    known = _CARRY_NOTHING.union(word_set(may), *needed)
    return Saying(Call(tool, args or {}), needed, known, spare, word_set(never))
