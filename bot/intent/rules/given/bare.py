"""What one may not eat, said in a message that says nothing else: "no nuts", "vegan please"."""

from bot.intent.rules.given.avoided import JOIN, SUBJECT, words_at
from bot.intent.rules.words.tokens import Token, Tokens
from bot.intent.rules.words.vocabulary import ARTICLES, POLITE, word_set
from tools.resolve.dietary import diet_at, food_at

_COMMON = word_set(
    "nut nuts peanut peanuts gluten wheat dairy lactose egg eggs fish shellfish seafood soy soya"
    " sesame cashew cashews almond almonds prawns shrimp"
)
"""Allergens most people mean an allergy by. Milk, butter or onion are left out of one dish."""
_NO = word_set("no without zero avoid")
_AM = word_set("am im are were be is have need must eat keep it only strictly")
_ANY = ARTICLES | word_set("any the all")
_SICK = word_set("sick ill unwell itchy hives rash swell swells vomit kill kills")
_SICKENING = _SICK | word_set("make makes made making give gives bring me us him her my a")
_DISEASE = word_set("disease sprue")


def is_bare(tokens: Tokens) -> bool:
    """Whether a message is a diet, "no nuts" or "nut free", in a few words of manners."""
    if any(token.text == "?" for token in tokens):
        return False
    words = tuple(token.word for token in tokens if token.kind != "break")
    said = tuple(word for word in words if word not in POLITE | SUBJECT | _AM)
    plain = said == tuple(word for word in words if word not in POLITE)
    return bool(said) and (
        _is_diet(said, alone=plain) or _avoids(said) or _all_free(said) or _sickens(said)
    )


def without_sickness(tokens: Tokens) -> Tokens:
    """What is told to make one sick, without the telling: "nuts"."""
    if not any(token.word in _SICK for token in tokens):
        return tokens
    return [token for token in tokens if token.word not in _SICKENING]


def past_disease(tokens: Tokens, at: int) -> int:
    """Past the "disease" of "coeliac disease" and the "and gluten-free" of one who lists more."""
    while at < len(tokens) and tokens[at].word in _DISEASE:
        at += 1
    joined = at + 1 if at < len(tokens) and _joins(tokens[at]) else at
    length = food_at(words_at(tokens, joined), 0) if joined < len(tokens) else 0
    free = joined + length
    if joined > at and length and free < len(tokens) and tokens[free].word == "free":
        return past_disease(tokens, free + 1)
    return at


def _joins(token: Token) -> bool:
    return token.word in JOIN or token.text == ","


def _is_diet(said: tuple[str, ...], *, alone: bool) -> bool:
    """ "vegan please"; with a subject ("I'm vegan") others read it."""
    return alone and diet_at(said, 0) == len(said)


def _avoids(said: tuple[str, ...]) -> bool:
    """ "no nuts", "without any gluten or dairy"."""
    if said[0] not in _NO:
        return False
    foods = [word for word in said if word not in _NO | _ANY | JOIN]
    return bool(foods) and _COMMON.issuperset(foods)


def _all_free(said: tuple[str, ...]) -> bool:
    """ "nut free", "gluten free and dairy free"."""
    foods = [word for word in said if word not in JOIN | {"free"}]
    return said[-1] == "free" and bool(foods) and _COMMON.issuperset(foods)


def _sickens(said: tuple[str, ...]) -> bool:
    """ "nuts make me sick"."""
    length = food_at(said, 0)
    rest = said[length:]
    return length > 0 and not _SICK.isdisjoint(rest) and _SICKENING.issuperset(rest)
