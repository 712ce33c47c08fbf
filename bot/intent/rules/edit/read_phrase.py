"""A stretch of an edit read as a phrase."""

from collections.abc import Sequence
from itertools import pairwise

from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.phrase import Phrase
from bot.intent.rules.words.tokens import Tokens, said

_BEFORE_A_NAME = frozenset({"that", "my", "the", "article", "every", "of", "ordinal"})
_FEW = frozenset({"less", "fewer"})
_FLAGS = {
    "every": "every",
    "order": "order",
    "heading": "heading",
    "rest": "rest",
    "article": "article",
    "usual": "usual",
    "another": "more",
    "quantity": "counted",
    "fewer": "fewer",
    "my": "mine",
}
"""Roles that say one thing of a phrase, wherever they stand."""
_LINKS = frozenset({"of", "the", "join", "small", "thing", "amount", "no"})


def read_phrase(lexes: Sequence[Lex], tokens: Tokens) -> Phrase | None:
    """The phrase of these words, or None when there is a word in it that has no place."""
    return _Reader(lexes, tokens).run()


class _Reader:
    def __init__(self, lexes: Sequence[Lex], tokens: Tokens) -> None:
        self._lexes = [one for one in lexes if one.role != "break"]
        self._tokens = tokens
        self._phrase = Phrase()
        self._dishes: list[Lex] = []
        self._amount: Lex | None = None
        self._count: Lex | None = None
        self._negated = False

    def run(self) -> Phrase | None:
        """Word by word; the dish first, because what is an option depends on it."""
        phrase = self._phrase
        if self._lexes:
            phrase.begin, phrase.end = self._lexes[0].begin, self._lexes[-1].end
        but = next((at for at, one in enumerate(self._lexes) if self._is_but(at, one)), None)
        if but is not None and not self._except(self._lexes[but + 1 :]):
            return None
        lexes = self._lexes[:but]
        self._dishes = _dishes(lexes)
        taken = all(self._take(at, one, lexes) for at, one in enumerate(lexes))
        if len(self._dishes) > 1 or not taken or not self._counted():
            return None
        if self._dishes:
            self._name(lexes)
        return phrase

    def _counted(self) -> bool:
        """A number left at the end counts; "less" behind it makes it so many fewer."""
        phrase = self._phrase
        if self._count and phrase.number is None:
            phrase.number = self._count.number
        phrase.fewer = phrase.fewer or self._amount is not None
        few = self._amount is None or self._amount.word in _FEW
        return few and (self._amount is None or phrase.number is not None)

    def _is_but(self, at: int, one: Lex) -> bool:
        every = any(before.role == "every" for before in self._lexes[:at])
        return one.role == "except" or (one.word == "but" and every)

    def _except(self, lexes: Sequence[Lex]) -> bool:
        """Every dish named behind "except"; nothing else may stand there."""
        self._phrase.every = True
        named = [one for one in lexes if one.is_dish]
        small = _BEFORE_A_NAME | {"join", "order", "thing", "number"}
        self._phrase.but = [said(self._tokens[one.begin : one.end]) for one in named]
        return bool(named) and all(one in named or one.role in small for one in lexes)

    def _take(self, at: int, one: Lex, lexes: Sequence[Lex]) -> bool:
        """Give a word its place; False when it has none."""
        if one.role != "number" and self._count and not one.is_option:
            self._phrase.number, self._count = self._count.number, None
        if flag := _FLAGS.get(one.role):
            setattr(self._phrase, flag, True)
            return True
        if one.role in {"name", "kind", "option"}:
            return one in self._dishes or self._only_says_kind(one) or self._option(one)
        if one.role == "number":
            return self._number(at, one, lexes)
        if one.role in {"it", "that", "one", "ordinal"}:
            self._point(at, one, lexes)
            return True
        return self._link(at, one, lexes)

    def _link(self, at: int, one: Lex, lexes: Sequence[Lex]) -> bool:
        """Small words: what is left out, how much, of how many."""
        if one.role == "of" and self._phrase.number is not None and _is_share(at, lexes):
            self._phrase.share, self._phrase.number = self._phrase.number, None
        if one.role == "amount":
            self._amount = one
        elif one.role == "no":
            self._negated = True
        elif one.role in {"of", "by"}:
            self._negated = False
        return one.role in _LINKS or one.word in {"with", "as", "in", "on"}

    def _point(self, at: int, one: Lex, lexes: Sequence[Lex]) -> None:
        """ "It", "the second one"; "that coffee" and "the other coffee" only name it."""
        if one.role != "ordinal":
            self._phrase.points |= not _leads_to(at, lexes, self._dishes)
        elif one.word != "other" or not any(
            each in self._dishes for each in lexes[at + 1 : at + 2]
        ):
            self._phrase.place = "" if one.word in {"last", "other"} else f"{one.word} one"
            self._phrase.points = True

    def _only_says_kind(self, one: Lex) -> bool:
        """ "Big Mac burger", "veg out pizza": next to its name the kind of dish adds nothing."""
        beside = any(dish.end == one.begin or one.end == dish.begin for dish in self._dishes)
        return one.role == "kind" or (one.is_dish and beside)

    def _number(self, at: int, one: Lex, lexes: Sequence[Lex]) -> bool:
        """A count of pieces, of an option right behind it, or no count: "the second one"."""
        before = lexes[at - 1] if at else None
        stands = before and before.end == one.begin and before.role in {"ordinal", "that", "name"}
        if one.word in {"one", "ones"} and stands:
            self._phrase.points = True
            return True
        follows = lexes[at + 1] if at + 1 < len(lexes) else None
        if before and before.role == "every" and follows and follows.role != "quantity":
            return True  # "all three items"
        if self._count or self._phrase.number is not None:
            return False
        self._count = one
        return True

    def _option(self, one: Lex) -> bool:
        if not one.is_option:
            return False
        words = said(self._tokens[one.begin : one.end])
        if self._negated:
            extra = self._amount is not None
            self._phrase.without.append(f"extra {words}" if extra else words)
        else:
            before = self._amount or (self._count if self._counts(one) else None)
            if before is self._count and before is not None:
                self._count = None
            amount = f"{said(self._tokens[before.begin : before.end])} " if before else ""
            self._phrase.options.append(f"{amount}{words}")
            if any(dish.begin < one.begin for dish in self._dishes):
                self._phrase.behind.append(f"{amount}{words}")
        if self._count:
            self._phrase.number, self._count = self._count.number, None
        self._amount = None
        return True

    def _counts(self, one: Lex) -> bool:
        """Whether the number before an option counts that: there is no dish it could count."""
        return not any(dish.begin > one.begin for dish in self._dishes) and bool(self._count)

    def _name(self, lexes: Sequence[Lex]) -> None:
        """The dish with the options right before or behind it, and by itself."""
        (dish,) = self._dishes
        place = next(at for at, one in enumerate(lexes) if one is dish)
        first = place
        while first and lexes[first - 1].is_option:
            first -= 1
        self._phrase.bare = said(self._tokens[dish.begin : dish.end])
        self._phrase.dish = said(self._tokens[lexes[first].begin : dish.end])


def _dishes(lexes: Sequence[Lex]) -> list[Lex]:
    """What names a dish. Beside one, what may be an option is one: the chocolate of a latte."""
    named = [one for one in lexes if one.is_dish]
    certain = [one for one in named if not one.is_option]
    if certain:
        whole = [one for one in certain if not one.is_part] or certain[:1]
        together = all(one.end == after.begin for one, after in pairwise(whole))
        return whole[:1] if together else whole
    return named[:1]


def _is_share(at: int, lexes: Sequence[Lex]) -> bool:
    """ "One of them", "2 of the lattes"; not "one pump of", "a couple of", "2 of each"."""
    number, follows = lexes[at - 1], lexes[at + 1 : at + 2]
    counted = number.role == "number" and number.end == lexes[at].begin == number.begin + 1
    return counted and any(one.role in {"it", "that", "the", "my"} for one in follows)


def _leads_to(at: int, lexes: Sequence[Lex], dishes: Sequence[Lex]) -> bool:
    """Whether "that" belongs to a dish: "that coffee", "that small coffee"; "it" never does."""
    if lexes[at].role != "that":
        return False
    for one in lexes[at + 1 :]:
        if any(one is dish for dish in dishes):
            return True
        if not one.is_option:
            return False
    return False
