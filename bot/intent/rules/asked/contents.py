"""Asking what is in a dish: "any peanuts in that?", "is there any onion in the idly?".

What is asked for here is feared as often as it is liked, so it is never put into a cart or a dish.
"""

from itertools import groupby

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import ARTICLES, FILLERS, JOINERS, POLITE, word_set
from tools.kit.call import Call

_LEADS = (
    POLITE
    | FILLERS
    | JOINERS
    | word_set("oh ah hmm wait so but is are was there theres got does do it they that these this")
)
_IS_THERE = (word_set("is are"), word_set("there"))
_IN = word_set("in inside")
_ALONG = _IN | word_set("with")
_SMALL = ARTICLES | word_set("the your my our")
_POINTED = word_set("it that this them these those there")


def read_contents(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The page of the dish asked about; not_understood where it is only pointed at, or where
    something else is said too; None where nothing of the kind is asked.
    """
    parts = groupby(tokens, lambda token: token.kind == "break")
    clauses = [list(part) for is_break, part in parts if not is_break]
    asked = [about for clause in clauses if (about := _asked_about(clause, menu)) is not None]
    if not asked:
        return None
    (about, *_) = asked
    named = len(clauses) == 1 and about
    return Call("search_menu", {"query": said(about)}) if named else Call("not_understood")


def _asked_about(clause: Tokens, menu: MenuWords) -> Tokens | None:
    """The dish something is asked to be in, no words where it is pointed at; None: not asked."""
    spoken = [token for token in clause if token.kind == "word"]
    while spoken and spoken[-1].word in POLITE:
        spoken.pop()
    words = [token.word for token in spoken]
    begin = _begin(words)
    places = [at for at, word in enumerate(words) if word in _ALONG and at > begin]
    if begin < 0 or not places or places[-1] == begin:
        return None
    within, about = words[places[-1]], spoken[places[-1] + 1 :]
    if [token.word for token in about] and all(token.word in _POINTED for token in about):
        return []
    dish = [token for token in about if token.word not in _SMALL]
    known = bool(dish) and within in _IN and menu.knows_exactly([token.text for token in dish])
    return dish if known else None


def _begin(words: list[str]) -> int:
    """Where what is asked for begins, behind "any" or "is there"; -1 where neither opens it."""
    for at, word in enumerate(words):
        if word == "any" and all(before in _LEADS for before in words[:at]):
            return at + 1
    for at in range(len(words) - 1):
        is_there = words[at] in _IS_THERE[0] and words[at + 1] in _IS_THERE[1]
        if is_there and all(before in _LEADS for before in words[:at]):
            return at + 2
    return -1
