"""A saying: a sentence known by its words, in any order, with few or none left over."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.intent.rules.vocabulary import word_set
from tools.kit.call import Call, Json

_SMALL = word_set(
    "a an the my your our i id ill im me us we you is it its of now do would will can could like"
    " want so have let lets be here please pls plz kindly ok okay yes yeah sure well just um uh sir"
    " madam hi hello hey bro anna boss and then"
)

_CARRY_NOTHING = word_set(
    "a about actually ah all alright already also am an and any are as at be been being bro but by"
    " can cant could did didnt do does doesnt done for friend from get give go going got guy guys"
    " had has have he hello her here hes hey hi him his how i ill im in into is isnt it its ive"
    " just kindly know let lets like madam make man mate may me might mine more must my need now of"
    " off oh ok okay on one only or our ours out over pl please pls plz quite really right she"
    " should sir so some still such sure tell than thank thanks that thats the their them then"
    " there these they theyre this those to too try up us very want wanted was we well were weve"
    " what whats when which while who will with would ya yeah yep yes yet yo you your youre youve"
    " yup dear buddy dude again"
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
    known = _CARRY_NOTHING.union(may.split(), *needed)
    return Saying(Call(tool, args or {}), needed, known, spare, word_set(never))
