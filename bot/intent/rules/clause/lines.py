"""Chunks folded into order lines: what is a dish, what an option of it, what it is made without."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.intent.rules.clause.chunks import Chunk
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.pointers import pointed
from bot.intent.rules.words.tokens import said
from bot.intent.rules.words.vocabulary import AMOUNTS
from tools.kit.call import Json

Part = Literal["line", "with", "no"]


@dataclass(slots=True)
class Line:
    """A line in the customer's words. No item means the one last mentioned."""

    item: str | None = None
    quantity: int | str = 1
    options: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)

    def args(self) -> dict[str, Json]:
        """The line as a tool takes it, with nothing in it that was not said but the quantity."""
        args: dict[str, Json] = {"quantity": self.quantity}
        return args | self.choices()

    def choices(self) -> dict[str, Json]:
        """What of the line is item, options and removals."""
        options: list[Json] = list(self.options)
        without: list[Json] = list(self.without)
        named: dict[str, Json] = {"item": self.item, "options": options, "without": without}
        return {name: value for name, value in named.items() if value}


def fold_lines(
    chunks: Iterable[Chunk], menu: MenuWords, lines: Sequence[Line] = ()
) -> list[Line] | None:
    """The lines these chunks make, after `lines`; None when a chunk has no place."""
    folded = _Folded(list(lines))
    before: Part = "line"
    for chunk in chunks:
        before = part_of(chunk, before, menu, bool(folded.lines))
        if not folded.take(chunk, before):
            return None
    return folded.result()


def is_share(chunk: Chunk) -> bool:
    """ "one", "one of them": said of some of what was just ordered."""
    of_them = [token.word for token in chunk.words] == ["them"]
    return chunk.quantity is not None and not chunk.more and (of_them or not chunk.words)


@dataclass(slots=True)
class _Folded:
    """The lines so far. `whole` is the one of which some pieces may be made otherwise."""

    lines: list[Line]
    whole: Line | None = None
    shares: list[Line] = field(default_factory=list)

    def take(self, chunk: Chunk, part: Part) -> bool:
        """Give a chunk its place; False when it has none."""
        if part == "line":
            return self._share(chunk) if self._is_share(chunk) else self._begin(chunk)
        if not self.lines or not chunk.words:
            return False
        if part == "with":
            self.lines[-1].options.append(_option(chunk))
        else:
            self.lines[-1].without.append(said(chunk.words))
        return True

    def result(self) -> list[Line] | None:
        """The lines; None when of some pieces it was not said how they shall be."""
        if any(not (share.options or share.without) for share in self.shares):
            return None
        return self.lines

    def _is_share(self, chunk: Chunk) -> bool:
        """ "2 dosas and one without onion" may be three, unless "of them" is said."""
        sharing = bool(self.shares) and self.lines[-1] is self.shares[-1]
        clear = bool(chunk.words) or sharing or not chunk.added
        return self.whole is not None and clear and is_share(chunk)

    def _share(self, chunk: Chunk) -> bool:
        """ "2 dosas, one without onion" are two dosas in all."""
        whole, share = self.whole, chunk.quantity
        if whole is None or not isinstance(whole.quantity, int) or not isinstance(share, int):
            return False
        if not 0 < share <= whole.quantity or whole.options or whole.without:
            return False
        whole.quantity -= share
        if whole.quantity == 0:
            self.lines.remove(whole)
            self.whole = None
        self.shares.append(Line(whole.item, share))
        self.lines.append(self.shares[-1])
        return True

    def _begin(self, chunk: Chunk) -> bool:
        if not chunk.words and not chunk.more:
            return False
        self.lines.append(_line(chunk))
        several = isinstance(chunk.quantity, int) and chunk.quantity > 1
        self.whole = self.lines[-1] if several else None
        return True


def part_of(chunk: Chunk, before: Part, menu: MenuWords, has_line: bool) -> Part:
    """What a chunk is, given what came before it."""
    if chunk.joint == "no":
        return "no"
    dish = menu.holds_dish(chunk.words)
    option = menu.is_option(chunk.words) or bool(chunk.words and chunk.words[0].word in AMOUNTS)
    counted = chunk.quantity is not None
    if chunk.joint == "with":
        return "line" if (dish or counted) and not option else "with"
    if chunk.points or not has_line or counted or (dish and not option):
        return "line"
    if option:
        return "no" if before == "no" and chunk.words[0].word not in AMOUNTS else "with"
    return "line" if before == "line" else before


def _line(chunk: Chunk) -> Line:
    quantity = 1 if chunk.quantity is None else chunk.quantity
    if chunk.points:
        return Line(pointed(chunk.words), quantity)
    return Line(said(chunk.words) or None, quantity)


def _option(chunk: Chunk) -> str:
    words = said(chunk.words)
    if chunk.more:
        return f"extra {words}"
    return words if chunk.quantity is None else f"{chunk.quantity} {words}"
