"""What an edit is about: a dish by name, something pointed at, or what was last mentioned."""

from dataclasses import dataclass

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.pointers import pointed, pointer_at
from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import ARTICLES, FILLERS, INTO, JOINERS
from tools.kit.call import Json


@dataclass(frozen=True, slots=True)
class Target:
    """The customer's words for it; None is the last mentioned."""

    item: str | None = None

    def args(self) -> dict[str, Json]:
        """As a tool's argument, left out when it was not said."""
        return {"item": self.item} if self.item else {}


def strip(tokens: Tokens) -> Tokens:
    """The tokens from the first that says something."""
    for at, token in enumerate(tokens):
        if token.kind != "break" and token.word not in FILLERS | JOINERS | ARTICLES:
            return tokens[at:]
    return ()


def target_of(tokens: Tokens, menu: MenuWords) -> Target | None:
    """What these tokens, and nothing but they, are about; None when they are something else."""
    whole = [token for token in strip(tokens) if token.word not in ARTICLES]
    if menu.is_dish(whole):
        return Target(said(whole))
    content = [
        token
        for token in strip(tokens)
        if token.kind == "word" and token.word not in FILLERS | ARTICLES
    ]
    if not content:
        return Target()
    if pointer_at(content, 0) == len(content):
        return Target(pointed(content))
    named = content[1:] if pointer_at(content, 0) == 1 else content
    return Target(said(named)) if all(menu.knows(token.word) for token in named) else None


def split_target(tokens: Tokens, menu: MenuWords) -> tuple[Tokens, Target]:
    """ "onion in the dosa" as what is before "in", and the dish."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at].word in INTO and (target := target_of(tokens[at + 1 :], menu)):
            return tokens[:at], target
    return tokens, Target()
