"""Names said in part: "oat" for Oat Milk, "chocolate chip" for White Chocolate Chip Cookie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.intent.rules.menu.heard import LONGEST, Heard, only_helps
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.order_words import CONTAINERS, JOINS, KINDS, KNOWN_WORDS
from bot.intent.rules.words.small_words import MANNER
from bot.intent.rules.words.tokens import Tokens
from tools.menu import Menu, fold, words_of

_NOT_ALONE = KNOWN_WORDS | MANNER | CONTAINERS
_NOT_LAST = KNOWN_WORDS - KINDS


@dataclass(frozen=True, slots=True)
class Part:
    """Some tokens that are part of names, and whose names those are, by their places in the list.

    `begun` are those whose name begins so.
    """

    begin: int
    end: int
    owners: tuple[int, ...]
    begun: frozenset[int]

    @property
    def likely(self) -> tuple[int, ...]:
        """The one whose name begins so; all where there is none or more."""
        begun = tuple(owner for owner in self.owners if owner in self.begun)
        return begun if len(begun) == 1 else self.owners


def parts_in(tokens: Tokens, heard: Heard) -> Iterator[Part]:
    """Every stretch of known words that is part of names; small words alone are part of none."""
    for begin in range(len(tokens)):
        if heard.folded[begin] and _may_begin(tokens, begin):
            for end, folded in _known(tokens, heard, begin):
                if _may_end(tokens, begin, end):
                    part = _part(heard, begin, end, folded)
                    if part is None:
                        break
                    yield part


def _known(tokens: Tokens, heard: Heard, begin: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Longer and longer stretches of known words, folded."""
    folded: tuple[str, ...] = ()
    for at in range(begin, min(begin + LONGEST, len(tokens))):
        said = heard.folded[at]
        if not said or tokens[at].word in JOINS:
            return
        folded += said
        yield at + 1, folded


def _part(heard: Heard, begin: int, end: int, folded: tuple[str, ...]) -> Part | None:
    owners = heard.owners_with(folded)
    mended = begin in heard.mended
    several = end > begin + 1 and len(owners) > 1
    begun = heard.beginning(folded) if several or mended else ()
    if mended and end == begin + 1:
        owners = begun  # what may be mistyped has to begin the name
    return Part(begin, end, owners, frozenset(begun)) if owners else None


def likeliest(
    menu: Menu, group: str, owners: tuple[int, ...], said: Sequence[str]
) -> tuple[int, ...]:
    """Of several options the one whose name begins so, or has the words as they are written: "oat"
    is Oat Milk, "pepper" rather Black Pepper than Red Peppers."""
    found = menu.group(group)
    if len(owners) == 1 or found is None:
        return owners
    named = {place: words_of(found.options[place].name) for place in owners}
    first = fold(said[0])
    begun = tuple(place for place in owners if named[place] and fold(named[place][0]) == first)
    written = tuple(place for place in owners if set(named[place]).issuperset(said))
    return next((likely for likely in (begun, written) if len(likely) == 1), owners)


def _may_begin(tokens: Tokens, begin: int) -> bool:
    word = tokens[begin].word
    number = tokens[begin].kind == "number"
    return word not in KNOWN_WORDS and not number and not only_helps(tokens, begin)


def _may_end(tokens: Tokens, begin: int, end: int) -> bool:
    word = tokens[end - 1].word
    if end > begin + 1:
        return word not in _NOT_LAST
    return word not in _NOT_ALONE and not read_number(tokens, begin)
