"""What a message says of allergies and diets, whoever reads the rest: it must never be lost.

"2 dosa, I'm allergic to peanuts" is a rule and an order; "no onion" is no rule; "if I were
allergic" and "is it good for somebody allergic" set none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.intent.rules.given.avoided import (
    JOIN,
    STATE,
    SUBJECT,
    Span,
    names_food,
    told_avoiding,
    told_state,
)
from bot.intent.rules.given.bare import is_bare, past_disease, without_sickness
from bot.intent.rules.words.tokens import Tokens, said, tokenize
from bot.intent.rules.words.vocabulary import (
    ADD,
    ARTICLES,
    BRING,
    NEGATIONS,
    POLITE,
    QUESTIONS,
    word_set,
)
from tools.kit.call import Call
from tools.resolve.dietary import denies, diet_at

TOOL = "set_dietary_rules"
_FIRST = {TOOL: 0, "choose_pickup_time": 1}
_BE = word_set("am im are were is shes hes theyre")
_ONLY = word_set("only strictly pure strict")
_ABOUT_DIET = (
    ARTICLES
    | _ONLY
    | _BE
    | SUBJECT
    | POLITE
    | JOIN
    | word_set(
        "all of us family friend wife husband son daughter mother father me for food foods eat"
        " dishes items person people diet follow on keep here everything everyone guests kids"
        " child no longer not anymore now very the this order eater would like want prefer need"
    )
)
_RESTRICTIONS = word_set("diet diets dietary restrictions")
_RULES = _RESTRICTIONS | word_set("rules preferences")
_ABOUT_RULES = word_set(
    "what whats which show view see check list tell remember save keep know am are is do to have"
    " about for next time"
)
_OWN = word_set("i my me our we")
_SUPPOSED = word_set("if suppose supposing imagine whether")
_ASKING = (QUESTIONS - _BE) | word_set("can could do does is are will any")
_LEADS = word_set("but so because since")
_PRONOUNS = word_set("it that them those these this")
_LEFT_OUT = NEGATIONS | word_set("off leave remove")
_NEAR = 8
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of a message that say what its sender may not eat, and the rest of it."""

    words: str
    rest: Tokens

    @property
    def call(self) -> Call:
        """The call they mean."""
        return Call(TOOL, {"rules": self.words})


def find_statement(tokens: Tokens) -> Statement | None:
    """All of a message that is about allergies and diets; None when nothing is."""
    spans = list(_spans(tokens))
    if not spans or read_own_rules(tokens):
        return None
    taken = {at for span in spans for at in range(*span)}
    rest = [token for at, token in enumerate(tokens) if at not in taken]
    words = "; ".join(_words(tokens, span) for span in spans)
    return Statement(words, rest if _says_something(rest, words) else ())


def read_own_rules(tokens: Tokens) -> Call | None:
    """The page of the rules that hold: "what am I allergic to?", "remember my allergies"."""
    words = [token.word for token in tokens if token.kind == "word" and token.word not in POLITE]
    asks = bool(words) and words[0] in _ABOUT_RULES
    about = any(STATE.fullmatch(word) for word in words) or not _RULES.isdisjoint(words)
    own = not _OWN.isdisjoint(words) and (_OWN | _ABOUT_RULES | _RULES).issuperset(
        word for word in words if not STATE.fullmatch(word)
    )
    return Call(TOOL) if asks and about and own else None


def never_lost(calls: Sequence[Call], text: str) -> tuple[Call, ...]:
    """A model's calls, the rules first: those the text states are among them whatever it said."""
    told = [call for call in calls if call.tool == TOOL]
    others = [call for call in calls if call.tool != TOOL]
    stated = find_statement(tokenize(text))
    if stated is None:
        return in_order(calls)
    if denies(stated.words):
        told = []
    words = "; ".join([*(str(call.args.get("rules", "")) for call in told), stated.words])
    others = [call for call in others if stated.rest and call.tool != "not_understood"]
    return in_order([Call(TOOL, {"rules": words}), *others])


def in_order(calls: Iterable[Call]) -> tuple[Call, ...]:
    """What the other calls of a message are judged by comes first: the rules, then the time."""
    return tuple(sorted(calls, key=lambda call: _FIRST.get(call.tool, len(_FIRST))))


def _spans(tokens: Tokens) -> Iterator[Span]:
    """Where the statements stand, clause by clause."""
    if is_bare(tokens):
        yield 0, len(tokens)
        return
    free = 0
    for first, end in _clauses(tokens):
        clause = (max(first, free), end)
        words = [token.word for token in tokens[slice(*clause)]]
        if not words:
            continue
        span = clause if _forgets(words) else None
        span = span or told_state(tokens, clause) or told_avoiding(tokens, clause)
        if span is None and _is_diet(words):
            span = clause
        if span and not _only_asks(tokens, clause, span):
            free = past_disease(tokens, span[1])
            yield span[0], free


def _clauses(tokens: Tokens) -> Iterator[Span]:
    """Between signs, and before "but", "so", "and I"."""
    begin = 0
    for at, token in enumerate(tokens):
        following = tokens[at + 1].word if at + 1 < len(tokens) else ""
        leads = token.word == "and" and following in SUBJECT | ADD | BRING
        if token.kind == "break" or token.word in _LEADS or leads:
            yield begin, at
            begin = at + 1
    yield begin, len(tokens)


def _only_asks(tokens: Tokens, clause: Span, span: Span) -> bool:
    """A question, or something only supposed; "what can I eat, I'm allergic …" tells as well."""
    before = [token.word for token in tokens[max(clause[0], span[0] - 2) : span[0]]]
    if not _SUPPOSED.isdisjoint([*before, tokens[span[0]].word]):
        return True
    words = [token.word for token in tokens[slice(*clause)] if token.word not in POLITE]
    asks = bool(words) and words[0] in _ASKING | _SUPPOSED
    return asks and not (span[0] > clause[0] and tokens[span[0]].word in SUBJECT)


def _words(tokens: Tokens, span: Span) -> str:
    """The statement; for "no nuts please, I'm allergic (to them)" with what was to be left out."""
    words = said(without_sickness(tokens[slice(*span)]))
    named = [token.word for token in tokens[slice(*span)] if token.word not in POLITE]
    bare = STATE.fullmatch(named[-1]) and not names_food(tokens, span)
    if not (bare or named[-1] in _PRONOUNS) or denies(words):
        return words
    for at in range(span[0] - 1, max(-1, span[0] - _NEAR), -1):
        if tokens[at].word in _LEFT_OUT:
            left_out = [token for token in tokens[at + 1 : span[0]] if token.kind == "word"]
            things = [token for token in left_out if token.word not in POLITE | _PRONOUNS]
            return f"{said(things[:_MOST_NAMED])}; {words}"
    return words


def _is_diet(words: Sequence[str]) -> bool:
    """ "we are Jain", "vegetarian only", "I'm not vegan any more": a diet and nothing else."""
    at, named = 0, False
    while at < len(words):
        length = diet_at(tuple(words), at)
        named |= length > 0
        if not length and words[at] not in _ABOUT_DIET:
            return False
        at += length or 1
    return named and not (_BE | SUBJECT | _ONLY).isdisjoint(words)


def _forgets(words: Sequence[str]) -> bool:
    """ "forget my allergies", "no allergies", "I eat everything"."""
    about = any(STATE.fullmatch(word) for word in words) or any(_is_own(words))
    eats_all = list(words) in (["i", "eat", "everything"], ["we", "eat", "everything"])
    return eats_all or (about and denies(" ".join(words)))


def _is_own(words: Sequence[str]) -> Iterator[bool]:
    """For each word whether it is somebody's diet; the diet of a "diet coke" is not."""
    after = _ABOUT_DIET | _ABOUT_RULES | _RULES | NEGATIONS | {"any", "more", "from", "at", "has"}
    for at, word in enumerate(words):
        names_drink = word == "diet" and bool(words[at + 1 :]) and words[at + 1] not in after
        yield word in _RESTRICTIONS and not names_drink


def _says_something(rest: Tokens, words: str) -> bool:
    """Whether there is more than "no nuts please", which the statement has in it."""
    told = {token.word for token in tokenize(words)}
    empty = POLITE | JOIN | _LEADS | _LEFT_OUT | ARTICLES | {"the"} | told
    return any(token.kind != "break" and token.word not in empty for token in rest)
