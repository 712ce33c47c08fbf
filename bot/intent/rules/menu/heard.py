"""The words of a message as one list of names knows them, typing errors mended."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.intent.rules.words.numbers import read_number, spelled_out
from bot.intent.rules.words.order_words import KNOWN_WORDS, SAME, SAME_BEHIND, UNITS
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.menu import fold
from tools.menu.names import Names

Words = tuple[str, ...]
LONGEST = 7
"""So many tokens are a name at most."""
_SHORTEST_VERB = 3
TOPICS = word_set(
    "price prices priced rate rates cost costs bill bills total totals menu menus offer offers"
    " discount discounts payment pay receipt invoice checkout cart tax taxes free language"
    " english hindi tamil telugu kannada malayalam"
)
"""What a customer may ask about a shop: never a dish that was mistyped."""
_NEVER_MENDED = KNOWN_WORDS | TOPICS


@dataclass(slots=True)
class Heard:
    """What one list of names knows of each token: its words folded, or None.

    `mended` are the tokens that are no words of it, but may be mistyped ones; `aside`: something is
    called a side of something.
    """

    names: Names
    folded: list[Words | None]
    mended: set[int] = field(default_factory=set)
    aside: bool = False
    _owners: dict[Words, tuple[int, ...]] = field(default_factory=dict)
    _begun: dict[Words, tuple[int, ...]] = field(default_factory=dict)

    def owners_with(self, folded: Words) -> tuple[int, ...]:
        """Those whose name has all the words; what is said again is not looked up again."""
        if folded not in self._owners:
            self._owners[folded] = self.names.owners_with(folded)
        return self._owners[folded]

    def beginning(self, folded: Words) -> tuple[int, ...]:
        """Those whose name begins with the words."""
        if folded not in self._begun:
            self._begun[folded] = self.names.beginning(folded)
        return self._begun[folded]

    def is_nothing(self, tokens: Tokens, at: int) -> bool:
        """Whether a word of every sentence is in none of these names."""
        return self.folded[at] is None and tokens[at].word in KNOWN_WORDS


def hear(tokens: Tokens, words: Sequence[Words], lists: Sequence[Names]) -> list[Heard]:
    """The tokens as each list knows them; what none of them knows, as it may be meant."""
    sounds = [tuple(map(fold, said)) for said in words]
    heard = [
        Heard(
            names,
            [
                said if said and _is_known(token.word, said, names) else None
                for token, said in zip(tokens, sounds, strict=True)
            ],
            aside=names.knows("side"),
        )
        for names in lists
    ]
    for at in range(len(tokens)):
        _mend(tokens, words, at, heard)
    return heard


def _is_known(word: str, sounds: Words, names: Names) -> bool:
    return all(map(names.knows, sounds)) and not only_sounds(word, names)


def _mend(tokens: Tokens, words: Sequence[Words], at: int, lists: Sequence[Heard]) -> None:
    """Other words for the same food, and mistypings of one word, where nobody knows the word."""
    token = tokens[at]
    if token.kind == "number":
        _put(spelled_out(token.word), at, lists)
    for same in SAME_BEHIND.get((tokens[at - 1].word, token.word), ()) if at else ():
        _put(same, at, lists)
    if len(words[at]) != 1 or token.kind != "word" or token.word in _NEVER_MENDED:
        return
    _put(SAME.get(token.word, ""), at, lists)
    if not any(heard.folded[at] for heard in lists):
        _inflect(words[at][0], at, lists)
    if not any(heard.folded[at] for heard in lists) and not read_number(tokens, at):
        _correct(words[at][0], at, lists)


def _put(word: str, at: int, lists: Sequence[Heard]) -> None:
    """Take a token as another word where that is known and the token is not."""
    sound = fold(word) if word else ""
    for heard in lists:
        if sound and heard.folded[at] is None and heard.names.knows(sound):
            heard.folded[at] = (sound,)


def _inflect(word: str, at: int, lists: Sequence[Heard]) -> None:
    """How a thing is made, with or without its ending: "ice tea", "a grill sandwich"."""
    if len(word) >= _SHORTEST_VERB:
        for form in (f"{word}d", f"{word}ed", word.removesuffix("d"), word.removesuffix("ed")):
            _put(form, at, lists)


def _correct(word: str, at: int, lists: Sequence[Heard]) -> None:
    for heard in lists:
        others = heard.names.other_words(word)
        if len(others) == 1:
            heard.folded[at] = others
            heard.mended.add(at)


def only_sounds(word: str, names: Names) -> bool:
    """ "Free" sounds like fry and means something else, unless a name is written so."""
    return word in TOPICS and not names.spells(word)


def only_helps(tokens: Tokens, at: int) -> bool:
    """ "can I", "may we": no can of anything. "A shot of syrup" is no shot of coffee."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if tokens[at].word in {"can", "may"}:
        return following in {"i", "we", "you", "u", "please"}
    return tokens[at].word in UNITS and following == "of"
