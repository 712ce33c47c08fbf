"""Words that point: "it", "the second one", "number 3", "same again"."""

import re

from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import ORDINALS, POINTED, POINTERS
from tools.menu import reference

_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")


def pointer_at(tokens: Tokens, at: int) -> int:
    """How many tokens from here on point at something; 0 when none does."""
    word = tokens[at].word
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if word == "number" and following is not None and following.kind == "number":
        return 2
    follows = following is not None and following.word in POINTED
    if word in POINTERS:
        return 2 if follows else 1
    return 2 if follows and (word in ORDINALS or _ORDINAL.fullmatch(word)) else 0


def pointed(tokens: Tokens) -> str | None:
    """The words for a tool: a place in a list as it was said, None for the last mentioned."""
    meant = reference(said(tokens))
    return said(tokens) if meant is not None and meant.position is not None else None
