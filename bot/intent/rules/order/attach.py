"""Spans read from left to right as the dishes of an order."""

from collections.abc import Callable

from bot.intent.rules.menu.span import Kind, Span
from bot.intent.rules.order.attached import Attached
from bot.intent.rules.order.counting import Counting
from bot.intent.rules.order.dishes import Doubtful, Read, fits
from bot.intent.rules.order.together import Together
from bot.intent.rules.words.order_words import LEADS, UNITS
from bot.intent.rules.words.small_words import PLAIN
from bot.intent.rules.words.tokens import Tokens, said
from tools.menu import Menu

_TIMES = {"double": 2, "triple": 3}
_OTHER = frozenset({"other", "first", "second", "another", "last", "rest"})
_LITTLE = frozenset({"little", "bit", "lot", "touch", "hint"})
_EACH = frozenset({"both", "each", "all"})
_THOSE = (["that"], ["this"], ["those"], ["these"])
_ENDS_NEGATION = frozenset({"but", "plus", "also"})


class Attacher:
    """Reads one message of spans."""

    def __init__(self, tokens: Tokens, spans: list[Span], menu: Menu) -> None:
        self._tokens = tokens
        self._spans = spans
        self._read = Attached(tokens, spans, menu)
        self._ahead = self._read.ahead
        self._unknown: list[str] = []
        self._together = Together(tokens, spans, menu, self._ahead)
        self._counting = Counting(tokens, spans, self._read)
        self._takes: dict[Kind, Callable[[int], int]] = {
            "name": self._name,
            "number": self._counting.take,
            "article": self._article,
            "no": self._no,
            "with": self._with,
            "extra": self._measure,
            "light": self._measure,
            "break": self._break,
            "join": self._join,
            "unknown": self._strange,
            "frame": self._frame,
            "manner": self._manner,
            "person": self._person,
            "lead": self._lead,
        }

    def run(self) -> Read:
        """The dishes. Raises Doubtful."""
        read, at = self._read, 0
        while at < len(self._spans):
            at += self._takes[self._spans[at].kind](at)
        if read.pending:
            read.imply()
        if read.amount or any(dish.share and not dish.said_how for dish in read.dishes):
            raise Doubtful
        return Read(read.dishes, read.led, self._unknown, self._spans)

    # Each takes a span and says how many it took.

    def _no(self, at: int) -> int:
        if self._ahead.kind(at + 1) in {"", "break"}:
            raise Doubtful
        self._read.negated, self._read.amount, self._read.fresh = True, None, True
        return 1

    def _with(self, at: int) -> int:
        self._read.negated &= self._read.fresh
        return 1

    def _break(self, at: int) -> int:
        self._read.negated = False
        return 1

    def _join(self, at: int) -> int:
        word = self._ahead.word(at)
        if word in {"or", "nor"} and not self._read.negated:
            raise Doubtful
        self._read.negated &= word not in _ENDS_NEGATION
        return 1

    def _lead(self, at: int) -> int:
        self._read.led = True
        return 1

    def _frame(self, at: int) -> int:
        word = self._ahead.word(at)
        if word in LEADS:
            self._read.led = True
            self._read.negated &= self._read.fresh
        elif word in _EACH and len(self._read.dishes) > 1:
            self._read.each = self._ahead.says_how(at + 1)
        elif word in PLAIN and self._read.dishes:
            self._read.dishes[-1].plain = True
        elif word in _OTHER and self._read.dishes:
            return self._counting.another(at, word)
        return 1

    def _strange(self, at: int) -> int:
        """What nobody knows. So much of it, or on a dish, is for the kitchen: "extra foam"."""
        read, length = self._read, 1
        while self._ahead.kind(at + length) == "unknown":
            length += 1
        words = said(self._tokens[self._spans[at].begin : self._spans[at + length - 1].end])
        before_dish = self._ahead.adjacent_item(at + length) is not None
        of_it = self._ahead.word(at - 1) == "of" and self._ahead.measures(at - 2)
        on_it = self._ahead.is_on_it(at + length)
        if (read.amount or of_it or on_it) and not read.negated and (read.dishes or before_dish):
            told = self._counting.said(at - 2, at + length - 1) if of_it else words
            read.note(f"{read.amount or ''} {told}".strip(), ahead=before_dish)
            read.amount = read.count = None
        else:
            self._unknown += words.split()
        return length

    def _manner(self, at: int) -> int:
        """How it shall be served, where no option says so: a note on the dish it is said of."""
        follows = self._ahead.adjacent_item(at + 1)
        following = self._spans[at + 1] if self._ahead.kind(at + 1) == "name" else None
        cooked = following if following and not following.items else None
        last = cooked or self._spans[at]
        words = said(self._tokens[self._spans[at].begin : last.end])
        self._read.note(words, ahead=follows is not None)
        return 1

    def _person(self, at: int) -> int:
        """Whom a dish is for, told right after it, is for the one that hands it out."""
        length = 1
        while self._ahead.kind(at + length) == "person":
            length += 1
        begin, end = self._spans[at].begin, self._spans[at + length - 1].end
        if at > 1 and self._ahead.word(at - 1) == "for" and self._ahead.kind(at - 2) == "name":
            self._read.note(f"for {said(self._tokens[begin:end])}", ahead=False)
        return length

    def _measure(self, at: int) -> int:
        word = self._ahead.word(at)
        self._read.count = _TIMES.get(word, self._read.count)
        self._read.amount = self._spans[at].kind
        self._read.negated &= self._read.fresh
        return 1

    def _article(self, at: int) -> int:
        if self._ahead.word(at + 1) not in _LITTLE and self._ahead.head(at + 1):
            self._read.mark(1)
        return 1

    def _name(self, at: int) -> int:
        span = self._spans[at]
        taken = 1 + self._together.kinds_after(at)
        self._read.negated &= not self._is_next_wish(at)
        if not self._is_dish(at):
            self._read.option(at, span)
            return taken
        before = [token.word for token in self._tokens[max(0, span.begin - 3) : span.begin]]
        changes = "make" in before and not {"it", "that", "them"}.isdisjoint(before)
        if self._is_of_option(at):
            return taken
        if changes or self._read.negated or self._read.amount == "light":
            raise Doubtful
        if self._is_same_again(at, before):
            return taken
        if span.partly and self._ahead.is_dish_at(at + taken):
            raise Doubtful
        span, taken = self._together.combination(at) or (span, taken)
        self._read.begin(span)
        return taken

    def _is_next_wish(self, at: int) -> bool:
        """ "No beans | red salsa": a "no" goes on to options of the same kind only."""
        before, span = self._spans[at - 1] if at else None, self._spans[at]
        if before is None or not (before.kind == "name" and before.options and span.options):
            return False
        return before.options.keys().isdisjoint(span.options)

    def _is_of_option(self, at: int) -> bool:
        """ "Three shots | of | espresso": an option, whatever the shots are of."""
        if at < 2 or self._ahead.word(at - 1) != "of" or not self._read.dishes:
            return False
        before = self._spans[at - 2]
        return bool(before.options) and self._tokens[before.end - 1].word in UNITS

    def _is_same_again(self, at: int, before: list[str]) -> bool:
        """Whether the dish just named is named again: "a pizza … on those pizzas", "pizza pie"."""
        last = self._read.dishes[-1] if self._read.dishes else None
        if last is None or self._read.pending or last.span.items != self._spans[at].items:
            return False
        return before[-1:] in _THOSE or last.span.end == self._spans[at].begin

    def _is_dish(self, at: int) -> bool:
        """Whether a name that may be of both is a dish here."""
        span, read = self._spans[at], self._read
        if not (span.items and span.options):
            return bool(span.items)
        if self._ahead.is_option_of_next(at) or read.negated or read.amount:
            return False
        last = read.dishes[-1] if read.dishes else None
        return (
            self._ahead.is_aside(at) or read.marked or not (last and last.item and fits(last, span))
        )
