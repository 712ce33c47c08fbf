"""What comes after a span: the dish a number is of, an option, how some pieces shall be."""

from collections.abc import Sequence

from bot.intent.rules.menu.span import Span
from bot.intent.rules.words.order_words import CONTAINERS, KINDS, LEADS, UNITS
from bot.intent.rules.words.small_words import PLAIN
from bot.intent.rules.words.tokens import Tokens
from tools.menu import Menu

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
        if span.kind == "number":
            return self.measures(at + 1)
        holds = word in CONTAINERS and self.word(at + 1) == "of"  # "one order of chips"
        asks = span.kind == "frame" and word in LEADS and not holds
        return span.kind in _LIGHT_KINDS and not asks

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

    def is_dish_at(self, at: int) -> bool:
        """Whether a whole name, and of dishes only, is right there."""
        if at >= len(self._spans):
            return False
        span = self._spans[at]
        return bool(span.items) and not span.partly and not span.options

    def measures(self, at: int) -> bool:
        """Whether a span is a measure and no name: the pumps in "2 pumps of vanilla"."""
        return at >= 0 and self.kind(at) == "frame" and self.word(at) in UNITS

    def is_on_it(self, at: int) -> bool:
        """Whether "on top", "in it", "on there" follows."""
        where = {"top", "it", "that", "there", "them"}
        return self.word(at) in {"on", "in"} and not where.isdisjoint(
            {self.word(at + 1), self.word(at + 2)}
        )

    def says_how(self, at: int) -> bool:
        """Whether what follows says how some pieces shall be: "one with …", "one made plain"."""
        while at < len(self._spans):
            span, word = self._spans[at], self.word(at)
            if span.kind in {"with", "no", "manner", "person"} or word in PLAIN:
                return True
            if span.kind == "name":
                return bool(span.options) and not span.items
            if span.kind != "frame" or word in LEADS - {"made", "make"}:
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
