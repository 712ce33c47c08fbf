"""What stands around the dishes: who they are for, how they are served, what is said aside."""

from collections.abc import Iterable, Iterator

from bot.intent.rules.menu.span import Span
from bot.intent.rules.talk.pickup import read_pickup
from bot.intent.rules.talk.sayings import read_saying
from bot.intent.rules.words.order_words import LEADS
from bot.intent.rules.words.small_words import DEGREES, TELLERS, is_adverb
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set

_DEGREES = DEGREES | {"not", "dont"}
_LONGEST_PERSON = 2
_NAMES = word_set("name names under for")
_BEFORE_PERSONS = word_set(
    "is of the s my our a order husband wife son daughter mom dad brother sister boss coworker"
    " friend"
)
_GIVEN = word_set("me us")
_OWNERS = word_set("my our his her their the")
_ASKING = word_set("some any")
_WANTS = word_set("wants needs wanted needed")
_NOBODY = word_set("nobody noone none")
_REASONS = word_set("so because since cause cuz")


def settle_around(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """The same spans; what is unknown but says nothing of what is wanted is no longer unknown."""
    if any(span.kind == "unknown" for span in spans):
        _find_persons(tokens, spans)
        _find_givers(tokens, spans)
        for stretch in _stretches(tokens, spans):
            _find_aside(tokens, stretch)
    return _with_manners(tokens, spans)


def _find_persons(tokens: Tokens, spans: list[Span]) -> None:
    """Who an order is for: "my name is Ada", "under Ada", "for my boss Ada"."""
    naming, strange, begun = False, 0, 0
    for at, span in enumerate(spans):
        word = tokens[span.begin].word
        if span.kind == "unknown" and naming and strange < _LONGEST_PERSON and word.isalpha():
            follows = spans[at + 1].kind if at + 1 < len(spans) else ""
            strange += 1
            if follows not in {"name", "number"} and not _does(tokens[begun : span.end]):
                span.kind = "person"
        elif word in _NAMES and span.kind in {"frame", "unknown"}:
            naming, strange, span.kind, begun = True, 0, "frame", span.begin
        elif span.kind not in {"frame", "article"} or word not in _BEFORE_PERSONS:
            naming = False


def _find_givers(tokens: Tokens, spans: list[Span]) -> None:
    """A word before "me" that leads to a dish is a verb of giving: "whip me up a mocha". An adverb
    tells nothing of the dish: "preferably"."""
    for at, span in enumerate(spans):
        after = tokens[span.end].word if span.end < len(tokens) else ""
        if after in _WANTS and _is_person(tokens, spans[: at + 1]):
            for each in spans[: at + 1]:
                each.kind = "person" if each.kind == "unknown" else each.kind
        elif span.kind == "unknown" and after in _GIVEN:
            leads = any(each.kind == "name" for each in spans[at:])
            span.kind = "lead" if leads else "unknown"
        elif span.kind == "unknown":
            word = tokens[span.begin].word
            if is_adverb(word):
                span.kind = "frame"


def _is_person(tokens: Tokens, spans: list[Span]) -> bool:
    """ "My friend Ada | wants": whoever begins the clause is whom it is for."""
    if spans[-1].kind != "unknown" or tokens[spans[-1].begin].word in _NOBODY:
        return False
    before = [span for span in spans[:-1] if span.kind != "unknown"][-1:]
    return not before or before[0].kind == "break" or tokens[before[0].begin].word in _OWNERS


def _stretches(tokens: Tokens, spans: list[Span]) -> Iterator[list[Span]]:
    """The spans between breaks, and before a "so" or an "and" that leads to a wish."""
    stretch: list[Span] = []
    for span in spans:
        if span.kind == "break" or _leads_on(tokens, span):
            yield stretch
            stretch = []
        if span.kind != "break":
            stretch.append(span)
    yield stretch


def _leads_on(tokens: Tokens, span: Span) -> bool:
    word = tokens[span.begin].word
    after = tokens[span.end].word if span.end < len(tokens) else ""
    return word in _REASONS or (span.kind == "join" and after in LEADS)


def _find_aside(tokens: Tokens, stretch: list[Span]) -> None:
    """Between breaks, what names nothing and asks for nothing is said aside: "what a long day"."""
    unknown = [span for span in stretch if span.kind == "unknown"]
    tells = bool(stretch) and tokens[stretch[0].begin].word in TELLERS
    small = [span for span in stretch if span.kind == "frame" or (tells and span.kind == "article")]
    if len(small) + len(unknown) < len(stretch) or len(small) <= len(unknown):
        return
    said = tokens[stretch[0].begin : stretch[-1].end]
    if not any(_asks(tokens[span.begin].word) for span in small) and not _does(said):
        for span in unknown:
            span.kind = "frame"


def _does(tokens: Tokens) -> bool:
    """Whether it is a wish of its own: "for takeaway", "schedule it for tomorrow"."""
    return bool(read_saying(tokens) or read_pickup(tokens))


def _asks(word: str) -> bool:
    return word in LEADS or word in _ASKING


def _with_manners(tokens: Tokens, spans: Iterable[Span]) -> list[Span]:
    """How a thing is served, as one span with how much so: "not too hot", "piping hot"."""
    joined: list[Span] = []
    for span in spans:
        if span.kind == "manner":
            while joined and _says_degree(tokens, joined[-1]):
                span.begin = joined.pop().begin
        joined.append(span)
    return joined


def _says_degree(tokens: Tokens, span: Span) -> bool:
    if span.kind in {"manner", "extra", "light"}:
        return True
    return span.kind in {"frame", "no", "unknown"} and tokens[span.begin].word in _DEGREES
