"""Spans that are one thing together: a dish and its kind, two dishes that are one."""

from collections.abc import Sequence

from bot.intent.rules.menu.span import Span
from bot.intent.rules.order.ahead import Ahead
from bot.intent.rules.words.order_words import FOODS, KIND_OF, KINDS, SAME
from bot.intent.rules.words.tokens import Tokens
from tools.menu import Menu, fold, words_of


class Together:
    """What follows a name and is no thing of its own."""

    def __init__(self, tokens: Tokens, spans: Sequence[Span], menu: Menu, ahead: Ahead) -> None:
        self._tokens = tokens
        self._spans = spans
        self._menu = menu
        self._ahead = ahead

    def kinds_after(self, at: int) -> int:
        """How many spans after a name only say what kind of thing it is."""
        count, last = 0, self._tokens[self._spans[at].end - 1].word
        while at + count + 1 < len(self._spans):
            span = self._spans[at + count + 1]
            word = self._tokens[span.begin].word
            cheese = last in KIND_OF.get(word, ())
            whole = span.kind == "name" and not span.partly and not cheese
            whole = whole and not (word in FOODS and self._are_alike(at, span))
            if span.end - span.begin > 1 or whole:
                break
            own = self._own_kind(at, word)
            kind = word in KINDS and self._spans[at].options
            if not (own or cheese or kind or (word in FOODS and self._is_dish(at))):
                break
            count += 1
        return count

    def _are_alike(self, at: int, span: Span) -> bool:
        """Whether a dish is of the same category as another: the coffee in "americano coffee"."""
        one, other = self._spans[at].items[:1], span.items[:1]
        items = self._menu.items
        return bool(one and other) and items[one[0]].category == items[other[0]].category

    def _is_dish(self, at: int) -> bool:
        """Whether a name is a whole one, or several dishes have it: they are asked about."""
        span = self._spans[at]
        return bool(span.items) and (not span.partly or len(span.items) > 1)

    def _own_kind(self, at: int, word: str) -> bool:
        """Whether a word is of the category of the dish named: the sandwich in "tuna sandwich"."""
        span = self._spans[at]
        if not span.items:
            return False
        item = self._menu.items[span.items[0]]
        category = self._menu.category(item.category)
        return category is not None and fold(SAME.get(word, word)) in map(
            fold, words_of(category.name)
        )

    def combination(self, at: int) -> tuple[Span, int] | None:
        """Two dishes that together are one, and how many spans they are: "dip with chips"."""
        for length in (3, 2):
            last = at + length - 1
            if last >= len(self._spans) or self._spans[last].kind != "name":
                continue
            if length == 2 or self._spans[at + 1].kind in {"join", "with"}:
                owners = self._both(self._spans[at], self._spans[last])
                if owners:
                    begin, end = self._spans[at].begin, self._spans[last].end
                    return Span("name", begin, end, items=owners), length
        return None

    def _both(self, span: Span, second: Span) -> tuple[int, ...]:
        """The dishes named with all the words of two names that are no dish of their own."""
        if self._ahead.accept(span.items, second):
            return ()
        owners = self._menu.item_names.owners_with((*self._folded(span), *self._folded(second)))
        if self._menu.items[span.items[0]].groups and len(owners) != 1:
            return ()
        alone = {*span.items, *(() if second.partly else second.items)}
        return () if alone & {*owners} else owners

    def _folded(self, span: Span) -> list[str]:
        return [
            fold(word)
            for token in self._tokens[span.begin : span.end]
            for word in words_of(token.text)
            if word not in {"and", "with", "of", "side"}
        ]
