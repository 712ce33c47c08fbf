"""A phrase -> the stretches of it that name options of some groups."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from tools.menu.amounts import UNITS, is_measure, measure
from tools.menu.choices import Place
from tools.menu.menu import Menu
from tools.menu.model import Option, OptionGroup
from tools.menu.names import Names, Words
from tools.menu.normalise import fold, singular, vocabulary, words_of

NEGATIONS = vocabulary("avoid except hold minus no non not remove skip without")
_JOINTS = vocabulary("and but nor or plus with")
_GO_ON = vocabulary("nor or")
_FILLERS = vocabulary(
    "a add added adding all also an any are as at be can could do for get give going has have i if"
    " in inside is it its just kind let like make me my need of oh ok on only please pls put side"
    " some sort thanks that thats the them then there this to today too top topped type want we"
    " with would you your"
)
_KINDS = vocabulary("cheese dressing flavor flavour sauce syrup topping toppings")
_LONGEST_NAME = 6
_LONGEST_PART = 3
_Likeness = Callable[[OptionGroup, Names, Words], Iterator[int]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The options words can mean; none: they name no option. Not `sure`: ask, even about one."""

    places: tuple[Place, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of a phrase, and what was said of it."""

    words: Words
    meaning: Meaning
    measures: Words = ()
    negated: bool = False


def look_up(menu: Menu, groups: Sequence[OptionGroup], said: Words) -> Meaning:
    """The options that all the words together can mean; the nearest likeness decides.

    As written or as it sounds; the first words of a name ("oat": Oat Milk); a name beside the
    group's own words ("large size": Large). The last words of a name are no more than a hint:
    "cheese" need not be Blue Cheese.
    """
    return _alike(menu, groups, said, (*_EXACTLY, *_LOOSELY))


def listen(
    menu: Menu, groups: Sequence[OptionGroup], said: Words, *, negated: bool = False
) -> list[Heard]:
    """The phrase in stretches, each the longest name that begins there.

    "No" holds for the next option, and on over "or"; with `negated` it holds throughout. Unknown
    words right before an option make it another thing: "blue cheese" is not "cheese".
    """
    for group in groups:
        said = menu.option_names[group.id].spaced(said)
    ear = _Ear(negated, {word for group in groups for word in words_of(group.name)})
    at = 0
    while at < len(said):
        length, meaning = (0, Meaning()) if ear.only_says_kind(said[at]) else _name_at(
            menu, groups, said, at
        )  # fmt: skip
        if length:
            ear.name(said[at : at + length], meaning)
        else:
            ear.word(said[at])
        at += max(1, length)
    return ear.end()


class _Ear:
    """What has been heard of a phrase so far."""

    def __init__(self, negated: bool, headings: Set[str]) -> None:
        self._headings = headings
        self._always = self._negated = negated
        self._measures: Words = ()
        self._unknown: Words = ()
        self._heard: list[Heard] = []
        self._just: frozenset[str] = frozenset()

    def only_says_kind(self, word: str) -> bool:
        """Whether it is the heading of the option named right before: the crust in "thin crust"."""
        return fold(word) in self._just

    def name(self, words: Words, meaning: Meaning) -> None:
        """A name of an option, or, after unknown words, of something else."""
        if self._unknown:
            words, meaning, self._unknown = (*self._unknown, *words), Meaning(), ()
        self._heard.append(Heard(words, meaning, self._measures, self._negated))
        self._measures, self._negated = (), self._always
        self._just = frozenset(word for group, _ in meaning.places for word in _heading(group))

    def word(self, word: str) -> None:
        """A word that begins no name."""
        self._just = frozenset()
        if word in NEGATIONS or word in _JOINTS:
            self._close()
            again = word in _GO_ON and bool(self._heard) and self._heard[-1].negated
            self._negated = self._always or word in NEGATIONS or again
        elif is_measure(word):
            self._measures = (*self._measures, word)
        elif word not in _FILLERS and word not in self._headings and not self._is_kind(word):
            self._unknown = (*self._unknown, word)

    def _is_kind(self, word: str) -> bool:
        """Whether a word after a name only says what kind of thing that is: "ranch dressing"."""
        return word in _KINDS and bool(self._heard) and not self._unknown

    def end(self) -> list[Heard]:
        """Everything; an amount said last belongs to the option before it ("onions, extra")."""
        self._close()
        if self._measures and self._heard and not self._heard[-1].measures:
            self._heard[-1] = replace(self._heard[-1], measures=self._measures)
        return self._heard

    def _close(self) -> None:
        if self._unknown:
            self._heard.append(Heard(self._unknown, Meaning(), self._measures, self._negated))
            self._unknown, self._measures = (), ()


def _heading(group: OptionGroup) -> set[str]:
    """The group's own words, as they sound. An amount stays one: "extra", of Burger Extras."""
    return {fold(word) for word in words_of(group.name) if not is_measure(singular(word))}


def _is_amount(menu: Menu, groups: Sequence[OptionGroup], said: Words, at: int) -> bool:
    """Whether a word says how much of the option right after it, which is to be had so."""
    if at + 1 == len(said) or not is_measure(said[at]):
        return False
    _, meaning = _name_at(menu, groups, said, at + 1)
    return any(_comes_so(group, option, said[at]) for group, option in meaning.places)


def _comes_so(group: OptionGroup, option: Option, word: str) -> bool:
    how_much = measure((word,))
    if how_much.count > 1:
        return option.countable or "extra" in group.amounts
    return how_much.amount in group.amounts


def _name_at(
    menu: Menu, groups: Sequence[OptionGroup], said: Words, at: int
) -> tuple[int, Meaning]:
    """The longest name that begins at a word, and its length: a whole name, else part of one.

    A word that says how much of the next option begins none by itself: the "light" in "light foam"
    is no Light Roast.
    """
    for length in range(min(_LONGEST_NAME, len(said) - at), 0, -1):
        meaning = _alike(menu, groups, said[at : at + length], _EXACTLY)
        if meaning.places and not (length == 1 and _is_amount(menu, groups, said, at)):
            return length, meaning
    begins_nothing = said[at] in _FILLERS | _JOINTS | NEGATIONS | _KINDS
    thing = at + 1 == len(said) and fold(said[at]) in UNITS  # the shot in "double shot"
    if begins_nothing or (is_measure(said[at]) and not thing):
        return 0, Meaning()
    near = [group for group in groups if menu.option_names[group.id].resembles(said[at])]
    for length in range(min(_LONGEST_PART, len(said) - at), 0, -1):
        meaning = _alike(menu, near, said[at : at + length], _LOOSELY)
        if meaning.places:
            return length, meaning
    return 0, Meaning()


def _alike(
    menu: Menu, groups: Sequence[OptionGroup], said: Words, likenesses: Sequence[_Likeness]
) -> Meaning:
    for likeness in likenesses if said else ():
        found = [
            (group, group.options[place])
            for group in groups
            for place in dict.fromkeys(likeness(group, menu.option_names[group.id], said))
        ]
        if found:
            return Meaning(tuple(found), sure=likeness is not _part)
    return Meaning()


def _own_name(group: OptionGroup, names: Names, said: Words) -> Iterator[int]:
    """Of several that are called so, the one whose first name it is."""
    yield from (place for place in names.exact(said) if words_of(group.options[place].name) == said)


def _exact(group: OptionGroup, names: Names, said: Words) -> Iterator[int]:
    yield from names.exact(said)


def _mistyped(group: OptionGroup, names: Names, said: Words) -> Iterator[int]:
    for reading in names.correct(said):
        yield from names.exact_folded(reading)


def _only_beginning(group: OptionGroup, names: Names, said: Words) -> Iterator[int]:
    """The one option whose name begins so ("oat"), if no other name ends so."""
    phrases = [phrase for reading in names.correct(said) for phrase in names.containing(reading)]
    begun = {phrase.owner for phrase in phrases if phrase.words[0] == fold(said[0])}
    ended = {phrase.owner for phrase in phrases if phrase.words[-1] == fold(said[-1])}
    if len(begun) == 1 and not ended - begun:
        yield from begun


def _beside(group: OptionGroup, names: Names, said: Words) -> Iterator[int]:
    beside = _heading(group) | UNITS
    for reading in names.correct(said):
        phrases = names.within(reading)
        longest = [phrase for phrase in phrases if len(phrase.words) == len(phrases[0].words)]
        for phrase in longest:
            if all(word in phrase.words or word in beside for word in reading):
                yield phrase.owner


def _part(group: OptionGroup, names: Names, said: Words) -> Iterator[int]:
    for reading in names.correct(said):
        yield from (phrase.owner for phrase in names.containing(reading))


_EXACTLY: tuple[_Likeness, ...] = (_own_name, _exact)
_LOOSELY: tuple[_Likeness, ...] = (_mistyped, _only_beginning, _beside, _part)
