"""An act on its way to calls: what all kinds of acts come down to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.intent.rules.clause.order import read_clause
from bot.intent.rules.edit.acts import Act
from bot.intent.rules.edit.phrase import Phrase
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.order.read_order import read_named_order
from bot.intent.rules.words.tokens import Tokens, said, tokenize
from tools.kit.call import Call, Json


@dataclass(frozen=True, slots=True)
class Settling:
    """One act, and the message it is of."""

    act: Act
    tokens: Tokens
    menu: MenuWords

    def says(self, *words: str) -> bool:
        """Whether one of the words is in the message."""
        return any(token.word in words for token in self.tokens)

    def lines(self, act: Act) -> list[Call] | None:
        """The order that the words of what comes are."""
        if not act.lexes:
            return None
        words = self.tokens[act.lexes[0].begin : act.lexes[-1].end]
        if named := read_named_order(words, self.menu):
            return named
        order = read_clause(words, self.menu)
        return [order] if order else None

    def by(self, by: Phrase | None, tool: str) -> list[Call] | None:
        """So many more or less."""
        old = self.act.old
        if by is None or by.number is None or by.how:
            return None
        item = old.ref if old else None
        if tool == "add_to_cart":
            line: dict[str, Json] = {"quantity": by.number}
            return [Call(tool, {"lines": [line | ({"item": item} if item else {})]})]
        return [Call(tool, {**({"items": [item]} if item else {}), "quantity": by.number})]

    def set_to(self, old: Phrase | None, number: int | str) -> Call:
        """So many in all."""
        args: dict[str, Json] = {"item": old.ref} if old and old.ref else {}
        return Call("set_quantity", {**args, "quantity": number})

    def update(
        self,
        old: Phrase | None,
        options: Sequence[str],
        without: Sequence[str],
        share: int | str | None = None,
    ) -> Call:
        """Made otherwise, all of it or `share` pieces."""
        args: dict[str, Json] = {"item": old.ref} if old and old.ref else {}
        options = [self._made(one) for one in options]
        said_so: dict[str, Json] = {"options": [*options], "without": [*without], "quantity": share}
        return Call("update_item", args | {name: one for name, one in said_so.items() if one})

    def _made(self, words: str) -> str:
        """The option as a tool knows it: "warm" by its handle, because it is called Warmed."""
        if self.menu.are_options(words):
            return words
        tokens = tokenize(words)
        spans = [span for span in self.menu.spans(tokens) if span.options]
        places = [
            (group, place)
            for span in spans
            for group, each in span.options.items()
            for place in each
        ]
        if len(places) != 1:
            return words
        group, place = places[0]
        option = next(each for each in self.menu.menu.groups if each.id == group).options[place]
        before = said(tokens[: spans[0].begin])
        return f"{before} #{option.no}".strip()
