"""Numbers of an order: of dishes, of some of them, of options, of pumps and slices."""

from collections.abc import Sequence

from bot.intent.rules.menu.span import Span
from bot.intent.rules.order.attached import Attached
from bot.intent.rules.order.dishes import Dish, Doubtful
from bot.intent.rules.words.tokens import Tokens, said

_THEM = frozenset({"them", "those", "these", "it"})


class Counting:
    """What a number does to what has been read so far."""

    def __init__(self, tokens: Tokens, spans: Sequence[Span], read: Attached) -> None:
        self._tokens = tokens
        self._spans = spans
        self._read = read
        self._ahead = read.ahead
        first = next((span.kind for span in spans if span.kind in {"name", "number"}), "")
        self._number_last = first == "name" and spans[-1].kind == "number"

    def take(self, at: int) -> int:
        """How many spans a number takes. Raises Doubtful."""
        read, number = self._read, self._spans[at].number
        if self._ahead.word(at + 1) in {"topping", "toppings"}:
            return 2
        if length := self._measured(at):
            return length
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

    def _measured(self, at: int) -> int:
        """ "5 pumps of vanilla", "two pump vanilla", "3 chai pumps": a number of a measure.

        What the dish has no option for is for the kitchen.
        """
        read, ahead = self._read, self._ahead
        unit = next((place for place in (at + 1, at + 2) if ahead.measures(place)), 0)
        named = at + 1 if unit == at + 2 else unit + 1 + (ahead.word(unit + 1) == "of")
        kind = ahead.kind(named)
        options = kind == "name" and bool(self._spans[named].options)
        if not unit or not (options or kind == "unknown" or unit > named) or kind == "number":
            return 0
        last = max(unit, named)
        if options:
            number = self._spans[at].number
            read.count = number if isinstance(number, int) else None
            last = min(unit, named - 1)
            read.measure = f"{self.said(at, at)} {self.said(unit, unit)}"
        elif read.dishes:
            read.note(self.said(at, last), ahead=False)
        else:
            return 0
        return last - at + 1

    def said(self, first: int, last: int) -> str:
        """Spans in the customer's words."""
        return said(self._tokens[self._spans[first].begin : self._spans[last].end])

    def _of_last(self, at: int, number: int | str, last: Dish | None) -> None:
        """A number of no dish that follows: of some pieces, of an option, of the dish before."""
        read, following = self._read, self._ahead.kind(at + 1)
        if read.whole is not None and self._ahead.says_how(at + 1):
            read.share(number, at)
        elif self._ahead.option_follows(at + 1):
            if read.dishes and not read.new_of_same(at):
                read.count = number if isinstance(number, int) else None
            else:
                read.mark(number)
        elif last and following in {"", "break", "join"} and not read.pending:
            last.quantity, last.counted = number, True
        elif self._is_that_one(at, number):
            return  # "… but I'd like to try one"
        else:
            raise Doubtful

    def _is_that_one(self, at: int, number: int | str) -> bool:
        """Whether "one" is the dish just named, and no other one."""
        dishes, read = self._read.dishes, self._read
        one = dishes and dishes[-1].quantity == number == 1 and not read.pending
        return bool(one) and not self._ahead.says_how(at + 1)

    def another(self, at: int, word: str) -> int:
        """ "The other with milk", "another one with milk". Raises Doubtful."""
        read = self._read
        length = 2 if self._ahead.word(at + 1) in {"one", "ones"} else 1
        if not self._ahead.says_how(at + length):
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
