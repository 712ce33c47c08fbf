"""What comes after a span, or belongs to it: the dish a number is of, the kind of thing it is."""

from collections.abc import Sequence

from bot.intent.rules.order_words import CONTAINERS, KIND_OF, KINDS, LEADS, SAME
from bot.intent.rules.spans import Span
from bot.intent.rules.tokens import Tokens
from tools.menu import Menu, fold, words_of

_AFTER_ITEM = (("on", "the", "side"), ("as", "a", "side"), ("to", "drink"), ("for", "a", "side"))
_LIGHT_KINDS = frozenset({"frame", "extra", "light", "article"})


class Ahead:
    """The spans of one message, looked through."""

    def __init__(self, tokens: Tokens, spans: Sequence[Span], menu: Menu) -> None:
        self._tokens = tokens
        self._spans = spans
        self._menu = menu

    def kind(self, at: int) -> str:
        """The kind of a span; empty after the last."""
        return self._spans[at].kind if at < len(self._spans) else ""

    def word(self, at: int) -> str:
        """The first word of a span; none after the last."""
        if at >= len(self._spans):
            return ""
        return self._tokens[self._spans[at].begin].word

    def head(self, at: int) -> tuple[int, ...]:
        """The dishes named by what a number or article begins; none where no dish is named."""
        while at < len(self._spans):
            span = self._spans[at]
            if span.kind == "name":
                if not self.is_option_of_next(at):
                    return span.items
            elif not self._leads_on(at):
                return ()
            at += 1
        return ()

    def is_option_of_next(self, at: int) -> bool:
        """Whether a name is no dish, or an option of the dish right after it: "steak burrito"."""
        span = self._spans[at]
        if not span.items:
            return True
        after = self.adjacent_item(at + 1) if span.options else None
        return after is not None and self.accept(after, span)

    def _leads_on(self, at: int) -> bool:
        """Whether the name of a dish may still follow: "large | and | thin pizza"."""
        span, word = self._spans[at], self.word(at)
        if span.kind == "join":
            between = self._spans[at - 1].kind == "name" and self.option_follows(at + 1)
            return word == "and" and between
        return span.kind in _LIGHT_KINDS and not (span.kind == "frame" and word in LEADS)

    def adjacent_item(self, at: int) -> tuple[int, ...] | None:
        """The dish right after options, with nothing between: "large | iced latte"."""
        while at < len(self._spans):
            span = self._spans[at]
            if span.kind == "name":
                if span.items and not (span.options and self.adjacent_item(at + 1)):
                    return span.items
            elif not (
                span.kind == "frame" and self.word(at) in CONTAINERS | KINDS | {"of", "sized"}
            ):
                return None
            at += 1
        return None

    def option_follows(self, at: int) -> bool:
        """Whether an option is the next name."""
        while at < len(self._spans):
            span = self._spans[at]
            if span.kind == "name":
                return bool(span.options)
            if span.kind not in {"frame", "extra", "light"}:
                return False
            at += 1
        return False

    def is_aside(self, at: int) -> bool:
        """ "A bag of …", "… on the side": a dish of its own."""
        span = self._spans[at]
        after = tuple(token.word for token in self._tokens[span.end : span.end + 3])
        before = [token.word for token in self._tokens[max(0, span.begin - 2) : span.begin]]
        if any(after[: len(phrase)] == phrase for phrase in _AFTER_ITEM):
            return True
        return (before[-1:] == ["of"] and before[0] in CONTAINERS) or before[-1:] in (
            ["side"],
            ["sides"],
        )

    def accept(self, items: tuple[int, ...], span: Span) -> bool:
        """Whether one of the dishes has options of this name."""
        return any(
            group in span.options for item in items for group in self._menu.items[item].groups
        )

    def kinds_after(self, at: int) -> int:
        """How many spans after a name only say what kind of thing it is."""
        count, last = 0, self._tokens[self._spans[at].end - 1].word
        while at + count + 1 < len(self._spans):
            span = self._spans[at + count + 1]
            word = self._tokens[span.begin].word
            cheese = last in KIND_OF.get(word, ())
            whole = span.kind == "name" and not span.partly and not cheese
            if span.end - span.begin > 1 or whole:
                break
            own = self._own_kind(at, word)
            if not (own or cheese or (word in KINDS and self._spans[at].options)):
                break
            count += 1
        return count

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
        if self.accept(span.items, second):
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
