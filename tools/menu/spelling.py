"""Typing errors: how far a word may be from a menu word and still be meant as it.

A short word has to be right: "egg" is near to "veg", and it matters to who eats it.
"""

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_SHORT = 5
_LONG = 9
_REMEMBERED = 512
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_CONSONANTS = ("bp", "bv", "ck", "cs", "dr", "dt", "gk", "jz", "mn", "sz")
_VOWELS = ("ao", "au", "ei", "ou")
"""Letters that are heard for each other."""


def _neighbours() -> Iterator[str]:
    """The pairs of keys beside or below each other on a keyboard."""
    for row, below in zip(_KEYS, (*_KEYS[1:], ""), strict=True):
        for place, key in enumerate(row):
            yield from (key + other for other in row[place + 1 : place + 2])
            yield from (key + other for other in below[max(0, place - 1) : place + 1])


def _both_ways(pairs: Iterator[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(order for pair in pairs for order in (pair, pair[::-1]))


_HEARD = _both_ways((*_CONSONANTS, *_VOWELS))
_SLIPS = _both_ways((*_neighbours(), *_CONSONANTS))
_SLIPS_OF_FIVE = _SLIPS | _HEARD


@lru_cache(maxsize=_REMEMBERED)  # one query asks for the same word in many ways
def corrections(word: str, known: str) -> tuple[str, ...]:
    """The other known words that `word` can be a mistyping of: the nearest, several on a tie.

    `known` are words with spaces between them.
    """
    letters = sum(letter != before for letter, before in zip(word, " " + word, strict=False))
    if word.isdigit() or letters < _SHORTEST:
        return ()
    most = 2 if len(word) + 2 >= _LONG else 1
    near = process.extract(word, known.split(), scorer=OSA.distance, score_cutoff=most, limit=None)
    good = [(errors, name) for name, errors, _ in near if _plausible(word, name, errors)]
    best = min((errors for errors, _ in good), default=0)
    return tuple(sorted(name for errors, name in good if errors == best))[:4]


@lru_cache(maxsize=_REMEMBERED)
def misheard(sound: str, known: str) -> tuple[str, ...]:
    """The known folded words that a folded word is but for one letter heard for another.

    `known` are folded words with spaces between them.
    """
    if sound.isdigit() or len(sound) <= _SHORT:
        return ()
    near = process.extract(sound, known.split(), scorer=OSA.distance, score_cutoff=1, limit=None)
    return tuple(sorted(name for name, _, _ in near if _other_letter(sound, name) in _HEARD))[:4]


def _plausible(word: str, name: str, errors: float) -> bool:
    """Whether these errors are made in such a word. It takes a long one to make two.

    In four or five letters another letter makes another word: "mint" and "mini", "pasta" and
    "pista". Unless it is the key beside it, or sounds much alike; and the first letter is right.
    """
    if len(name) < 3 or name.isdigit() or errors == 0:
        return False
    if errors > 1:
        return max(len(word), len(name)) >= _LONG
    if len(word) > _SHORT or len(word) != len(name) or sorted(word) == sorted(name):
        return True
    return _other_letter(word, name) in (_SLIPS if len(word) < _SHORT else _SLIPS_OF_FIVE)


def _other_letter(word: str, name: str) -> str:
    """The letter in which two words differ, of both, if they differ in one and not the first."""
    pairs = [one + other for one, other in zip(word, name, strict=False) if one != other]
    return pairs[0] if len(pairs) == 1 and len(word) == len(name) and word[0] == name[0] else ""
