"""The tables a sentence names, what is said besides, and the words both are known by."""

from dataclasses import dataclass

from bot.intent.rules.words.tokens import Token
from bot.intent.rules.words.vocabulary import POLITE, word_set

SMALL = POLITE | word_set(
    "the a an of our my your us we i is are was has have had it its they them there s now all"
    " everything can could you please to for on at by in with from and guests people they're"
    " between among"
)
MOVE = word_set("move moves moved moving transfer shift relocate change swap")
MERGE = word_set("join merge combine together unite put")
SPLIT = word_set("split divide separate share")
ASKS_BILL = word_set("bill bills check cheque invoice")
CLOSE = word_set("close closed closing free clear cleared left gone done empty")
SHOW = word_set(
    "what whats which show see view list tell check status total have having got had ordered open"
    " running order orders does do did who asked how much owe owes tab so far what's"
)
TABLES = word_set("table tables tabs tab")


@dataclass(frozen=True, slots=True)
class About:
    """The tables a sentence names, in order, and what is said besides."""

    tables: tuple[str, ...]
    rest: tuple[Token, ...]
    asks: bool

    @property
    def words(self) -> frozenset[str]:
        """What is said besides, without what carries nothing."""
        return frozenset(one.word for one in self.rest if one.kind != "break") - SMALL

    def only(self, *known: frozenset[str]) -> bool:
        """Whether every word besides is one of these."""
        return not self.words - frozenset().union(*known)
