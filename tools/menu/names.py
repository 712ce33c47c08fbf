"""An index of names: which things a phrase can mean. Built once per menu, then only read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from tools.menu.normalise import fold, words_of
from tools.menu.spelling import corrections

Words = tuple[str, ...]
_MOST_READINGS = 16
_SHORTEST_PAIR = 7


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name of one thing, as folded words. `owner` is the thing's place in its list."""

    words: Words
    owner: int


class Names:
    """Every name of a list of things: exact look-ups, look-ups by words, and the nearest names."""

    __slots__ = ("_folded", "_folds", "_lines", "_phrases", "_plain", "_postings", "_spellings")

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        """`names` holds, for each thing in order, its name and aliases."""
        self._plain: dict[str, tuple[int, ...]] = {}
        self._folded: dict[str, tuple[int, ...]] = {}
        self._phrases: list[Phrase] = []
        self._postings: dict[str, list[int]] = {}
        self._folds: dict[str, str] = {}
        for owner, its_names in enumerate(names):
            first = len(self._phrases)
            for name in its_names:
                self._add(owner, words_of(name), first)
        self._spellings = list(self._folds)
        self._lines = [" ".join(sorted(phrase.words)) for phrase in self._phrases]

    def _add(self, owner: int, words: Words, first: int) -> None:
        """Note a name; `first` is where this owner's phrases begin."""
        for word in words:
            if word not in self._folds:
                self._folds[word] = fold(word)
        folded = tuple(self._folds[word] for word in words)
        _extend(self._plain, "".join(words), owner)
        _extend(self._folded, " ".join(folded), owner)
        if not folded or Phrase(folded, owner) in self._phrases[first:]:
            return
        for word in set(folded):
            self._postings.setdefault(word, []).append(len(self._phrases))
        self._phrases.append(Phrase(folded, owner))

    def knows(self, word: str) -> bool:
        """Whether a folded word is part of any name."""
        return word in self._postings

    def resembles(self, word: str) -> bool:
        """Whether a word, typing errors forgiven, is part of any name."""
        return any(self.knows(sound) for sound in self._sounds(word))

    def exact(self, words: Words) -> tuple[int, ...]:
        """The things called exactly so; as it is written first, then as it sounds.

        Spaces do not count as it is written: "cheeseburger" is "cheese burger". Where sounds count
        they do: "add a" is no "adai".
        """
        return self._plain.get("".join(words)) or self.exact_folded(tuple(map(fold, words)))

    def exact_folded(self, folded: Words) -> tuple[int, ...]:
        """The things whose name sounds exactly so. `folded` are folded words."""
        return self._folded.get(" ".join(folded), ())

    def spaced(self, words: Words) -> Words:
        """The words, two that were run together taken apart: "oatmilk" -> oat milk."""
        return tuple(part for word in words for part in self._parts(word))

    def _parts(self, word: str) -> Words:
        if len(word) < _SHORTEST_PAIR or self.knows(fold(word)):
            return (word,)
        for cut in range(3, len(word) - 2):
            if self.knows(fold(word[:cut])) and self.knows(fold(word[cut:])):
                return (word[:cut], word[cut:])
        return (word,)

    def correct(self, words: Words) -> tuple[Words, ...]:
        """The words folded, with typing errors mended by words of these names.

        Several readings when a word could be two others; a word that resembles none stays.
        """
        readings: list[Words] = [()]
        for word in words:
            sounds = self._sounds(word)
            readings = [(*reading, sound) for reading in readings for sound in sounds]
        return tuple(dict.fromkeys(readings[:_MOST_READINGS]))

    def _sounds(self, word: str) -> tuple[str, ...]:
        folded = fold(word)
        if folded in self._postings:
            return (folded,)
        mended = (self._folds[name] for name in corrections(word, self._spellings))
        return tuple(dict.fromkeys(mended)) or (folded,)

    def containing(self, folded: Words) -> list[Phrase]:
        """The names that contain every one of the words, in the list's order."""
        if not folded or any(word not in self._postings for word in folded):
            return []
        first, *others = sorted((self._postings[word] for word in set(folded)), key=len)
        common = set(first).intersection(*others)
        return [self._phrases[number] for number in sorted(common)]

    def within(self, folded: Words) -> list[Phrase]:
        """The names made only of these words, longest first."""
        hits: dict[int, int] = {}
        for word in set(folded):
            for number in self._postings.get(word, ()):
                hits[number] = hits.get(number, 0) + 1
        found = [
            self._phrases[number]
            for number, count in sorted(hits.items())
            if count == len(set(self._phrases[number].words))
        ]
        return sorted(found, key=lambda phrase: -len(phrase.words))

    def nearest(self, folded: Words, count: int, at_least: float) -> tuple[int, ...]:
        """Up to `count` things whose names look most like the words; `at_least` is 0 to 100."""
        found = process.extract(
            " ".join(sorted(folded)),
            self._lines,
            scorer=fuzz.ratio,
            score_cutoff=at_least,
            limit=count * 4,
        )
        owners = (self._phrases[number].owner for _, _, number in found)
        return tuple(dict.fromkeys(owners))[:count]


def _extend(index: dict[str, tuple[int, ...]], key: str, owner: int) -> None:
    """Note that `owner` is called `key`."""
    owners = index.get(key, ())
    if key and owner not in owners:
        index[key] = (*owners, owner)
