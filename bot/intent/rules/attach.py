"""Spans read from left to right as the dishes of an order."""

from collections.abc import Callable

from bot.intent.rules.attached import Attached
from bot.intent.rules.dishes import Dish, Doubtful, Read, fits
from bot.intent.rules.order_words import LEADS
from bot.intent.rules.spans import Kind, Span
from bot.intent.rules.tokens import Tokens
from tools.menu import Menu

_TIMES = {"double": 2, "triple": 3}
_OTHER = frozenset({"other", "second", "another", "last", "rest"})
_LITTLE = frozenset({"little", "bit", "lot", "touch", "hint"})
_THEM = frozenset({"them", "those", "these", "it"})
_ENDS_NEGATION = frozenset({"but", "plus", "also"})


class Attacher:
    """Reads one message of spans."""

    def __init__(self, tokens: Tokens, spans: list[Span], menu: Menu) -> None:
        self._tokens = tokens
        self._spans = spans
        self._read = Attached(tokens, spans, menu)
        self._ahead = self._read.ahead
        self._unknown: list[str] = []
        first = next((span.kind for span in spans if span.kind in {"name", "number"}), "")
        self._number_last = first == "name" and spans[-1].kind == "number"
        self._takes: dict[Kind, Callable[[int], int]] = {
            "name": self._name,
            "number": self._counted,
            "article": self._article,
            "no": self._no,
            "with": self._with,
            "extra": self._measure,
            "light": self._measure,
            "break": self._break,
            "join": self._join,
            "unknown": self._strange,
            "frame": self._frame,
        }

    def run(self) -> Read:
        """The dishes. Raises Doubtful."""
        read, at = self._read, 0
        while at < len(self._spans):
            at += self._takes[self._spans[at].kind](at)
        if read.pending:
            read.imply()
        if read.amount or any(dish.share and not dish.wishes for dish in read.dishes):
            raise Doubtful
        return Read(read.dishes, read.led, self._unknown)

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

    def _frame(self, at: int) -> int:
        word = self._ahead.word(at)
        if word in LEADS:
            self._read.led = True
            self._read.negated &= self._read.fresh
        elif word in _OTHER and self._read.dishes:
            return self._another(at, word)
        return 1

    def _strange(self, at: int) -> int:
        """A word nobody knows. "Extra sweet", said of a dish at the end, is for the kitchen."""
        read, word = self._read, self._tokens[self._spans[at].begin].text
        measured = at > 0 and self._spans[at - 1].kind in {"extra", "light"}
        alone = measured and self._ahead.kind(at + 1) not in {"name", "unknown"}
        if alone and read.dishes and not read.pending and not read.negated:
            read.dishes[-1].notes.append(f"{read.amount} {word}")
            read.amount = None
        else:
            self._unknown.append(word)
        return 1

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
        taken = 1 + self._ahead.kinds_after(at)
        if not self._is_dish(at):
            self._read.option(at, span)
            return taken
        before = [token.word for token in self._tokens[max(0, span.begin - 3) : span.begin]]
        changes = "make" in before and not {"it", "that", "them"}.isdisjoint(before)
        if changes or self._read.negated or self._read.amount == "light":
            raise Doubtful
        span, taken = self._ahead.combination(at) or (span, taken)
        self._read.begin(span)
        return taken

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

    # Numbers

    def _counted(self, at: int) -> int:
        read, number = self._read, self._spans[at].number
        if self._ahead.word(at + 1) in {"topping", "toppings"}:
            return 2
        if at and self._ahead.word(at - 1) in {"that", "this", "which"}:
            return 1
        last = read.dishes[-1] if read.dishes and not read.dishes[-1].counted else None
        if self._number_last and last:
            last.quantity, last.counted = number, True
            return 1
        read.led = True
        if self._ahead.head(at + 1):
            read.mark(number)
            return 1
        if self._ahead.word(at + 1) == "of" and self._ahead.word(at + 2) in _THEM:
            read.of_them(number, at + 3)
            return 3
        self._of_last(at, number, last)
        return 1

    def _of_last(self, at: int, number: int | str, last: Dish | None) -> None:
        """A number of no dish that follows: of some pieces, of an option, of the dish before."""
        read, following = self._read, self._ahead.kind(at + 1)
        if read.whole is not None and following in {"with", "no"}:
            read.share(number, at)
        elif self._ahead.option_follows(at + 1):
            if read.dishes and not read.new_of_same(at):
                read.count = number if isinstance(number, int) else None
            else:
                read.mark(number)
        elif last and following in {"", "break", "join"} and not read.pending:
            last.quantity, last.counted = number, True
        else:
            raise Doubtful

    def _another(self, at: int, word: str) -> int:
        """ "The other with milk", "another one with milk"."""
        read = self._read
        length = 2 if self._ahead.word(at + 1) in {"one", "ones"} else 1
        if self._ahead.kind(at + length) not in {"with", "no"}:
            return 1
        if word == "another":
            last = read.dishes[-1]
            read.dishes.append(Dish(last.span, last.item, groups=last.groups, share=True))
        elif read.whole is None:
            raise Doubtful
        else:
            read.split(read.whole.quantity if word in {"other", "rest"} else 1)
        read.negated = False
        return length
