"""The words of changing a cart, by what they do in a sentence: closed classes of the language."""

from collections.abc import Iterator
from typing import Literal

from bot.intent.rules.words.order_words import KNOWN_WORDS, UNITS
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import ADD, ADD_LAST, BRING, FILLERS, NO, REMOVE, word_set
from tools.menu.spelling import corrections

Role = Literal[
    "restart", "remove", "refused", "replace", "change", "make", "more", "less", "add", "meant",
    "keep", "just", "instead of", "instead", "not", "except", "every", "by", "from", "of", "should",
    "should not", "usual", "quantity", "fewer", "another", "rest", "order", "thing", "told",
    "it", "that", "one", "ordinal", "my", "the", "article", "name", "kind", "option", "heading",
    "number", "amount", "no", "join", "break", "small", "unknown",
]  # fmt: skip

_ROLES: dict[Role, str] = {
    "remove": f"{' '.join(REMOVE)} scrap ditch dump lose forget skip hold strike undo minus"
    " | never mind | nevermind | forget about | never mind about | changed my mind about"
    " | i changed my mind about | ive changed my mind about | take away the | take away my"
    " | get rid of | take off | take out | leave off | leave out | no need of | no need for"
    " | no need | not need | not needed | not required | not wanted | cancelled | removed",
    "refused": "vendam vendaam venda beda nako | nahi chahiye | nahin chahiye | hata do"
    " | hatao | vaddu",
    "replace": "replace swap exchange substitute switch trade",
    "change": "change changed modify update turn convert alter edit upgrade adjust correct"
    " upsize downsize",
    "make": "make set made",
    "more": "increase raise bump",
    "less": "reduce decrease lower",
    "meant": "meant mean said | i mean",
    "keep": "keep leave",
    "just": " | just want | only want | just need | only need | just like | only like",
    "instead of": "than | instead of | in place of | rather than | in lieu of",
    "instead": "instead rather",
    "not": "not",
    "except": "except excluding besides | except for | other than | apart from | all but",
    "every": "all both every everything each any anything",
    "by": "with by for to into as in on",
    "from": "from off",
    "restart": " | start over | start again | begin again | start fresh | start from scratch",
    "of": "of",
    "should": "be should must needs | should be | must be | needs to be | has to be | have to be"
    " | is supposed to be | supposed to be | was supposed to be | to be | should have been"
    " | needs to have | ought to be",
    "should not": " | should not have | should not be | shouldnt have | shouldnt be | must not have"
    " | must not be | cannot have | cant have",
    "usual": "regular normal usual plain ordinary standard",
    "quantity": "quantity quantities qty count number nos pieces | in number",
    "fewer": "fewer",
    "another": "more another additional again",
    "rest": "rest others remaining | other things | other items | all others | everything else"
    " | all other items | all other things | all the rest | other thing | other item",
    "order": "order orders",
    "thing": "item items food thing things stuff dish dishes",
    "it": "it them mine | this one | that one | these ones | those ones | the same",
    "that": "that this those these",
    "one": "one ones",
    "ordinal": "first second third fourth fifth sixth seventh eighth last other 1st 2nd 3rd 4th"
    " 5th 6th",
    "my": "my our",
    "the": "the",
    "article": "a an",
    "join": "and n plus also then along but & aur mattum",
}
"""A closed class each; phrases stand between bars. Words of the menu go before all of these."""

SMALL = (
    FILLERS
    | NO
    | UNITS
    | word_set(
        "oh ah oops whoops so go ahead help do does did its it's wrong mind mistake id im ive"
        " think know what"
        " guess hmm am is been being are was if possible able maybe please there then anymore"
        " since because just up down size sized type kind still already have had got happy glad"
        " perhaps too well alone previous current earlier wed hed shed pannunga pannu panniduga"
        " karo kar maadi cheyandi"
        " want wanted wants wish love thats right hold moment second minute sec bit small"
    )
)
"""They carry nothing once it is known that the cart shall be changed."""

_SELF = ("i", "we", "ive", "weve", "you")
_TOLD_OF = (
    "{0} ordered", "{0} have ordered", "{0} have order", "{0} had ordered", "{0} just ordered",
    "{0} order", "{0} added", "{0} have added", "{0} just added", "{0} asked for",
    "{0} have asked for", "{0} put in", "{0} placed", "{0} already ordered",
    "{0} forgot to tell you that", "{0} forgot to tell you", "{0} forgot to say",
    "{0} forgot to mention", "{0} forgot", "{0} changed my mind", "{0} made a mistake",
)  # fmt: skip
_PLACES = ("from", "in", "on", "off", "of", "to", "with", "out of")
_LISTS = (
    "order", "cart", "list", "basket", "bag", "order list", "list of items", "bill", "items",
)  # fmt: skip
_BESIDE = (
    "out", "away", "any more", "at all", "changed my mind", "change my mind", "my mistake",
    "my bad", "you know what", "on second thought", "on second thoughts", "hold on",
    "wait a minute", "small change", "one change", "one more change", "a change",
    "one small change", "by mistake", "will be", "that will be", "thatll be", "itll be",
    "as well", "after all", "accidentally", "a bit", "go ahead and", "in that case", "not right",
    "made a mistake", "for me", "for now", "thats wrong", "that is wrong", "is wrong",
    "not correct", "one more thing", "one thing", "is it possible", "would it be possible",
    "do me a favor", "fix that", "fix it", "fix this", "not quite", "almost",
    "for the inconvenience", "for the trouble", "for the confusion", "for the mistake",
)  # fmt: skip


def _told() -> Iterator[str]:
    for who in _SELF:
        for shape in _TOLD_OF:
            yield shape.format(who)
            yield f"that {shape.format(who)}"
            yield f"which {shape.format(who)}"
        yield f"that {who} have"
    for place in _PLACES:
        for thing in _LISTS:
            yield from (f"{place} {owner}{thing}" for owner in ("", "my ", "the ", "our ", "this "))
    yield from _BESIDE
    for rest in ("the rest", "everything else", "the others", "all else"):
        for well in ("fine", "good", "ok", "okay", "correct", "right", "great", "perfect"):
            yield from (f"{rest} {verb} {well}" for verb in ("is", "are", "looks", "seems"))


_TOLD = tuple(phrase.split() for phrase in _told() if phrase != "to order")
"""Told beside the wish: where it is, that it was ordered, that it is a correction."""


_NEVER = "dont|do not|wont|will not|doesnt|does not|didnt|did not|rather not|no longer|not|never"
_WANT = ["want", "need", "like", "have", "take", "require", "order", "prefer", "wanna", "wish"]
_TO = ("", " to have", " to order", " to get", " to add", " to take")


def _refusals() -> Iterator[str]:
    """ "I don't want", "we no longer need", "I'd rather not have" …"""
    for never in _NEVER.split("|"):
        yield from (f"{never} {want}{to}" for want in _WANT for to in _TO)


_ASKS = ("do you have", "have you got", "do you sell", "do you do", "is there", "are there")
"""Who asks does not tell."""
_ENDS = ("thats all", "that is all", "thatll be all", "that will be all", "thats everything")
"""That was all: a clause of its own."""


def _phrases() -> dict[tuple[str, ...], Role]:
    table: dict[tuple[str, ...], Role] = {}
    for role, text in _ROLES.items():
        single, *several = text.split("|")
        table.update({(word,): role for word in single.split()})
        table.update({tuple(phrase.split()): role for phrase in several})
    for word in ADD | ADD_LAST | BRING - {"make"}:
        table.setdefault((word,), "add")
    table.update({tuple(phrase.split()): "remove" for phrase in _refusals()})
    table["dont", "forget"] = table["use",] = "add"
    table.update({tuple(phrase): "told" for phrase in _TOLD})
    table.update({tuple(phrase.split()): "unknown" for phrase in _ASKS + _ENDS})
    return table


_SHORT, _LONG_ENOUGH = 4, 6
PHRASES = _phrases()
_OF_PHRASES = frozenset(word for phrase in PHRASES for word in phrase)
LONGEST = max(map(len, PHRASES))
FIRST = frozenset(phrase[0] for phrase in PHRASES if len(phrase) > 1)
"""The words that phrases of several words begin with."""
VERBS = frozenset(
    {"restart", "remove", "replace", "change", "make", "more", "less", "meant", "keep"}
)
TURNS = frozenset(f"{_ROLES['change']} {_ROLES['replace']}".split())
"""Verbs of putting one thing in the place of another."""
_CUES = frozenset(
    phrase[0]
    for phrase, role in PHRASES.items()
    if role
    in VERBS
    | {
        "refused",
        "instead of",
        "instead",
        "not",
        "every",
        "should",
        "should not",
        "quantity",
        "fewer",
    }
) | word_set("less only no without it that this those these them mine the my")

_WRITTEN = " ".join(sorted(word for word in _CUES if len(word) > _SHORT))
_PUT, _INTO = word_set("add put use"), word_set("to on in into for")


def mended(word: str) -> str:
    """A verb that was mistyped: "cancle", "insted"."""
    if len(word) < _LONG_ENOUGH or word in _OF_PHRASES or word in KNOWN_WORDS:
        return word
    verbs = corrections(word, _WRITTEN)
    return verbs[0] if len(verbs) == 1 else word


def may_edit(tokens: Tokens) -> bool:
    """Whether a word that can change the cart is in it at all."""
    words = {mended(token.word) for token in tokens}
    return not _CUES.isdisjoint(words) or (
        not _PUT.isdisjoint(words) and not _INTO.isdisjoint(words)
    )
