"""A word of an edit, by what it does."""

from dataclasses import dataclass

from bot.intent.rules.edit.edit_words import Role
from bot.intent.rules.menu.span import Span


@dataclass(slots=True)
class Lex:
    """Some tokens and what they do. A name has its span; of a kind of dish there may be several."""

    role: Role
    begin: int
    end: int
    word: str = ""
    number: int | str = 0
    span: Span | None = None

    @property
    def is_dish(self) -> bool:
        """Whether it may name a dish."""
        return self.role == "kind" or bool(self.span and self.span.items)

    @property
    def is_part(self) -> bool:
        """Whether it is no dish's whole name: a kind of dish, or a word of several names."""
        return self.role == "kind" or bool(self.span and self.span.partly)

    @property
    def is_option(self) -> bool:
        """Whether it may name an option."""
        return self.role == "option" or bool(self.span and self.span.options)
