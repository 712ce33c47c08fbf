"""Typing errors: how far a word may be from a menu word and still be meant as it.

A short word has to be right: "egg" is near to "veg", and it matters to who eats it.
"""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA


def corrections(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known words that `word` can be a mistyping of: the nearest ones, several on a tie."""
    allowed = _errors_allowed(word)
    if allowed == 0:
        return ()
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    good = [(distance, name) for name, distance, _ in near if _plausible(word, name)]
    best = min((distance for distance, _ in good), default=0)
    return tuple(sorted(name for distance, name in good if distance == best))[:4]


def _errors_allowed(word: str) -> int:
    if word.isdigit() or len(word) < 4:
        return 0
    return 1 if len(word) < 9 else 2


def _plausible(word: str, name: str) -> bool:
    """In a word of four or five letters only a missing, doubled or swapped letter is an error.

    Another letter in its place makes another word: "mint" and "mini", "pasta" and "pista".
    """
    if len(name) < 3 or name.isdigit():
        return False
    if len(word) > 5:
        return True
    return len(word) != len(name) or sorted(word) == sorted(name)
