"""A message split where another thing is said: "2 idly | and checkout", "remove it | add 2"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.intent.rules.talk.asides import begins_aside, tells_something
from bot.intent.rules.talk.pickup import read_pickup
from bot.intent.rules.talk.sayings import read_saying
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import (
    ADD,
    ARTICLES,
    BRING,
    CHANGE,
    FILLERS,
    JOINERS,
    REMOVE,
    word_set,
)

_VERBS = ADD | BRING | CHANGE | REMOVE
_LEADS = frozenset({"for", "by", "as", "to", "checkout", "pay"})
_TIME_LEADS = word_set("for by at in on today tonight tomorrow asap pickup schedule")
_DAYS = word_set("today tonight tomorrow")
_LONGEST_TIME = 6
_ARRANGES = frozenset({"choose_order_type", "choose_payment", "checkout"})
_LONGEST_GREETING = 4
_REPLACE = word_set("replace swap exchange")
_BY = word_set("with by for")
_THAT = word_set("that thats thatll and")


def split_clauses(tokens: Tokens) -> list[Tokens]:
    """The clauses, in order. A comma splits only before a verb or a whole saying."""
    begins = [0]
    covered = _time(tokens, 0)
    for at in range(1, len(tokens)):
        if at == covered or (at > covered and _begins(tokens, at)):
            begins.append(at)
            covered = _time(tokens, at)
    begins = [at for at in begins if not _goes_on(tokens, begins, at)]
    pieces = [tokens[a:b] for a, b in pairwise([*begins, len(tokens)])]
    return [clause for piece in pieces if (clause := _trim(piece))]


def _goes_on(tokens: Tokens, begins: Sequence[int], at: int) -> bool:
    """ "Replace the idly and give me a vada": what comes in belongs to what goes."""
    start = max((begin for begin in begins if begin < at), default=at)
    words = {token.word for token in tokens[start:at]}
    joined = at > 0 and tokens[at - 1].word == "and" and _first_word(tokens[at:]) not in REMOVE
    return joined and not words.isdisjoint(_REPLACE) and words.isdisjoint(_BY)


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a clause begins here."""
    if _ends_greeting(tokens, at):
        return True
    rest, word = tokens[at:], tokens[at].word
    if begins_aside(tokens, at) or (word in _THAT and _is_all(rest)):
        return True
    if _separates(tokens, at - 1):
        whole = read_saying(rest[: _end(rest)]) is not None or _time(tokens, at) > 0
        return whole or _first_word(rest) in _VERBS or tells_something(rest[: _end(rest)])
    before = tokens[at - 1].word
    if word in _TIME_LEADS and before not in _TIME_LEADS and _time(tokens, at):
        return True
    return word in _LEADS and before not in _LEADS and _is_arrangement(rest)


def _is_all(tokens: Tokens) -> bool:
    """Whether nothing comes but "that's all"."""
    call = read_saying(tokens)
    return call is not None and call.tool == "checkout"


def _time(tokens: Tokens, at: int) -> int:
    """Where the time ends that is told from here on: "2 idly | tomorrow at 9"; 0: none is.

    At the very beginning more may follow: "tomorrow 8am | 2 idly"; a mere number is what comes.
    """
    ends = [len(tokens), at + _end(tokens[at:])]
    if at == 0 and tokens and tokens[0].word in _TIME_LEADS:
        ends += [end for end in range(min(ends[1], _LONGEST_TIME), 0, -1) if _tells(tokens, end)]
    return next((end for end in dict.fromkeys(ends) if read_pickup(tokens[at:end])), 0)


def _tells(tokens: Tokens, end: int) -> bool:
    return tokens[end - 1].kind == "word" and tokens[end - 1].word not in _TIME_LEADS - _DAYS


def _is_arrangement(tokens: Tokens) -> bool:
    """How it is taken or paid may follow an order without a comma: "2 idly for takeaway".

    Nothing but another saying may come after it: "for takeaway and checkout".
    """
    end = _end(tokens)
    alone = read_saying(tokens) or (read_saying(tokens[end + 1 :]) and read_saying(tokens[:end]))
    return alone is not None and alone.tool in _ARRANGES


def _end(tokens: Tokens) -> int:
    """Where the first comma or "and" is."""
    return next((at for at in range(1, len(tokens)) if _separates(tokens, at)), len(tokens))


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


def _trim(tokens: Tokens) -> Tokens:
    start, end = 0, len(tokens)
    while start < end and _separates(tokens, start):
        start += 1
    while end > start and _separates(tokens, end - 1):
        end -= 1
    return tokens[start:end]
