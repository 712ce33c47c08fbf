"""An index of names: which things a phrase can mean. Built once per menu, then only read."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz, process

from tools.menu.index import Index
from tools.menu.normalise import fold, fold_all, words_of_all
from tools.menu.packed import Numbers, Texts, fitting
from tools.menu.spelling import corrections, misheard

Words = tuple[str, ...]
_MOST_READINGS = 16
_SHORTEST_PAIR = 7
_NUMBERED = re.compile(r"([a-z]{3,})(\d{2,})")


class Phrase(NamedTuple):
    """One name of one thing, as folded words. `owner` is the thing's place in its list."""

    words: Words
    owner: int


class Names:
    """Every name of a list of things: exact look-ups, look-ups by words, and the nearest names.

    Names of one owner that sound alike are one phrase. `_plain` leads from a name as it is written,
    without spaces, to owners, and `_folded` from a phrase. `_words` numbers the folded words, and
    `_postings` has the phrases each is in. A phrase has its text, its owner, and in `_widths` how
    many words it has. What is only ever searched whole is one string: in `_sorted` the
    first phrase of each owner, a line with its words in order of the alphabet; the words as they
    are written in `_spellings` and as they sound in `_sounds_of`.
    """

    __slots__ = (
        "_folded",
        "_owners",
        "_phrases",
        "_plain",
        "_postings",
        "_sorted",
        "_sounds_of",
        "_spellings",
        "_widths",
        "_words",
    )

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        """`names` holds, for each thing in order, its name and aliases."""
        things = list(names)
        owners = [owner for owner, its in enumerate(things) for _ in its]
        said = _as_first_spaced(owners, words_of_all([*chain.from_iterable(things)]))
        written = [*dict.fromkeys(chain.from_iterable(said))]
        sounds = dict(zip(written, fold_all(written), strict=True))
        spoken = [tuple(map(sounds.__getitem__, words)) for words in said]
        phrases = [*dict.fromkeys(zip(spoken, owners, strict=True))]
        phrases = [(words, owner) for words, owner in phrases if words]
        lines = [" ".join(words) for words, _ in phrases]
        meant = [owner for _, owner in phrases]
        postings = _postings(phrases)
        self._plain = Index(map("".join, said), owners)
        self._folded = Index(lines, meant)
        self._words = Index(postings, range(len(postings)))
        self._postings = Numbers(list(postings.values()))
        self._phrases = Texts(lines)
        self._owners = fitting(meant)
        self._widths = fitting([len(words) for words, _ in phrases])
        self._sorted = _first_lines(phrases, len(things))
        self._spellings = " ".join(written)
        self._sounds_of = " ".join(postings)

    def knows(self, word: str) -> bool:
        """Whether a folded word is part of any name."""
        return bool(self._words[word])

    def spells(self, word: str) -> bool:
        """Whether a word, as it is written, is part of any name."""
        return f" {word} " in f" {self._spellings} "

    def resembles(self, word: str) -> bool:
        """Whether a word, typing errors forgiven, is part of any name."""
        return any(self.knows(sound) for sound in self._sounds(word))

    def exact(self, words: Words) -> tuple[int, ...]:
        """The things called exactly so; as it is written first, then as it sounds.

        Spaces do not count as it is written: "cheeseburger" is "cheese burger". Where sounds count
        they do: "add a" is no "adai".
        """
        return self.written(words) or self.exact_folded(tuple(map(fold, words)))

    def written(self, words: Words) -> tuple[int, ...]:
        """The things whose name is written exactly so; spaces do not count."""
        return tuple(dict.fromkeys(self._plain["".join(words)] if words else ()))

    def exact_folded(self, folded: Words) -> tuple[int, ...]:
        """The things whose name sounds exactly so. `folded` are folded words."""
        return tuple(self._folded[" ".join(folded)])

    def spaced(self, words: Words) -> Words:
        """The words, spaced as in these names: "oatmilk" -> oat milk; "pine apple" -> pineapple."""
        return tuple(part for word in self._joined(words) for part in self._parts(word))

    def _joined(self, words: Words) -> list[str]:
        """The words, each two that only together are a word of these names as one."""
        kept: list[str] = []
        for word in words:
            before = kept[-1] if kept else ""
            apart = self.knows(fold(before)) and self.knows(fold(word))
            if before and not apart and self.knows(fold(before + word)):
                kept[-1] = before + word
            else:
                kept.append(word)
        return kept

    def _parts(self, word: str) -> Words:
        if self.knows(fold(word)):
            return (word,)
        if numbered := _NUMBERED.fullmatch(word):
            return numbered.groups()
        if len(word) < _SHORTEST_PAIR:
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
        if self.knows(folded):
            return (folded,)
        return self.other_words(word) or (folded,)

    def other_words(self, word: str) -> Words:
        """The folded words that a word can be a mistyping of, as it is written or as it sounds."""
        folded = fold(word)
        mended = tuple(map(fold, corrections(word, self._spellings)))
        mended = mended or misheard(folded, self._sounds_of)
        return tuple(other for other in dict.fromkeys(mended) if other != folded)

    def containing(self, folded: Words) -> list[Phrase]:
        """The names that contain every one of the words, in the list's order."""
        return [self._phrase(number) for number in self._numbers_with_all(folded)]

    def owners_with(self, folded: Words) -> tuple[int, ...]:
        """The things that have a name with every one of the words, in the list's order."""
        numbers = self._numbers_with_all(folded)
        return tuple(dict.fromkeys(map(self._owners.__getitem__, numbers)))

    def beginning(self, folded: Words) -> tuple[int, ...]:
        """The things that have a name that begins with these words."""
        begun = " ".join(folded) + " "
        numbers = self._numbers_with_all(folded)
        found = (n for n in numbers if f"{self._phrases[n]} ".startswith(begun))
        return tuple(dict.fromkeys(map(self._owners.__getitem__, found)))

    def within(self, folded: Words) -> list[Phrase]:
        """The names made only of these words, longest first."""
        hits = Counter(chain.from_iterable(map(self._numbers_with, set(folded))))
        whole = (number for number, count in hits.items() if count == self._widths[number])
        found = map(self._phrase, sorted(whole))
        return sorted(found, key=lambda phrase: -len(phrase.words))

    def nearest(self, folded: Words, count: int, at_least: float) -> tuple[int, ...]:
        """Up to `count` things whose first names look most like the words, from 0 to 100."""
        found = process.extract(
            " ".join(sorted(folded)),
            self._sorted.split("\n"),
            scorer=fuzz.ratio,
            score_cutoff=at_least,
            limit=count,
        )
        return tuple(owner for _, _, owner in found)

    def _numbers_with_all(self, folded: Words) -> Sequence[int]:
        """The phrases that have every one of the words, by their numbers, the lowest first."""
        first, *others = sorted(map(self._numbers_with, set(folded)), key=len) or [()]
        if not others or not first:
            return list(dict.fromkeys(first))
        return sorted(set(first).intersection(*others))

    def _numbers_with(self, word: str) -> Sequence[int]:
        """The phrases that have a folded word, by their numbers."""
        return next((self._postings[place] for place in self._words[word]), ())

    def _phrase(self, number: int) -> Phrase:
        return Phrase(tuple(self._phrases[number].split(" ")), self._owners[number])


def _as_first_spaced(owners: Sequence[int], said: Sequence[Words]) -> list[Words]:
    """The names. One that only takes its owner's first apart is the first: beside Pineapple Juice,
    "pine apple juice" is no juice of apples."""
    firsts: dict[int, Words] = {}
    spaced = []
    for owner, words in zip(owners, said, strict=True):
        first = firsts.setdefault(owner, words)
        apart = len(words) > len(first) and "".join(words) == "".join(first)
        spaced.append(first if apart else words)
    return spaced


def _postings(phrases: Iterable[tuple[Words, int]]) -> dict[str, list[int]]:
    """The folded words, each with the numbers of the phrases it is in, as often as it is."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, (words, _) in enumerate(phrases):
        for word in words:
            found[word].append(number)
    return found


def _first_lines(phrases: Sequence[tuple[Words, int]], owners: int) -> str:
    """A line for each owner: the words of its first phrase, in order of the alphabet."""
    first = {owner: words for words, owner in reversed(phrases)}
    return "\n".join([" ".join(sorted(first.get(owner, ()))) for owner in range(owners)])
