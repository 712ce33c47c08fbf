"""What of a sentence the menu knows: dishes, single words of dish names, options."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from bot.intent.rules.menu.heard import only_sounds
from bot.intent.rules.menu.span import Span
from bot.intent.rules.menu.spans import read_spans
from bot.intent.rules.words.tokens import Token, Tokens
from bot.intent.rules.words.vocabulary import ARTICLES, JOINERS, NEGATIONS, WITH
from tools.menu import Menu, choose, find, find_categories, fold, words_of
from tools.menu.find import Found
from tools.menu.names import Names

_LONGEST_NAME = 7
_FOR = frozenset({"for", "to", "as"})


class MenuWords:
    """One menu, asked about one message. Which dish is meant in the end is for the tool to say.

    What was found out is kept for the message: every reader asks about the same words again.
    """

    def __init__(self, menu: Menu) -> None:
        self.menu = self._menu = menu
        self._spans: dict[Tokens, Sequence[Span]] = {}
        self._dishes: dict[tuple[str, ...], int] = {}
        self._options: dict[tuple[str, ...], int] = {}
        self._found: dict[str, Found] = {}
        self._known: dict[str, bool] = {}
        self._of_dishes: dict[str, bool] = {}
        self._categories: dict[str, bool] = {}

    def spans(self, tokens: Tokens) -> list[Span]:
        """The stretches the tokens are. See `read_spans`."""
        key = tuple(tokens)
        if key not in self._spans:
            self._spans[key] = read_spans(key, self._menu)
        return list(self._spans[key])

    def dish_at(self, tokens: Tokens, at: int) -> int:
        """How many tokens from here on are exactly a name of a dish, at most; else 0."""
        ahead, key = _ahead(tokens, at)
        if key not in self._dishes:
            first = next((n for n, token in enumerate(ahead) if token.kind == "word"), len(ahead))
            least = first + 1  # a mere number is no dish
            self._dishes[key] = _longest(ahead, least, self._menu.item_names)
        return self._dishes[key]

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
        return bool(words and self._menu.every_option.names.exact(words))

    def names_with(self, tokens: Tokens) -> bool:
        """Whether some dish's name holds all these words: "chicken 65"."""
        return bool(self._menu.item_names.containing(tuple(map(fold, _words(tokens)))))

    def knows(self, word: str) -> bool:
        """Whether a word, typing errors forgiven, is part of a dish's or a category's name."""
        if word not in self._known:
            self._known[word] = self._knows(word) and not self._only_sounds(word)
        return self._known[word]

    def _knows(self, word: str) -> bool:
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
        return any(map(self._is_of_dish, words))

    def _is_of_dish(self, word: str) -> bool:
        if word not in self._of_dishes:
            knows = self._menu.item_names.knows
            known = any(knows(fold(one)) for one in words_of(word))
            self._of_dishes[word] = known and not self._only_sounds(word)
        return self._of_dishes[word]

    def _only_sounds(self, word: str) -> bool:
        names = (self._menu.item_names, self._menu.category_names)
        return all(only_sounds(word, each) for each in names)

    def knows_option(self, words: Iterable[str]) -> bool:
        """Whether every word is part of an option's name."""
        folded = [fold(one) for word in words for one in words_of(word)]
        return bool(folded) and all(map(self._menu.every_option.names.knows, folded))

    def option_at(self, tokens: Tokens, at: int) -> int:
        """How many tokens from here on are exactly the name of an option, at most; else 0."""
        ahead, key = _ahead(tokens, at)
        if key not in self._options:
            self._options[key] = _longest(ahead, 1, self._menu.every_option.names)
        return self._options[key]

    def find(self, words: str) -> Found:
        """The dish the words mean."""
        if words not in self._found:
            self._found[words] = find(self._menu, words)
        return self._found[words]

    def are_options(self, words: str) -> bool:
        """Whether a phrase is nothing but options of some dish, each in a way it can be had."""
        choices = choose(self._menu, self._menu.groups, (words,))
        some = choices.chosen or choices.doubts or choices.removed or choices.taken_off
        return bool(some) and not choices.unknown

    def names_kind(self, tokens: Tokens) -> bool:
        """Whether a category of several dishes is named, and no dish of it: "a pizza".

        With much said of how it shall be ("with …", "no …") it is the one that can be had so.
        """
        if any(token.word in WITH | NEGATIONS | JOINERS for token in tokens):
            return False
        return not self.holds_dish(tokens) and any(
            self._is_kind(token) and not self._is_told_of(_before(tokens, at))
            for at, token in enumerate(tokens)
            if token.kind == "word"
        )

    def _is_kind(self, token: Token) -> bool:
        folded = tuple(map(fold, words_of(token.text)))
        owners = self._menu.category_names.exact_folded(folded)
        categories = (self._menu.categories[owner].id for owner in owners)
        return len(self._menu.items_of(*categories)) > 1

    def _is_told_of(self, before: Tokens) -> bool:
        """The veggie in "veggie pizza" is of a dish's name; "for drink" tells what one is for."""
        return any(
            token.word in _FOR
            or (self.knows_exactly([token.word]) and not self.knows_option([token.word]))
            for token in before
        )

    def knows_heading(self, word: str) -> bool:
        """Whether a word names a group of options: "sizes", "toppings"."""
        return not self._headings.isdisjoint(map(fold, words_of(word)))

    @cached_property
    def _headings(self) -> frozenset[str]:
        names = (group.name for group in self._menu.groups)
        return frozenset(fold(one) for name in names for one in words_of(name))

    def names_category(self, token: Token) -> bool:
        """Whether it is what a category is called, at least in part: "drinks", "the pizza"."""
        if token.text not in self._categories:
            found = token.kind == "word" and find_categories(self._menu, words_of(token.text))
            self._categories[token.text] = bool(found)
        return self._categories[token.text]


def _before(tokens: Tokens, at: int) -> Tokens:
    """The word before one, its article left out."""
    end = at - 1 if at and tokens[at - 1].word in ARTICLES | {"my", "the"} else at
    return tokens[max(0, end - 1) : end]


def _ahead(tokens: Tokens, at: int) -> tuple[Tokens, tuple[str, ...]]:
    """The tokens from here on that a name may have, and how they are written."""
    ahead = tokens[at : at + _LONGEST_NAME]
    end = next((n for n, token in enumerate(ahead) if token.kind == "break"), len(ahead))
    return ahead[:end], tuple([token.text for token in ahead[:end]])


def _longest(tokens: Tokens, least: int, names: Names) -> int:
    """How many of the tokens are exactly one of the names, at most; else 0."""
    for length in range(len(tokens), least - 1, -1):
        if names.exact(_words(tokens[:length])):
            return length
    return 0


def _words(tokens: Tokens) -> tuple[str, ...]:
    return tuple(word for token in tokens for word in words_of(token.text))
