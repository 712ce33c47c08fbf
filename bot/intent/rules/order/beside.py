"""What stands beside an order and is none of it: greetings before it, what it is had instead of."""

from itertools import pairwise

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.order_words import JOINS
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import POLITE

_BEFORE_A_WISH = [
    phrase.split()
    for phrase in (
        "how are you",
        "how are u",
        "how are ya",
        "how do you do",
        "how is it going",
        "hows it going",
        "how is your day",
        "hows your day",
        "whats up",
        "what is up",
        "whats new",
        "whats good",
        "do you think",
        "do you mind if",
        "would you mind",
        "is there any way",
        "is it possible",
        "is it at all possible",
        "would it be possible",
        "any chance",
        "i was wondering if",
        "i am wondering if",
        "im wondering if",
        "i wonder if",
    )
]
_BEGIN_BEFORE_A_WISH = frozenset(phrase[0] for phrase in _BEFORE_A_WISH)
_MOST_BEFORE_GREETING = 4
_CONTRASTS = frozenset({("instead", "of"), ("rather", "than")})


def after_greeting(tokens: Tokens) -> Tokens:
    """The tokens behind a question that only greets or begs: "how are you, | I'd like"."""
    words = [token.word for token in tokens]
    if _BEGIN_BEFORE_A_WISH.isdisjoint(words[:_MOST_BEFORE_GREETING]):
        return tokens
    for phrase in _BEFORE_A_WISH:
        for at in range(_MOST_BEFORE_GREETING):
            if words[at : at + len(phrase)] == phrase:
                return tokens[at + len(phrase) :]
    return tokens


def without_contrast(tokens: Tokens, menu: MenuWords) -> Tokens:
    """ "A latte with oat milk | instead of whole milk": without what does not come."""
    words = [token.word for token in tokens]
    at = next((at for at, two in enumerate(pairwise(words)) if two in _CONTRASTS), 0)
    if not at:
        return tokens
    behind = range(at + 2, len(tokens))
    ends = (end for end in behind if tokens[end].kind == "break" or words[end] in JOINS | POLITE)
    end = next(ends, len(tokens))
    names = [span for span in menu.spans(tokens[at + 2 : end]) if span.kind == "name"]
    only_how = bool(names) and all(span.options for span in names)
    return [*tokens[:at], *tokens[end:]] if only_how else tokens
