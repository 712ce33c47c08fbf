"""Where a clause says what somebody may not eat: "allergic to peanuts", "a nut allergy"."""

import re

from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import (
    ADD,
    ARTICLES,
    BRING,
    CHANGE,
    NEGATIONS,
    POLITE,
    QUESTIONS,
    REMOVE,
    word_set,
)
from tools.resolve.dietary import food_at

Span = tuple[int, int]
STATE = re.compile(r"a+l+e+r+gi[ck]+\w?|a+l+e+r+g(?:y|ies|ys)|intoleran(?:t|ce|ces)|c?o?eliacs?")
"""The words that tell of it, a slip of the finger forgiven."""

SUBJECT = word_set("i im ive id we were my our he hes she shes they theyre")
JOIN = word_set("and or nor also")
_FIRST = word_set("i im ive we were my our")
_HAS = word_set("have has got am im is are were not no hes shes theyre without")
_EAT = word_set("eat eats eating consume have tolerate digest take drink")
_CANNOT = word_set("cant cannot dont doesnt never not")
_BEFORE_FOOD = ARTICLES | word_set("any anything with the all eating")
_ENDS = (
    ADD
    | BRING
    | CHANGE
    | REMOVE
    | QUESTIONS
    | SUBJECT
    | POLITE
    | JOIN
    | word_set("so but because since though can could will just")
)
_AFTER = POLITE | word_set("here too fyi btw guys")
_TO = frozenset({"to", "from", "of", ":"})
_MOST_UNKNOWN = 2
_SHORT = 3


def told_state(tokens: Tokens, clause: Span) -> Span | None:
    """ "(I'm) allergic to peanuts and dairy", "(I have a) nut allergy", "lactose intolerant"."""
    begin, end = clause
    for at in range(begin, end):
        if not STATE.fullmatch(tokens[at].word):
            continue
        if at + 1 < len(tokens) and tokens[at + 1].word in _TO:
            return _begins(tokens, begin, at), _listed(tokens, at + 2)
        first = _begins(tokens, begin, _named_before(tokens, begin, at))
        words = {token.word for token in tokens[first : at + 1]}
        if end - begin <= _SHORT or words & _HAS or names_food(tokens, (first, at + 1)):
            return first, _past(tokens, at + 1, end)
    return None


def told_avoiding(tokens: Tokens, clause: Span) -> Span | None:
    """ "I can't eat nuts", "we don't eat onion", "I avoid dairy"; of known foods only."""
    begin, end = clause
    for at in range(begin, end):
        food = _after_refusal(tokens, clause, at)
        while food and food < end and tokens[food].word in _BEFORE_FOOD:
            food += 1
        if food and food_at(words_at(tokens, food), 0):
            return _begins(tokens, begin, at), _listed(tokens, food)
    return None


def _after_refusal(tokens: Tokens, clause: Span, at: int) -> int:
    """Where it goes on after "can't eat", "am not allowed to have", "I avoid"; 0: it is none."""
    begin, end = clause
    word = tokens[at].word
    if word == "avoid":
        return at + 1 if at > begin and tokens[at - 1].word in _FIRST else 0
    if word not in _CANNOT:
        return 0
    verb = at + 1
    while verb < end and tokens[verb].word in {"be", "able", "allowed", "supposed", "to"}:
        verb += 1
    verbs = _EAT if word in {"cant", "cannot", "not"} else _EAT - {"have", "take"}
    return verb + 1 if verb < end and tokens[verb].word in verbs else 0


def names_food(tokens: Tokens, span: Span) -> bool:
    """Whether a known food is named there."""
    return any(food_at(words_at(tokens, at), 0) for at in range(*span))


def words_at(tokens: Tokens, at: int) -> tuple[str, ...]:
    """The next words, up to a sign."""
    found: list[str] = []
    for token in tokens[at : at + _SHORT]:
        if token.kind == "break":
            break
        found.append(token.word)
    return tuple(found)


def _begins(tokens: Tokens, begin: int, at: int) -> int:
    """Where it begins to be told: at its subject, or at a "no" or "not" before it."""
    first = at
    for place in range(at - 1, begin - 1, -1):
        word = tokens[place].word
        if word in SUBJECT | NEGATIONS:
            first = place
            if word in _FIRST | NEGATIONS:
                break
        elif tokens[place].kind == "number" or word in ADD - {"have"}:
            break
    if [token.word for token in tokens[max(begin, first - 2) : first]] == ["i", "think"]:
        return first - 2
    return first


def _listed(tokens: Tokens, at: int) -> int:
    """The end of "peanuts, dairy and kiwi fruit": what is known, or a word or two that is not."""
    end = _one(tokens, at, known=False)
    while end < len(tokens) and (tokens[end].text in {",", "/"} or tokens[end].word in JOIN):
        joined = [token.word in JOIN for token in tokens[end : end + 2]]
        step = 1 + (len(joined) == 2 and joined[1])
        following = _one(tokens, end + step, known=not any(joined[:step]))
        if following == end + step:
            break
        end = following
    return _past(tokens, end, len(tokens))


def _past(tokens: Tokens, at: int, end: int) -> int:
    """Past "here please"."""
    while at < end and tokens[at].word in _AFTER:
        at += 1
    return at


def _one(tokens: Tokens, at: int, *, known: bool) -> int:
    """The end of one food from here on, `at` itself when there is none."""
    first = at
    while first < len(tokens) and tokens[first].word in _BEFORE_FOOD:
        first += 1
    if length := food_at(words_at(tokens, first), 0):
        return first + length
    end = first
    while not known and end < len(tokens) and end - first < _MOST_UNKNOWN:
        token = tokens[end]
        if token.kind != "word" or token.word in _ENDS or food_at(words_at(tokens, end), 0):
            break
        end += 1
    return end if end > first else at


def _named_before(tokens: Tokens, begin: int, at: int) -> int:
    """Where the foods named before "allergy" begin: "a peanut and sesame allergy"."""
    first, place = at, at - 1
    while place >= begin:
        lengths = (n for n in (3, 2, 1) if place - n + 1 >= begin)
        length = next((n for n in lengths if _names(tokens, place - n + 1, n)), 0)
        if not length and not (tokens[place].word in JOIN and first < at):
            break
        place -= length or 1
        first = place + 1 if length else first
    return first


def _names(tokens: Tokens, at: int, length: int) -> bool:
    return food_at(words_at(tokens, at), 0) == length
