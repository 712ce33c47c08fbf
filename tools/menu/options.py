"""Words -> options of a dish: "extra cheese", "double shot", "no onion"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tools.menu.amounts import Measure, measure
from tools.menu.choices import Choices, Chosen, Doubt, Place, TakenOff
from tools.menu.menu import Menu
from tools.menu.model import OptionGroup
from tools.menu.names import Words
from tools.menu.normalise import words_of
from tools.menu.option_words import NEGATIONS, Heard, Meaning, listen, look_up

_HANDLE = re.compile(r"(?P<before>[^#]*)#(?P<no>\d{1,9})")
_AS_USUAL = ("usual",)
_PAUSE = re.compile(r"[,;/+]")
_MOST_OF_ONE = 9
_MOST_WORDS = 120


def choose(
    menu: Menu,
    groups: Sequence[OptionGroup],
    options: Iterable[str],
    without: Iterable[str] = (),
) -> Choices:
    """What `options` and `without`, in the customer's words, mean for a dish with these groups.

    `#12` is the option with that short number; "extra #12", "2 #12" and "no #12" are some of it,
    "usual #12" takes back what was said of it.
    """
    chooser = _Chooser(menu, groups)
    for phrase in options:
        chooser.take(phrase)
    for phrase in without:
        chooser.leave_out(phrase)
    return chooser.choices


@dataclass(slots=True)
class _Chooser:
    menu: Menu
    groups: Sequence[OptionGroup]
    choices: Choices = field(default_factory=Choices)
    words_left: int = _MOST_WORDS

    def take(self, phrase: str) -> None:
        """Note what one phrase asks for."""
        if handle := _HANDLE.fullmatch(phrase.strip()):
            self._take_handle(phrase, words_of(handle["before"]), int(handle["no"]))
            return
        said = self._words(phrase)
        meaning = look_up(self.menu, self.groups, said)
        if meaning.places:
            self._put(said, meaning, Measure())
            return
        heard = listen(self.menu, self.groups, said)
        if not heard:
            self.choices.unknown.append(phrase)
        for one in heard:
            self._note(one)

    def leave_out(self, phrase: str) -> None:
        """Note what one phrase wants left out, which may be an option itself ("no sugar")."""
        if "#" in phrase:
            self.take(f"no {phrase}")
            return
        said = self._words(phrase)
        if not said and phrase.strip():
            self.choices.notes.append(phrase.strip())
            return
        itself = look_up(self.menu, self.groups, ("no", *said))
        if itself.places:
            self._put(said, itself, Measure())
            return
        for one in listen(self.menu, self.groups, said, negated=True):
            self._note(one)

    def _words(self, phrase: str) -> Words:
        """The words of a phrase; none when it is more than a person would say of one dish."""
        said = words_of(_PAUSE.sub(" and ", phrase))
        self.words_left -= len(said)
        return said if self.words_left >= 0 else ()

    def _note(self, heard: Heard) -> None:
        how_much = measure(heard.measures)
        words = " ".join(heard.words)
        if not heard.negated and not heard.meaning.places:
            self.choices.unknown.append(words)
        elif not heard.negated:
            self._put(heard.words, heard.meaning, how_much)
        elif how_much.amount == "extra":
            return  # "no extra cheese" is cheese as usual
        elif heard.meaning.places:
            self._remove(heard.words, heard.meaning.places)
        else:
            self.choices.notes.append(words)

    def _take_handle(self, phrase: str, before: Words, no: int) -> None:
        place = self.menu.option_no(no)
        if place is None or place[0] not in self.groups:
            self.choices.unknown.append(phrase)
        elif before == _AS_USUAL:
            self.choices.as_usual.append(place)
        elif before and before[0] in NEGATIONS:
            self._remove(words_of(place[1].name), [place])
        else:
            self._put(words_of(place[1].name), Meaning((place,)), measure(before))

    def _put(self, words: Words, meaning: Meaning, how_much: Measure) -> None:
        """Note the option, unless it cannot be had in that amount; several fits are a doubt."""
        places = meaning.places
        found = [chosen for place in places if (chosen := _in_amount(place, how_much))]
        if not found:
            self.choices.unknown.append(f"{how_much.amount} {' '.join(words)}")
        elif len(found) > 1 or not (meaning.sure or found[0].option.countable):
            self.choices.doubts.append(Doubt(" ".join(words), tuple(found)))
        else:
            if how_much.count > 1 and found[0].count == 1 and found[0].amount is None:
                # It can be had once: that it is not had twice has to be said.
                self.choices.unknown.append(f"{how_much.count}x {found[0].option.name}")
            if found[0] not in self.choices.chosen:
                self.choices.chosen.append(found[0])

    def _remove(self, words: Words, places: Sequence[Place]) -> None:
        """Several options of one name ("beans") are all left out."""
        for group, option in places:
            if not group.negatable:
                self.choices.taken_off.append(TakenOff(" ".join(words), group, option))
            elif (group, option) not in self.choices.removed:
                self.choices.removed.append((group, option))


def _in_amount(place: Place, how_much: Measure) -> Chosen | None:
    """The option in an amount its group knows. "Extra" where it knows none is the thing itself."""
    group, option = place
    if option.countable:
        return Chosen(group, option, count=min(how_much.count, _MOST_OF_ONE))
    amount = "extra" if how_much.count > 1 else how_much.amount
    if amount in group.amounts:
        return Chosen(group, option, amount)
    return None if amount == "light" else Chosen(group, option)
