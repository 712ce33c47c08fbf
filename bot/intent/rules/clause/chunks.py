"""A clause cut where something new begins: a number, "and", "with", "no", a comma."""

from dataclasses import dataclass, field
from typing import Literal

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.numbers import Number, read_number
from bot.intent.rules.words.pointers import pointer_at
from bot.intent.rules.words.tokens import Token, Tokens
from bot.intent.rules.words.vocabulary import (
    AMOUNTS,
    ARTICLES,
    FILLERS,
    JOINERS,
    MORE,
    NEGATIONS,
    SIDE,
    WITH,
)

Joint = Literal["start", "and", "with", "no"]


@dataclass(slots=True)
class Chunk:
    """Words that belong together. `points`: they begin with a pointer; `more`: after "another";
    `added`: "and" or the like stands before.
    """

    joint: Joint
    words: list[Token] = field(default_factory=list)
    quantity: int | str | None = None
    more: bool = False
    points: bool = False
    added: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was said in it."""
        return not self.words and self.quantity is None and not self.more


def cut(tokens: Tokens, menu: MenuWords) -> list[Chunk]:
    """The chunks of a clause. Quantities stand before dishes ("2 idly") or all after ("idly 2")."""
    chunks = _Cutter(tokens, menu, number_last=False).run()
    stray = chunks and not chunks[-1].words and chunks[-1].quantity is not None
    if stray and chunks[0].words and chunks[0].quantity is None:
        return _Cutter(tokens, menu, number_last=True).run()
    return chunks


class _Cutter:
    def __init__(self, tokens: Tokens, menu: MenuWords, *, number_last: bool) -> None:
        self._tokens = tokens
        self._menu = menu
        self._number_last = number_last
        self._chunks = [Chunk("start")]

    def run(self) -> list[Chunk]:
        at = 0
        while at < len(self._tokens):
            at += self._special(at) or self._boundary(at) or self._word(at)
        return [chunk for chunk in self._chunks if not chunk.empty]

    def _special(self, at: int) -> int:
        """A dish's whole name, a number or a pointer: how many tokens it takes, else 0."""
        if self._tokens[at].kind == "break":
            return 0
        if length := self._menu.dish_at(self._tokens, at):
            return self._extend(self._tokens[at : at + length])
        following = at + 1 < len(self._tokens) and self._menu.dish_at(self._tokens, at + 1) > 0
        if length := 0 if self._is_article(at, following) else pointer_at(self._tokens, at):
            self._chunks[-1].points = not self._chunks[-1].words
            return self._extend(self._tokens[at : at + length])
        named = following or self._menu.knows_exactly(t.word for t in self._tokens[at + 1 : at + 2])
        number = read_number(self._tokens, at, before_dish=named)
        return self._number(at, number) if number else 0

    def _is_article(self, at: int, dish_follows: bool) -> bool:
        """ "that dosa" names a dish, "that" alone points."""
        return dish_follows and self._tokens[at].word in {"that", "this", "those", "these"}

    def _boundary(self, at: int) -> int:
        token = self._tokens[at]
        if token.kind == "break" or token.word in JOINERS | SIDE:
            self._open("and")
            self._chunks[-1].added |= token.word in JOINERS
        elif self._asks_after_refusing(token):
            self._open("with")
            self._extend((token,))
        elif token.word in WITH:
            self._open("with")
        elif token.word in NEGATIONS:
            self._open("no")
        elif token.word in ARTICLES and self._chunks[-1].words:
            self._open("and")
            self._chunks[-1].quantity = 1
        else:
            return 0
        return 1

    def _asks_after_refusing(self, token: Token) -> bool:
        """ "no onion extra chutney": what is extra is not left out."""
        chunk = self._chunks[-1]
        return token.word in AMOUNTS and chunk.joint == "no" and bool(chunk.words)

    def _word(self, at: int) -> int:
        token = self._tokens[at]
        if token.word in MORE and not self._chunks[-1].words:
            self._chunks[-1].more = True
        elif token.word not in FILLERS and token.word not in ARTICLES:
            self._extend((token,))
        return 1

    def _number(self, at: int, number: Number) -> int:
        chunk = self._chunks[-1]
        after = self._tokens[at + number.length : at + number.length + 1]
        if chunk.words and self._menu.names_with((chunk.words[-1], self._tokens[at])):
            return self._extend(self._tokens[at : at + number.length])
        ends = not after or after[0].kind == "break" or after[0].word in JOINERS
        if chunk.words and chunk.quantity is None and (self._number_last or ends):
            chunk.quantity = number.value
            self._open("and")
            return number.length
        if chunk.words or chunk.quantity is not None:
            self._open("and")
        self._chunks[-1].quantity = number.value
        return number.length

    def _extend(self, tokens: Tokens) -> int:
        self._chunks[-1].words += tokens
        return len(tokens)

    def _open(self, joint: Joint) -> None:
        """Begin a chunk. Of "with, and no" in a row the joint that says most counts."""
        if self._chunks[-1].empty:
            before = self._chunks[-1].joint
            self._chunks[-1].joint = before if joint == "and" and before != "start" else joint
        else:
            self._chunks.append(Chunk(joint))
