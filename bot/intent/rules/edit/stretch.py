"""One verb of an edit with the words it is said with, and how they are read as an act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.intent.rules.edit.acts import Act, Kind
from bot.intent.rules.edit.cut import trim
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.phrase import Phrase
from bot.intent.rules.edit.read_phrase import read_phrase
from bot.intent.rules.words.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Stretch:
    """A verb, "" for none, and its words."""

    verb: str
    lexes: Sequence[Lex]
    tokens: Tokens

    @property
    def plain(self) -> list[Lex]:
        """The words but "instead"."""
        return [one for one in self.lexes if one.role != "instead"]

    @property
    def instead(self) -> bool:
        """Whether "instead" is among the words."""
        return any(one.role == "instead" for one in self.lexes)

    def at(self, role: str) -> int:
        """The place after the first of this role; 0: there is none."""
        return next((at for at, one in enumerate(self.lexes, 1) if one.role == role), 0)

    def phrase(self, lexes: Sequence[Lex]) -> Phrase | None:
        """See `read_phrase`."""
        return read_phrase(lexes, self.tokens)

    def act(self, kind: Kind, old: Sequence[Lex], new: Sequence[Lex]) -> Act | None:
        """An act of two phrases; None where one of them is no phrase."""
        new = [one for one in new if one.role != "instead"]
        before, after = self.phrase(old), self.phrase(new)
        if before is None or after is None or after.empty:
            return None
        return Act(kind, None if before.empty else before, after, self.instead, trim([*new]))

    def split(self, lexes: Sequence[Lex]) -> tuple[Sequence[Lex], Sequence[Lex]] | None:
        """At the first word between of which both sides are phrases."""
        for at, one in enumerate(lexes):
            if one.role != "by" or not at:
                continue
            new = self.phrase(lexes[at + 1 :])
            old = [each for each in lexes[:at] if each.role != "from"]
            if new and not new.empty and self.phrase(old):
                return lexes[:at], lexes[at + 1 :]
        return None


def in_parts(lexes: Iterable[Lex]) -> list[list[Lex]]:
    """The words between "and"s and commas."""
    parts: list[list[Lex]] = [[]]
    for one in lexes:
        if one.role in {"join", "break"}:
            parts.append([])
        else:
            parts[-1].append(one)
    return [part for part in parts if part]
