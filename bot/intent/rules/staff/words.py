"""What the readers of staff sentences share: words that carry nothing, and what a question is."""

from collections.abc import Iterable, Sequence

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.tokens import Token, Tokens, said
from bot.intent.rules.words.vocabulary import POLITE, word_set
from tools.menu import words_of

SMALL = POLITE | word_set(
    "the a an of our my your us we i im were weve you have has had is are was am be been it its"
    " there s d ve re all some any please now just guys team everyone here hereby with for in on"
    " at to from today todays right pieces piece pcs portions portion plates plate nos units unit"
    " menu item items dish dishes"
)
"""Around what a sentence of staff is about."""
OTHER_MATTERS = word_set(
    "price prices cost costs rupees rupee rs inr usd dollars dollar euros discount percent minute"
    " minutes min mins hour hours am pm oclock till until table tables order orders bill bills"
    " tip tips tax accept accepted reject rejected decline declined refuse refused refund refunded"
    " paid"
)
"""A number beside one of these is no number of pieces."""
_ASKING = word_set(
    "is are do does did how what whats which when where who why any can could will would should"
    " check show count tell list view see"
)
_JOIN = word_set("and n plus also or")
_DENYING = word_set(
    "not dont doesnt didnt isnt arent wasnt werent wont cant cannot never nearly almost if unless"
)
"""What is said beside one of these is not so, or not to be done."""


def with_whole_names(tokens: Tokens, menu: MenuWords) -> Tokens:
    """The tokens, each dish's name as one: the "set" in Set Dosa and the number in Chicken 65 are
    no words of their own.
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        name = tokens[at : at + max(1, menu.dish_at(tokens, at))]
        words = " ".join(token.word for token in name)
        found.append(name[0] if len(name) == 1 else Token(said(name), words, "word"))
        at += len(name)
    return found


def as_written(tokens: Tokens) -> str:
    """The tokens with the signs between them: "no gas, sorry"."""
    end = max((at + 1 for at, token in enumerate(tokens) if token.kind != "break"), default=0)
    written = "".join(
        token.text if token.kind == "break" else f" {token.text}" for token in tokens[:end]
    )
    return written.strip()


def asks(tokens: Tokens) -> bool:
    """Whether it is a question, by its first word or its last sign."""
    first = next((token.word for token in tokens if token.word not in POLITE), "")
    return first in _ASKING or any(token.text == "?" for token in tokens)


def denies(tokens: Tokens) -> bool:
    """Whether what is said is not so, or only perhaps."""
    return any(token.word in _DENYING for token in tokens)


def names_in(tokens: Tokens, small: Iterable[str] = SMALL) -> list[str]:
    """The names among tokens, in the order they were said: "idly" and "medu vada".

    None of a sentence that denies: "don't 86 idly", "idly is not sold out".
    """
    if denies(tokens):
        return []
    names: list[list[Token]] = [[]]
    empty = frozenset(small)
    for token in tokens:
        if token.kind == "break" or token.word in _JOIN:
            names.append([])
        elif token.word not in empty:
            names[-1].append(token)
    return [said(name) for name in names if name]


def all_known(names: Sequence[str], menu: MenuWords) -> bool:
    """Whether each name is an ingredient's, or of words of the menu's own, errors forgiven."""
    ingredients = [words_of(one.name) for one in menu.menu.ingredients]
    return all(
        words_of(name) in ingredients or all(menu.knows(word) for word in name.split())
        for name in names
    )


def without(tokens: Tokens, start: int, length: int) -> Tokens:
    """The tokens without those of a phrase."""
    return [*tokens[:start], *tokens[start + length :]]


def place_of(tokens: Tokens, phrase: Sequence[str]) -> int | None:
    """Where a phrase begins."""
    words = [token.word for token in tokens]
    length = len(phrase)
    return next(
        (at for at in range(len(words) - length + 1) if words[at : at + length] == [*phrase]), None
    )
