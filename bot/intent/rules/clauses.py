"""A message split where another thing is said: "2 idly | and checkout", "remove it | add 2"."""

from itertools import pairwise

from bot.intent.rules.sayings import read_saying
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import ADD, ARTICLES, BRING, CHANGE, FILLERS, JOINERS, REMOVE

_VERBS = ADD | BRING | CHANGE | REMOVE
_LEADS = frozenset({"for", "by", "as", "to", "checkout", "pay"})
_LONGEST_GREETING = 4


def split_clauses(tokens: Tokens) -> list[Tokens]:
    """The clauses, in order. A comma splits only before a verb or a whole saying."""
    begins = [0, *(at for at in range(1, len(tokens)) if _begins(tokens, at)), len(tokens)]
    pieces = [tokens[a:b] for a, b in pairwise(begins)]
    return [clause for piece in pieces if (clause := _trim(piece))]


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a clause begins here."""
    if _ends_greeting(tokens, at):
        return True
    if not _separates(tokens, at - 1):
        leads = tokens[at].word in _LEADS and tokens[at - 1].word not in _LEADS
        return leads and _is_arrangement(tokens[at:])
    rest = tokens[at:]
    end = next((i for i in range(1, len(rest)) if _separates(rest, i)), len(rest))
    return read_saying(rest[:end]) is not None or _first_word(rest) in _VERBS


def _separates(tokens: Tokens, at: int) -> bool:
    return tokens[at].kind == "break" or tokens[at].word in JOINERS


def _first_word(tokens: Tokens) -> str:
    words = (token.word for token in tokens if token.kind == "word")
    return next((word for word in words if word in _VERBS or word not in FILLERS | ARTICLES), "")


def _ends_greeting(tokens: Tokens, at: int) -> bool:
    if at > _LONGEST_GREETING:
        return False
    return _is_greeting(tokens[:at]) and not _is_greeting(tokens[: at + 1])


def _is_greeting(tokens: Tokens) -> bool:
    call = read_saying(tokens)
    return call is not None and call.args == {"kind": "greeting"}


def _is_arrangement(tokens: Tokens) -> bool:
    """How it is taken or paid may follow an order without a comma: "2 idly for takeaway"."""
    call = read_saying(tokens)
    return call is not None and call.tool in {"choose_order_type", "choose_payment", "checkout"}


def _trim(tokens: Tokens) -> Tokens:
    start, end = 0, len(tokens)
    while start < end and _separates(tokens, start):
        start += 1
    while end > start and _separates(tokens, end - 1):
        end -= 1
    return tokens[start:end]
