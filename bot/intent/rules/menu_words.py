"""What of a sentence the menu knows: dishes, single words of dish names, options."""

from collections.abc import Iterable

from bot.intent.rules.tokens import Token, Tokens
from bot.intent.rules.vocabulary import JOINERS, NEGATIONS, WITH
from tools.menu import Match, Menu, choose, find, fold, words_of

_LONGEST_NAME = 7


class MenuWords:
    """One menu, asked about one message. Which dish is meant in the end is for the tool to say."""

    def __init__(self, menu: Menu) -> None:
        self.menu = self._menu = menu
        self._names: dict[tuple[str, ...], bool] = {}

    def dish_at(self, tokens: Tokens, at: int) -> int:
        """How many tokens from here on are exactly a name of a dish, at most; else 0."""
        for length in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
            span = tokens[at : at + length]
            kinds = {token.kind for token in span}
            if "word" in kinds and "break" not in kinds and self._is_name(span):
                return length
        return 0

    def _is_name(self, tokens: Tokens) -> bool:
        """Kept for the message: every reader asks about the same words again."""
        key = tuple(token.text for token in tokens)
        if key not in self._names:
            words = _words(tokens)
            self._names[key] = bool(words and self._menu.item_names.exact(words))
        return self._names[key]

    def is_dish(self, tokens: Tokens) -> bool:
        """Whether the tokens are a dish's whole name."""
        return bool(tokens) and self.dish_at(tokens, 0) == len(tokens)

    def first_dish(self, tokens: Tokens) -> Tokens:
        """The tokens that are the first dish's whole name; none where no dish is named."""
        for at in range(len(tokens)):
            if length := self.dish_at(tokens, at):
                return tokens[at : at + length]
        return ()

    def holds_dish(self, tokens: Tokens) -> bool:
        """Whether a dish's whole name is among the tokens."""
        return bool(self.first_dish(tokens))

    def is_option(self, tokens: Tokens) -> bool:
        """Whether the tokens are the whole name of an option of any dish."""
        words = _words(tokens)
        return bool(words) and any(names.exact(words) for names in self._menu.option_names.values())

    def names_with(self, tokens: Tokens) -> bool:
        """Whether some dish's name holds all these words: "chicken 65"."""
        return bool(self._menu.item_names.containing(tuple(map(fold, _words(tokens)))))

    def knows(self, word: str) -> bool:
        """Whether a word, typing errors forgiven, is part of a dish's or a category's name."""
        return all(
            any(names.knows(one) for names in (self._menu.item_names, self._menu.category_names))
            or any(
                self._menu.item_names.knows(mended)
                for reading in self._menu.item_names.correct((one,))
                for mended in reading
            )
            for one in map(fold, words_of(word))
        )

    def knows_exactly(self, words: Iterable[str]) -> bool:
        """Whether some word, without forgiving typing errors, is part of a dish's name."""
        names = self._menu.item_names
        return any(names.knows(fold(one)) for word in words for one in words_of(word))

    def knows_option(self, words: Iterable[str]) -> bool:
        """Whether every word is part of an option's name."""
        folded = [fold(one) for word in words for one in words_of(word)]
        return bool(folded) and all(
            any(names.knows(one) for names in self._menu.option_names.values()) for one in folded
        )

    def option_at(self, tokens: Tokens, at: int) -> int:
        """How many tokens from here on are exactly the name of an option, at most; else 0."""
        for length in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
            span = tokens[at : at + length]
            if all(token.kind != "break" for token in span) and self.is_option(span):
                return length
        return 0

    def are_options(self, words: str) -> bool:
        """Whether a phrase is nothing but options of some dish, each in a way it can be had."""
        choices = choose(self._menu, self._menu.groups, (words,))
        some = choices.chosen or choices.doubts or choices.removed or choices.taken_off
        return bool(some) and not choices.unknown

    def means_one(self, words: str) -> bool:
        """Whether the words mean one dish, with nothing to ask about which."""
        return isinstance(find(self._menu, words), Match)

    def dish_and_options(self, words: str) -> tuple[str, str]:
        """ "small coffee" as the dish's name, and the words that are options of it."""
        found = find(self._menu, words)
        return (found.item.name, found.choices) if isinstance(found, Match) else (words, "")

    def names_kind(self, tokens: Tokens) -> bool:
        """Whether a category of several dishes is named, and no dish of it: "a pizza".

        With much said of how it shall be ("with …", "no …") it is the one that can be had so.
        """
        if any(token.word in WITH | NEGATIONS | JOINERS for token in tokens):
            return False
        return not self.holds_dish(tokens) and any(
            self._is_kind(token) and not self._is_told_of(tokens[max(0, at - 1) : at])
            for at, token in enumerate(tokens)
            if token.kind == "word"
        )

    def _is_kind(self, token: Token) -> bool:
        folded = tuple(map(fold, words_of(token.text)))
        owners = self._menu.category_names.exact_folded(folded)
        categories = (self._menu.categories[owner].id for owner in owners)
        return len(self._menu.items_of(*categories)) > 1

    def _is_told_of(self, before: Tokens) -> bool:
        """Whether the word before is of a dish's name: the veggie in "veggie pizza"."""
        return any(
            self.knows_exactly([token.word]) and not self.knows_option([token.word])
            for token in before
        )

    def knows_heading(self, word: str) -> bool:
        """Whether a word names a group of options: "sizes", "toppings"."""
        return any(
            fold(one) in map(fold, words_of(group.name))
            for group in self._menu.groups
            for one in words_of(word)
        )


def _words(tokens: Tokens) -> tuple[str, ...]:
    return tuple(word for token in tokens for word in words_of(token.text))
