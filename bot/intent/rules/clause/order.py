"""An order: "add 2 idly", "a masala dosa, no onion, and coffee", "one more", "the second one"."""

from collections.abc import Iterator

from bot.intent.rules.clause.chunks import Chunk, cut
from bot.intent.rules.clause.lines import fold_lines, is_share
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.pointers import pointed, pointer_at
from bot.intent.rules.words.small_words import STATES
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import (
    ADD,
    ADD_LAST,
    AMOUNTS,
    ARTICLES,
    BRING,
    FILLERS,
    JOINERS,
    NOT_AN_ORDER,
)
from tools.kit.call import Call, Json
from tools.menu import words_of

_MOST_UNKNOWN = 3


def read_clause(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The order a clause places, or None when it may be anything else.

    It needs a verb of ordering, a number, or to be nothing but words of the menu. Only a clear
    "add …" or "2 …" can name a dish the menu does not have; the tool then says so.
    """
    if any(word in NOT_AN_ORDER for word in _beside_dishes(tokens, menu)):
        return None
    verb, rest = split_verb(tokens, menu)
    chunks = cut(rest, menu)
    counted = len(chunks) == 1 and rest[0].kind == "number" and chunks[0].quantity is not None
    if not verb and tokens[0].word in STATES and not any(chunk.quantity for chunk in chunks):
        return None  # "I'm late" is no latte
    if not all(_is_order(chunk, verb, menu, alone=counted) for chunk in chunks):
        return None
    lines = fold_lines(chunks, menu)
    if not lines:
        return None
    ordered: list[Json] = [line.args() for line in lines]
    return Call("add_to_cart", {"lines": ordered})


def _beside_dishes(tokens: Tokens, menu: MenuWords) -> Iterator[str]:
    """The words that are in no dish's name: a "set dosa" sets nothing."""
    at = 0
    while at < len(tokens):
        length = menu.dish_at(tokens, at)
        if not length:
            yield tokens[at].word
        at += length or 1


def split_verb(tokens: Tokens, menu: MenuWords) -> tuple[str, Tokens]:
    """The verb of ordering ("add", "bring" or "") and what follows "can I get", "I'd like" …"""
    at, verb = 0, ""
    while at < len(tokens) and not menu.dish_at(tokens, at):
        word = tokens[at].word
        if word in ADD and not _only_tells(tokens, at):
            verb = "add"
        elif word in BRING:
            verb = verb or "bring"
        elif tokens[at].kind != "break" and word not in FILLERS | JOINERS | ARTICLES:
            break
        at += 1
    end = len(tokens)
    while end > at and tokens[end - 1].word in ADD_LAST:
        verb, end = "add", end - 1
    return verb, tokens[at:end]


def _only_tells(tokens: Tokens, at: int) -> bool:
    """ "I like dosa", "I have an allergy" tell; "I'd like a dosa", "can I have a dosa" order."""
    before = [token.word for token in tokens[max(0, at - 2) : at]]
    if tokens[at].word == "like":
        return before[-1:] not in (["id"], ["would"])
    return tokens[at].word == "have" and before in (["i"], ["we"])


def _is_order(chunk: Chunk, verb: str, menu: MenuWords, *, alone: bool) -> bool:
    """Whether this part of the clause may be acted on; signs alone are no words: "2 🍦"."""
    if chunk.words and not any(words_of(token.text) for token in chunk.words):
        return False
    if chunk.points and not (chunk.joint == "and" and is_share(chunk)):
        place = pointed(chunk.words) is not None or chunk.words[0].word == "same"
        return pointer_at(chunk.words, 0) == len(chunk.words) and (place or verb == "add")
    if chunk.joint == "no" or not chunk.words or chunk.points:
        return True
    words = [token.word for token in chunk.words if token.word not in AMOUNTS]
    unknown = [word for word in words if not menu.knows(word) and not menu.knows_option([word])]
    if not unknown:
        led = bool(verb) or chunk.quantity is not None or chunk.joint != "start"
        return led or menu.knows_exactly(words)
    if verb == "add":
        return len(words) <= _MOST_UNKNOWN or len(unknown) * 2 < len(words)
    return alone and len(words) < _MOST_UNKNOWN
